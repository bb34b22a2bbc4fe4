/// The tests that a hazard names exist: an example patient, or a file among the tests of the
/// program.
///
/// Files are looked at only where the folder of the tests is known.
struct RunningTests: ContentRule {
  static func check(_ draft: Draft) {
    for hazard in draft.hazards ?? [] {
      for (test, place) in hazard.tests {
        guard let fault = fault(test, draft) else { continue }
        draft.report.error(
          name, at: place, "hazard '\(hazard.id)' names the test '\(test)', which does not exist",
          fault)
      }
    }
  }

  /// How to mend the name; `nil` where it is good.
  private static func fault(_ test: String, _ draft: Draft) -> String? {
    let parts = test.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty }) else {
      return "write Target/File for Tests/Target/File.swift, or patients/id"
    }
    if parts[0] == "patients" {
      let patients = draft.names(of: .patient)
      if draft.incompleteKinds.contains(.patient) || patients.contains(parts[1]) { return nil }
      return suggestion(
        for: parts[1], among: patients, otherwise: "name an example patient, or write one")
    }
    guard let suites = draft.suites, !suites.contains(test) else { return nil }
    return suggestion(for: test, among: suites, otherwise: "name a suite that there is")
  }
}
