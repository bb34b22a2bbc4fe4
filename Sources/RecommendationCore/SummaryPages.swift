/// Which pages of the summary are handed over.
package enum SummaryPages: String, CaseIterable, Sendable {
  case both
  /// The page for the person alone.
  case person
  /// The clinician's page alone.
  case clinician
}
