import RecommendationCore
import TextUI

extension Layout {
  /// The steps of a ladder: with rails as it stands, the first at the bottom; else as a list from
  /// the first on.
  ///
  ///       2 ├─────┤ Second step  <- comes next
  ///         │     │ [>] For later: 2
  ///     > 1 ├──●──┤ First step  <- you are here
  ///         │     │ [+] Worth a try: 3   [?] Ask first: 1
  mutating func addLadder(_ rungs: inout [Rung], drawsRails: Bool) {
    if rungs.isEmpty { return }
    let places = drawsRails ? Array(rungs.indices.reversed()) : Array(rungs.indices)
    var drawn = Array(repeating: 0..<0, count: rungs.count)
    for place in places {
      let start = lines.count
      if drawsRails { addRung(rungs[place]) } else { addStep(rungs[place]) }
      drawn[place] = start..<lines.count
    }
    for lines in drawn {
      entries.append(lines)
      cursors.append(Point(x: 0, y: lines.lowerBound))
    }
    nextNumber += rungs.count
    rungs = []
  }

  private mutating func addRung(_ rung: Rung) {
    let number = padded("\(rung.number)", to: 2)
    let bar = String(repeating: glyphs.horizontal, count: 2)
    let middle = rung.isHere ? glyphs.dot : String(glyphs.horizontal)
    let rail = blanks(4) + "\(glyphs.vertical)" + blanks(5) + "\(glyphs.vertical) "
    let head: [Span] = [
      .mark, Span(text: number, style: .body),
      Span(text: "\(glyphs.teeLeft)\(bar)", style: .border),
      Span(text: middle, style: rung.isHere ? .chosen : .border),
      Span(text: "\(bar)\(glyphs.teeRight) ", style: .border),
    ]
    let used = displayWidth(rail)
    for (index, line) in words(of: rung, width: width - used).enumerated() {
      append((index == 0 ? head : [Span(text: rail, style: .border)]) + line)
    }
  }

  private mutating func addStep(_ rung: Rung) {
    let number = Span(text: "\(rung.number) ", style: .body, focused: .chosen)
    let lead = displayWidth(Span.mark.text + number.text)
    for (index, line) in words(of: rung, width: width - lead).enumerated() {
      append((index == 0 ? [.mark, number] : [Span(text: blanks(lead), style: .body)]) + line)
    }
  }

  /// The words of a step in lines: its name and place, the verdicts, the rest.
  private func words(of rung: Rung, width: Int) -> [[Span]] {
    let width = max(1, width)
    let name = wrap(glyphs.text(rung.name), width: width)
    var lines = name.map { [Span(text: $0, style: .heading, focused: .focus)] }
    let place = glyphs.text(rung.place)
    if !place.isEmpty {
      let used = displayWidth(name.last ?? "")
      if used + 2 + displayWidth(place) <= width {
        lines[lines.count - 1].append(Span(text: "  " + place, style: .chosen))
      } else {
        lines += wrap(place, width: width).map { [Span(text: $0, style: .chosen)] }
      }
    }
    lines += self.lines(of: rung.tallies, width: width)
    for note in rung.notes {
      lines += wrap(glyphs.text(note), width: width).map { [Span(text: $0, style: .hint)] }
    }
    return lines
  }

  /// The verdicts beside each other as far as there is room, each with its sign.
  private func lines(of tallies: [Rung.Tally], width: Int) -> [[Span]] {
    var lines: [[Span]] = []
    var used = width
    for tally in tallies {
      let text = tally.verdict.mark + " " + glyphs.text(tally.text)
      let wide = displayWidth(text)
      if used + 3 + wide > width {
        lines.append([])
        used = 0
      } else {
        lines[lines.count - 1].append(Span(text: "   ", style: .body))
        used += 3
      }
      lines[lines.count - 1].append(Span(text: text, style: tally.verdict.style))
      used += wide
    }
    return lines
  }

  /// A name with its mark, what is known of it, and more below that.
  mutating func addDescribed(
    _ text: String, _ mark: Verdict?, _ detail: String, _ notes: [String], label: String
  ) {
    let lead = (mark == nil ? 2 : 6) + displayWidth(label)
    for (index, line) in wrap(glyphs.text(text), width: max(1, width - lead)).enumerated() {
      var spans = [
        Span(text: "  ", style: .body, focused: .chosen, isMark: index == 0)
      ]
      if !label.isEmpty {
        let shown = index == 0 ? label : blanks(displayWidth(label))
        spans.append(Span(text: shown, style: .body, focused: .focus))
      }
      if let mark {
        spans.append(Span(text: index == 0 ? mark.mark + " " : blanks(4), style: mark.style))
      }
      append(spans + [Span(text: line, style: .body, focused: .focus)])
    }
    let indent = blanks(lead + (mark == nil ? 2 : 0))
    let room = max(1, width - displayWidth(indent))
    for (known, style) in [(detail, mark?.style ?? .hint)] + notes.map({ ($0, .hint) })
    where !known.isEmpty {
      for line in wrap(glyphs.text(known), width: room) {
        append([Span(text: indent, style: .body), Span(text: line, style: style)])
      }
    }
  }
}
