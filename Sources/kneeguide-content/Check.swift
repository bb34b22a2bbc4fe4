import ArgumentParser
import ContentCompiler
import QuestionnaireModel

struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Reports every fault of the content, and runs the example patients.",
    discussion: "Ends with status 0 without faults and 65 with some; warnings are no faults.")

  @OptionGroup var content: ContentOptions

  func run() throws {
    let compilation = try content.compilation()
    for diagnostic in compilation.diagnostics { print(diagnostic.description(in: content.folder)) }
    print(compilation.summary)
    if compilation.hasErrors { throw ExitCode(65) }
  }
}

/// Where the content is, and the day on which it is looked at.
struct ContentOptions: ParsableArguments {
  @Argument(help: "The folder of the content.", completion: .directory)
  var folder = "Content"

  @Option(help: ArgumentHelp("The day for review dates, such as 2026-11-22.", valueName: "day"))
  var on: Day?

  func compilation() throws -> Compilation {
    guard let day = on ?? today() else {
      throw failure(
        "the clock of this machine has no such day", "give the day with --on", status: 65)
    }
    return compile(ContentFolder(folder), on: day)
  }
}

extension Day: ExpressibleByArgument {
  package init?(argument: String) { self.init(argument) }
}
