/// One decoded file, and the way from a place in one of its texts back to a place in the file.
final class SourceFile {
  let path: String
  let text: String
  /// The Unicode scalars of each line, without the line end.
  let lines: [[Unicode.Scalar]]

  init(path: String, text: String) {
    self.path = path
    self.text = text
    var lines: [[Unicode.Scalar]] = []
    var line: [Unicode.Scalar] = []
    for scalar in text.unicodeScalars {
      if scalar == "\n" {
        if line.last == "\r" { line.removeLast() }
        lines.append(line)
        line = []
      } else {
        line.append(scalar)
      }
    }
    lines.append(line)
    self.lines = lines
  }

  func place(line: Int, column: Int) -> Place { Place(path, line: line, column: column) }

  /// The scalar at a place; `nil` at the end of a line and beyond.
  private func scalar(_ line: Int, _ column: Int) -> Unicode.Scalar? {
    guard lines.indices.contains(line - 1), lines[line - 1].indices.contains(column - 1) else {
      return nil
    }
    return lines[line - 1][column - 1]
  }

  /// The place of the scalar with this number in a YAML text that starts at a place.
  ///
  /// Folding changes white space alone, so the text is walked beside the file, white space left out
  /// of both:
  ///
  ///     when: >          text  knee-now.hot or knee-now.red
  ///       knee-now.hot   file  > knee-now.hot ↵ or knee-now.red
  ///       or knee-now.red
  ///
  /// Where an escape in a quoted text stands in the way, the last place that was found serves.
  func place(ofScalar offset: Int, in text: String, from start: Place) -> Place {
    var line = start.line
    var column = start.column
    var found = start
    switch scalar(line, column) {
    case "\"", "'": column += 1
    case ">", "|":
      // The rest of this line may be a comment.
      line += 1
      column = 1
    default: break
    }
    for (number, wanted) in text.unicodeScalars.enumerated() {
      if number > offset { break }
      if wanted.properties.isWhitespace {
        if number == offset { return place(line: line, column: column) }
        continue
      }
      while true {
        guard line <= lines.count else { return found }
        guard let next = scalar(line, column) else {
          line += 1
          column = 1
          continue
        }
        if next == wanted { break }
        column += 1
      }
      found = place(line: line, column: column)
      column += 1
    }
    // One past the end of the text: a part is missing there.
    return offset >= text.unicodeScalars.count ? place(line: line, column: column) : found
  }
}
