import TextUI

extension Layout {
  /// How many persons stand in a row, and how far the two sides are apart.
  private static let persons = (inRow: 20, inRowOfMany: 30, gap: Spacing.gap)

  /// The scale items that a score is made of go up to here.
  private static let topOfScale = 10

  /// Both sides beside each other where there is room, else one below the other, and the sentence
  /// below them.
  ///
  /// 1,000 persons are drawn beside each other or not at all: the numbers stand there in any case.
  mutating func add(_ chart: PersonChart) {
    let isMany = chart.total > 100
    let inRow = isMany ? Self.persons.inRowOfMany : Self.persons.inRow
    let columns = personRowWidth(inRow)
    let half = (width - Self.persons.gap) / 2
    let isBeside = columns <= half
    let isDrawn = isBeside || (!isMany && columns <= width)
    let sides = chart.sides.map { side in
      lines(
        of: side, chart, inRow: isDrawn ? inRow : 0, width: isBeside ? half : width)
    }
    if isBeside, sides.count == 2 {
      let labels = sides.map(\.label.count).max() ?? 0
      let pair = sides.map { side in
        side.label + Array(repeating: [], count: labels - side.label.count) + side.rest
      }
      for (left, right) in zip(pair[0], pair[1]) {
        let used = left.map { displayWidth($0.text) }.reduce(0, +)
        let gap = Span(text: blanks(half + Self.persons.gap - used), style: .body)
        append(right.isEmpty ? left : left + [gap] + right)
      }
    } else {
      for (place, side) in sides.enumerated() {
        if place > 0 { append([]) }
        for line in side.label + side.rest { append(line) }
      }
    }
    append([])
    addText(chart.sentence)
  }

  /// Who they are; then the marks, and their number behind the mark that is counted.
  private func lines(
    of side: PersonChart.Side, _ chart: PersonChart, inRow: Int, width: Int
  ) -> (label: [[Span]], rest: [[Span]]) {
    let style: Style = chart.isHelp ? .good : .warning
    let label = wrap(glyphs.text(side.label), width: width).map { [Span(text: $0, style: .body)] }
    let rows =
      inRow == 0
      ? []
      : personRows(counted: side.count, of: chart.total, perRow: inRow, glyphs: glyphs)
        .map { runs in
          runs.map { Span(text: $0.text, style: $0.isCounted ? style : .hint) }
        }
    let tally = glyphs.dot + " " + glyphs.text(side.tally)
    return (label, rows + [[Span(text: tally, style: style)]])
  }

  /// A score in words, and a bar of two columns a point between the ends of its scale.
  mutating func addBar(_ text: String, _ value: Double) {
    addText(text)
    let top = Self.topOfScale
    let drawn = bar(value, of: Double(top), width: 2 * top, glyphs: glyphs)
    append([
      Span(text: "0 ", style: .hint), Span(text: drawn, style: .chosen),
      Span(text: " \(top)", style: .hint),
    ])
  }
}
