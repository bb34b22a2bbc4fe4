/// No text promises or rules out what nobody can; a page may quote such a claim in a block quote.
struct PromiseFree: ContentRule {
  static func check(_ draft: Draft) {
    draft.report(
      .promises, as: name, "say what is known; on a page, quote a claim with '> ' before it"
    ) { text, _ in !text.isQuote }
  }
}
