import ArgumentParser
import Glibc
import Kiosk
import Printing

/// Prints for one visit what the visitor's process sends.
struct KioskPrinter: ParsableCommand {
  static let name = "kiosk-printer"
  static let configuration = CommandConfiguration(
    commandName: Self.name, abstract: "The printer of one visit, started by kneeguide kiosk.",
    shouldDisplay: false)

  @Option var printer: String
  @Option var programs: String

  func run() throws {
    var broker = PrintBroker(to: printer, by: PrintClient(folder: programs))
    Glibc.exit(broker.run())
  }
}
