import ArgumentParser
import ContentCompiler
import Glibc

struct NewLanguage: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "language",
    abstract: "Writes the files of a new translation: every text by its key, to be translated.",
    discussion: """
      With --pseudo the texts are there, in longer words with accents: copy the folder to languages/ to see what a long \
      language does to the screens. Nothing that there is already is written over.
      """)

  @OptionGroup var content: ContentOptions

  @Option(name: .shortAndLong, help: ArgumentHelp("The new folder.", valueName: "folder"))
  var output: String

  @Option(help: "The language in its own words.")
  var name = "Pseudo"

  @Flag(help: "Fill the texts with longer words.")
  var pseudo = false

  func run() throws {
    let word: ((String) -> String)? = pseudo ? { pseudoWord($0) } : nil
    let day = try content.reviewDay()
    guard
      let files = languageTemplate(
        of: ContentFolder(content.folder), on: day, name: name, word: word)
    else {
      throw failure(
        "\(content.folder): the content has faults", "run 'kneeguide-content check'", status: 65)
    }
    var made: Set<String> = []
    for (path, text) in files.sorted(by: { $0.key < $1.key }) {
      let folders = path.split(separator: "/").dropLast().map(String.init)
      for depth in 0...folders.count {
        let folder = ([output] + folders.prefix(depth)).joined(separator: "/")
        if made.insert(folder).inserted, mkdir(folder, 0o755) != 0 {
          throw failure(
            "\(folder): \(WriteFailure().reason)", "name a new folder", status: 73)
        }
      }
      do {
        try replaceFile(at: output + "/" + path, with: Array(text.utf8))
      } catch {
        throw failure("\(output)/\(path): \(error.reason)", "name another folder", status: 73)
      }
    }
    print("\(output): \(files.count) files")
  }
}
