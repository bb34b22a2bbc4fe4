import ArgumentParser
import Glibc

@main
struct KneeGuide: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "kneeguide",
    abstract: "Prepares a visit about a sore knee. It is not a diagnosis.",
    version: Program.version,
    subcommands: [
      Walk.self, Recommend.self, Read.self, Screen.self, Gallery.self,
      KioskCommand.self, KioskVisitor.self, KioskSpeaker.self, KioskPrinter.self, KioskKeeper.self,
      KioskStaff.self, OpenSealed.self,
    ],
    defaultSubcommand: Walk.self)

  static func main() {
    // To build the tree of commands takes longer than all else before the first screen, and the
    // usual start has nothing for it to read.
    guard CommandLine.argc <= 1 else { return main(nil) }
    do {
      try WalkOptions().run()
    } catch { exit(withError: error) }
    Glibc.exit(0)
  }
}

enum Program {
  static let name = "kneeguide"
  static let version = "0.1.0"
}
