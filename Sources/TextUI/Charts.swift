/// Marks of one kind in a row of persons, with the blanks between them.
package struct PersonRun: Equatable, Sendable {
  package let text: String
  /// Whether these are persons who are counted, or the others.
  package let isCounted: Bool
}

/// Persons as rows of marks, one for each, those who are counted first, in groups of ten.
///
/// More than there are count as all, fewer than none as none.
///
///     ●●●●●●●●●● ●●○○○○○○○○
///     ○○○○○○○○○○ ○○○○○○○○○○
package func personRows(
  counted: Int, of total: Int, perRow: Int, glyphs: Glyphs
) -> [[PersonRun]] {
  let perRow = max(1, perRow)
  return stride(from: 0, to: max(0, total), by: perRow).map { first in
    let end = min(first + perRow, total)
    let turn = min(max(first, counted), end)
    return [(first..<turn, true), (turn..<end, false)].compactMap { persons, isCounted in
      if persons.isEmpty { return nil }
      let text = persons.map { person in
        let isLastOfGroup = (person - first) % 10 == 9 && person + 1 < end
        return (isCounted ? glyphs.dot : glyphs.ring) + (isLastOfGroup ? " " : "")
      }
      return PersonRun(text: text.joined(), isCounted: isCounted)
    }
  }
}

/// The columns of a row of so many persons.
package func personRowWidth(_ persons: Int) -> Int { persons + max(0, persons - 1) / 10 }

/// A bar that is as full as the value is of the most; never less than empty or more than full.
///
///     █████████████░░░░░░░
package func bar(_ value: Double, of most: Double, width: Int, glyphs: Glyphs) -> String {
  let width = max(0, width)
  let share = most > 0 && value.isFinite ? min(max(0, value / most), 1) : 0
  let full = Int((share * Double(width)).rounded())
  return String(repeating: glyphs.full, count: full)
    + String(repeating: glyphs.empty, count: width - full)
}
