import ArgumentParser

@main
struct KneeGuide: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "kneeguide",
    abstract: "Prepares a visit about a sore knee. It is not a diagnosis.",
    version: Program.version,
    subcommands: [Walk.self, Recommend.self, Read.self, Screen.self],
    defaultSubcommand: Walk.self)
}

enum Program {
  static let name = "kneeguide"
  static let version = "0.1.0"
}
