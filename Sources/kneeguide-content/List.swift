import ArgumentParser
import ContentCompiler

struct List: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Lists what is in the content.", discussion: "The content must have no faults.")

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text
    case json
  }

  @Argument(help: "What to list.")
  var what: Listing.Subject

  @OptionGroup var content: ContentOptions

  @Option(help: "How to write the list.")
  var format = Format.text

  func run() throws {
    let compilation = try content.compilation()
    guard let listing = Listing(what, of: compilation) else {
      throw failure(
        "\(content.folder): \(compilation.summary)", "run 'kneeguide-content check'", status: 65)
    }
    print(format == .text ? listing.text : listing.json)
  }
}

extension Listing.Subject: ExpressibleByArgument {}
