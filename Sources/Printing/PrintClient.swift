internal import Glibc

/// The programs of CUPS that print: `lp`, `lpstat` and `cancel`, in one folder.
package struct PrintClient: Equatable, Sendable {
  /// Where the system has them.
  package static let usualFolder = "/usr/bin"

  package static let programs = ["lp", "lpstat", "cancel"]

  let folder: String
  /// All that a program finds in its environment.
  let environment: [String]

  /// - Parameters:
  ///   - folder: where the programs are.
  ///   - settings: what stands in their environment beside where programs are, and that they speak
  ///     English.
  package init(folder: String = Self.usualFolder, settings: [String: String] = [:]) {
    self.folder = folder
    environment =
      ["PATH=/usr/bin:/bin", "LANG=C", "LC_ALL=C"]
      + settings.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
  }

  /// The first folder of these that has all of them; `nil`: none has.
  ///
  /// Of the environment go along what says which printer is the person's usual one, and where the
  /// service is.
  package static func found(
    in path: String?, asking variable: (String) -> String?
  ) -> PrintClient? {
    let folders = (path ?? "").split(separator: ":").map { String($0) }
    guard let folder = folders.first(where: { $0.hasPrefix("/") && isThere(in: $0) }) else {
      return nil
    }
    var settings: [String: String] = [:]
    for name in ["HOME", "CUPS_SERVER", "LPDEST", "PRINTER"] { settings[name] = variable(name) }
    return PrintClient(folder: folder, settings: settings)
  }

  /// Whether all of the programs are there and can be run.
  package var isThere: Bool { Self.isThere(in: folder) }

  private static func isThere(in folder: String) -> Bool {
    programs.allSatisfy { access("\(folder)/\($0)", X_OK) == 0 }
  }

  /// Whether the programs take this for the name of one printer.
  ///
  /// It is an argument of theirs, and they cut lists at blanks and commas.
  package static func isPrinterName(_ text: String) -> Bool {
    (1...127).contains(text.utf8.count) && text.first != "-"
      && text.utf8.allSatisfy { (0x21...0x7E).contains($0) && !"/#,'\"\\".utf8.contains($0) }
  }
}
