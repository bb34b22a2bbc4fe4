import RecommendationCore

extension TextSummary {
  /// How much of page one.
  enum Extent: CaseIterable {
    case whole
    /// What to do now, what to avoid until then, and when to get help sooner.
    case untilSeen
    case toDo
    /// The same without why, and without what to say in a clinic.
    case toDoInShort
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

  /// The same for so many modules a side: as much of the page as four codes hold, since each is held a
  /// phone to, and where they hold none of it the least in as few as it takes.
  package func qrPages(side: Int) throws(QRRefusal) -> QRPages {
    for extent in Extent.allCases {
      do { return try QRPages(plainPage(extent), side: side, atMost: 4) } catch {
        if error == .tooSmall { throw error }
      }
    }
    return try QRPages(plainPage(.toDoInShort), side: side)
  }

  /// So many modules a side are enough; `nil` where no code is.
  package var leastSideOfCodes: Int? {
    let shortest = plainPage(.toDoInShort)
    // The sides of versions 1 to 40.
    return stride(from: 21, through: 177, by: 4).map { $0 + 2 * QRPages.quietZone }
      .first { (try? QRPages(shortest, side: $0)) != nil }
  }

  /// Page one without rules, a paragraph a line.
  func plainPage(_ extent: Extent) -> String {
    var document = SummaryDocument()
    addPatientPage(to: &document)
    let blocks = extent == .toDoInShort ? document.blocks.filter(isToDo) : document.blocks
    let layout = SummaryLayout(blocks, isPlain: true)
    if extent == .whole { return layout.lines.joined(separator: "\n") }
    let wanted =
      extent != .untilSeen
      ? [word(.toDo)] : [word(.toDo), word(.toAvoid), word(.getHelpSooner)]
    var kept = layout.sections.filter { section in
      section.heading.map { wanted.contains($0) } ?? true
    }
    .map(\.lines)
    if extent != .untilSeen, let head = kept.first?.first {
      kept[0] = [head, joined([word(.emergencyLine), filled(pack.manifest.notADiagnosis)])]
    }
    return (kept.flatMap { $0 } + [word(.qrShort)]).filter { !$0.isEmpty }
      .joined(separator: "\n")
  }

  private func isToDo(_ block: SummaryBlock) -> Bool {
    switch block {
    // A second sign has its own word on what to do.
    case .note(let text): ![word(.whyLabel), word(.youSaidLabel)].contains(where: text.hasPrefix)
    case .paragraph(let text): !text.hasPrefix(word(.inClinicLabel))
    default: true
    }
  }
}
