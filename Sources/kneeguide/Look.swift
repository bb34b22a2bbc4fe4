import ArgumentParser
import Glibc
import TextUI

/// How a screen is printed without a terminal.
struct PrintedLook: ParsableArguments {
  @Option(help: "Columns and lines, such as 80x24.")
  var size: String = "80x24"

  @Flag(help: "Only ASCII characters.")
  var ascii = false

  @Option(help: "\(Theme.namesHelp) With it, or with --colors, the looks are printed too.")
  var theme: String?

  @Option(help: "How many colors the looks may have: none, 8, 16, 256 or true.")
  var colors: String?

  var glyphs: Glyphs { ascii ? .ascii : .unicode }

  func windowSize() throws -> Size { try Self.windowSize(size) }

  static func windowSize(_ size: String) throws -> Size {
    let numbers = size.split(separator: "x", omittingEmptySubsequences: false).map { Int($0) }
    guard numbers.count == 2, let width = numbers[0], let height = numbers[1],
      (1...1000).contains(width), (1...1000).contains(height)
    else {
      throw Failure(
        "\(size) is no size; give columns and lines, such as 80x24", status: Failure.usage)
    }
    return Size(width: width, height: height)
  }

  /// What turns a frame into text: plain, or with the sequences of a terminal where these are asked
  /// for, or `isShown` on one.
  func printer(isShown: Bool = false) throws -> (Frame) -> String {
    let theme = try Theme.orFailure(theme ?? Theme.default.name)
    var depth = ColorDepth.many
    if let colors {
      guard let named = ColorDepth(rawValue: colors) else {
        let known = ColorDepth.allCases.map(\.rawValue).joined(separator: ", ")
        throw Failure("there are no colors \(colors); take one of \(known)", status: Failure.usage)
      }
      depth = named
    }
    if getenv("NO_COLOR").map({ $0.pointee != 0 }) == true { depth = .none }
    guard isShown || self.theme != nil || colors != nil else { return { $0.text } }
    return { $0.ansi(theme, depth) }
  }
}

extension Theme {
  static let namesHelp = "The colors: default, high-contrast, light or monochrome."

  static func orFailure(_ name: String) throws -> Theme {
    if let theme = Theme(named: name) { return theme }
    let known = Theme.all.map(\.name).joined(separator: ", ")
    throw Failure("there is no theme \(name); take one of \(known)", status: Failure.usage)
  }
}
