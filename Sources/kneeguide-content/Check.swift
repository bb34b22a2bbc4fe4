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
    if compilation.hazards != nil, try content.suites() == nil {
      print(
        "\(content.folder)/hazards.yaml: the names of tests were not looked at, "
          + "since there is no folder Tests beside the content; name it with --tests")
    }
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

  @Option(
    help: ArgumentHelp(
      "The folder of the program's tests, which hazards name; left out: Tests beside the content.",
      valueName: "folder"))
  var tests: String?

  func compilation() throws -> Compilation {
    compile(ContentFolder(folder), on: try reviewDay(), suites: try suites())
  }

  /// The day on which reviews are due or not.
  func reviewDay() throws -> Day {
    if let day = on ?? today() { return day }
    throw failure("the clock of this machine has no such day", "give the day with --on", status: 65)
  }

  /// The suites as `Target/File`; `nil` where no folder was named and none stands beside the
  /// content.
  func suites() throws -> Set<String>? {
    let place = tests ?? folder + "/../Tests"
    do {
      return Set(
        try ContentFolder(place).paths().filter { $0.hasSuffix(".swift") }
          .map { String($0.dropLast(".swift".count)) })
    } catch {
      if tests == nil { return nil }
      throw failure("\(error)", "name the folder of the tests", status: 65)
    }
  }
}

extension Day: ExpressibleByArgument {
  package init?(argument: String) { self.init(argument) }
}
