/// No text names a dose: the label, the pharmacist and the prescriber do.
struct DosesByLabel: ContentRule {
  static func check(_ draft: Draft) {
    draft.report(
      .doses, as: name, "say 'follow the label', or write an exception with its reason")
  }
}
