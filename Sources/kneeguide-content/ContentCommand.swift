import ArgumentParser

/// The author's program: checks the content, lists what is in it, and compiles it.
@main
struct ContentCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "kneeguide-content",
    abstract: "Checks the content, lists what is in it, and compiles it into a pack.",
    subcommands: [
      Check.self, List.self, Build.self, ExportContent.self, NewLanguage.self, KeyGeneration.self,
      Sign.self, Verify.self, Override.self,
    ])
}
