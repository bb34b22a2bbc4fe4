import ArgumentParser
import ContentCompiler

struct Build: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Compiles the content into a pack. Content with faults is refused.")

  @OptionGroup var content: ContentOptions

  @Option(name: .shortAndLong, help: ArgumentHelp("The file to write.", valueName: "file"))
  var output: String

  func run() throws {
    let compilation = content.compilation()
    guard compilation.pack != nil else {
      for diagnostic in compilation.diagnostics {
        print(diagnostic.description(in: content.folder))
      }
      throw failure(
        "\(content.folder): \(compilation.summary)", "mend the faults first", status: 65)
    }
    throw failure("no pack can be written yet", "wait", status: 73)
  }
}
