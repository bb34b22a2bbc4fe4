/// Something that could go wrong for a patient, and what holds it back.
///
/// It is for those who keep the content, and goes into no pack.
package struct Hazard {
  package let id: String
  /// 1 no harm to 5 death.
  let severity: Int?
  /// 1 hardly thinkable to 5 nearly always, with the controls in place.
  let likelihood: Int?
  let controls: [String]
  /// Suites (`Target/File`) and example patients (`patients/id`) that would notice.
  let tests: [(name: String, place: Place)]
  /// The rules that it is controlled by.
  let rules: [(name: RuleName, place: Place)]

  enum Residual: String, CaseIterable {
    case low
    case medium
    case high
  }

  enum Status: String, CaseIterable {
    case controlled
    /// A control or a sign-off is missing.
    case open
    /// The part that it is about does not exist yet.
    case notBuilt = "not-built"
    case closed
  }
}
