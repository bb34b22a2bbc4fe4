import RecommendationCore

extension TextSummary {
  /// How much of page one.
  enum Extent: CaseIterable {
    case whole
    /// What to do now, what to avoid until then, and when to get help sooner.
    case untilSeen
    case toDo
  }

  /// Page one as QR codes for a window of this size.
  ///
  /// Where the whole page does not fit, as much of it as does, and a word that there is more; what
  /// to do now is never left out.
  package func qrPages(width: Int, height: Int) throws(QRRefusal) -> QRPages {
    for extent in Extent.allCases {
      do { return try QRPages(plainPage(extent), width: width, height: height) } catch {
        if error == .tooSmall { throw error }
      }
    }
    throw .tooMuch
  }

  /// Page one without rules, a paragraph a line.
  func plainPage(_ extent: Extent) -> String {
    var document = SummaryDocument()
    addPatientPage(to: &document)
    let layout = SummaryLayout(document.blocks, isPlain: true)
    if extent == .whole { return layout.lines.joined(separator: "\n") }
    let wanted =
      extent == .toDo
      ? [word(.toDo)] : [word(.toDo), word(.toAvoid), word(.getHelpSooner)]
    var kept = layout.sections.filter { section in
      section.heading.map { wanted.contains($0) } ?? true
    }
    .map(\.lines)
    if extent == .toDo, let head = kept.first?.first {
      kept[0] = [head, joined([word(.emergencyLine), filled(pack.manifest.notADiagnosis)])]
    }
    return (kept.flatMap { $0 } + [word(.qrShort)]).filter { !$0.isEmpty }
      .joined(separator: "\n")
  }
}
