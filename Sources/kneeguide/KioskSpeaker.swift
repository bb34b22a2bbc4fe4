import ArgumentParser
import Glibc
import Kiosk

/// Reads aloud for one visit what the visitor's process sends.
struct KioskSpeaker: ParsableCommand {
  static let name = "kiosk-speaker"
  static let configuration = CommandConfiguration(
    commandName: Self.name, abstract: "The voice of one visit, started by kneeguide kiosk.",
    shouldDisplay: false)

  @Option var program: String
  @Option var speed: Int

  func run() throws {
    var speech = Speech()
    speech.program = program
    speech.speed = speed
    var broker = SpeechBroker(speech)
    Glibc.exit(broker.run())
  }
}
