extension Frame {
  /// The frame as lines with the sequences of a terminal (ECMA-48 SGR) that show how each cell
  /// looks.
  ///
  /// Each line ends as it began, in the terminal's own colours.
  package func ansi(_ theme: Theme, _ depth: ColorDepth) -> String {
    (0..<size.height).map { ansiLine($0, theme, depth) }.joined(separator: "\n")
  }

  private func ansiLine(_ y: Int, _ theme: Theme, _ depth: ColorDepth) -> String {
    func looks(_ index: Int) -> String { Style(code: styles[index]).sequence(theme, depth) }
    let row = y * size.width..<(y + 1) * size.width
    guard
      let last = row.last(where: { scalars[$0] != CellCode.blank || !looks($0).isEmpty })
    else { return "" }
    var line = ""
    var look = ""
    for index in row.lowerBound...last where scalars[index] != CellCode.continuation {
      let wanted = looks(index)
      if wanted != look {
        if !look.isEmpty { line += "\u{1B}[0m" }
        line += wanted
        look = wanted
      }
      line.append(character(at: index))
    }
    return look.isEmpty ? line : line + "\u{1B}[0m"
  }

  /// How the cells look without their colours, row by row.
  ///
  /// `B` bold, `R` reverse, `U` underline, `X` bold and reverse, `?` anything else, `.` none.
  package var attributeMap: String {
    (0..<size.height).map { y in
      var line = (0..<size.width).map { x in
        Style(code: styles[y * size.width + x]).attributeLetter
      }
      while line.last == "." { line.removeLast() }
      return String(line)
    }.joined(separator: "\n")
  }
}

extension Style {
  fileprivate var attributeLetter: Character {
    switch (bold, reverse, underline, dim) {
    case (false, false, false, false): "."
    case (true, false, false, false): "B"
    case (false, true, false, false): "R"
    case (false, false, true, false): "U"
    case (true, true, false, false): "X"
    default: "?"
    }
  }

  /// What turns the look on; empty for the terminal's own.
  fileprivate func sequence(_ theme: Theme, _ depth: ColorDepth) -> String {
    let attributes = [(bold, "1"), (dim, "2"), (underline, "4"), (reverse, "7")]
      .compactMap { $0.0 ? $0.1 : nil }
    let paint = theme[color, depth]
    let colors = [
      paint.foreground?.parameter(depth, isBackground: false),
      paint.background?.parameter(depth, isBackground: true),
    ].compactMap(\.self)
    let parameters = attributes + colors
    return parameters.isEmpty ? "" : "\u{1B}[" + parameters.joined(separator: ";") + "m"
  }
}

extension Color {
  fileprivate func parameter(_ depth: ColorDepth, isBackground: Bool) -> String {
    let shift = isBackground ? 10 : 0
    if number < 8 { return String(30 + shift + Int(number)) }
    if number < 16 { return String(82 + shift + Int(number)) }
    guard depth == .direct, let rgb else { return "\(38 + shift);5;\(number)" }
    return "\(38 + shift);2;\(rgb >> 16);\(rgb >> 8 & 255);\(rgb & 255)"
  }
}
