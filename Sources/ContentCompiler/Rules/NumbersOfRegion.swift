/// Numbers to call come from the region of the pack alone.
struct NumbersOfRegion: ContentRule {
  static func check(_ draft: Draft) {
    draft.report(
      .emergencyNumbers, as: name, "write {emergency-number}, {nurse-line} or {crisis-line}")
  }
}
