import ArgumentParser
import Glibc
import Kiosk
import Lockdown

/// Reads aloud for one visit what the visitor's process sends.
struct KioskSpeaker: ParsableCommand {
  static let name = "kiosk-speaker"
  static let configuration = CommandConfiguration(
    commandName: Self.name, abstract: "The voice of one visit, started by kneeguide kiosk.",
    shouldDisplay: false)

  @Option var program: String
  @Option var speed: Int
  @Option var sandbox: String

  func run() throws {
    var speech = Speech()
    speech.program = program
    speech.speed = speed
    // Without what the clinic demands nothing is read aloud, and the screen says so.
    do {
      guard let demand = Sandbox.Demand(rawValue: sandbox) else { Glibc.exit(1) }
      try Sandbox.enter(touching: .speaking(by: program), demand: demand)
    } catch { Glibc.exit(1) }
    var broker = SpeechBroker(speech)
    Glibc.exit(broker.run())
  }
}
