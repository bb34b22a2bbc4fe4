import RecommendationCore

extension TextSummary {
  /// The answers as a code that the program can read again, under words in the language of page two.
  func addReplay(to document: inout SummaryDocument, words: ContentPack) {
    document.heading(filled(words.wording[.replayTitle]))
    document.paragraph(
      joined(
        [filled(words.wording[.replayAbout])]
          + (includesPrivate ? [] : [filled(words.wording[.replayPrivate])])))
    let code = ReplayCode(
      answers, pack: pack, region: region, packHash: packHash, includesPrivate: includesPrivate)
    document.add(.verbatim(code.lines))
  }
}
