/// No text for patients names a company, a clinic or a hospital.
struct SellersUnnamed: ContentRule {
  static func check(_ draft: Draft) {
    draft.report(.sellers, as: name, "say what it is: a clinic, a seller, an insurer")
  }
}
