/// Whatever is named exists: the page, the source, the step, the treatment and so on.
///
/// Where a file of the kind could not be read, nothing is said: the name may well stand in it.
/// Names in criteria are looked at where criteria are read.
struct KnownNames: ContentRule {
  static func check(_ draft: Draft) {
    for mention in draft.mentions
    where mention.kind != .definition && !draft.incompleteKinds.contains(mention.kind) {
      let known = draft.names(of: mention.kind)
      if known.contains(mention.name) { continue }
      draft.report.error(
        name, at: mention.place, "there is no \(mention.kind.rawValue) '\(mention.name)'",
        suggestion(
          for: mention.name, among: known,
          otherwise: known.isEmpty
            ? "write it, or remove the name"
            : known.count <= 12 ? oneOf(known.sorted()) : "write it, or name another"))
    }
  }
}
