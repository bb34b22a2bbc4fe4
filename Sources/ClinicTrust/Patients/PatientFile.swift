internal import Export
internal import PackFile
package import QuestionnaireModel
package import RecommendationCore

/// The example patients of a pack, beside it in `PACK.patients`: their answers, and a fingerprint of
/// what came out for each where the pack was built.
///
///     kneeguide-patients 1
///     pack 5f…                                 the digest of the pack
///     hot-knee 0a1b2c3d4e5f {"age":67,…}       name, fingerprint of the JSON, answers
///     end 761
///
/// A program that gives the same from the pack reads and judges as the author's does. The file is not
/// signed: what it can do is to fail.
package enum PatientFile {
  private static var head: String { "kneeguide-patients 1" }

  package struct Patient {
    package let id: String
    package let day: Day
    package let response: QuestionnaireResponse

    package init(id: String, day: Day, response: QuestionnaireResponse) {
      self.id = id
      self.day = day
      self.response = response
    }
  }

  package static func write(
    _ patients: [Patient], of pack: ContentPack, digest: PackDigest
  ) -> [UInt8] {
    var lines = [head, "pack \(digest)"]
    for patient in patients {
      let answers = AnswersFile.write(patient.response, on: patient.day, for: pack.questionnaire)
      // Only between its parts does JSON have line ends.
      let line = answers.split(separator: "\n").map { $0.drop { $0 == " " } }.joined()
      let outcome = outcome(of: patient.response, on: patient.day, in: pack)
      lines.append("\(patient.id) \(outcome) \(line)")
    }
    lines.append("end \(patients.count)")
    return Array(lines.map { $0 + "\n" }.joined().utf8)
  }

  /// Runs all of them: how many there are, and the names of those with another result.
  package static func run(
    _ file: [UInt8], of pack: ContentPack, digest: PackDigest
  ) throws(PatientFault) -> (count: Int, failed: [String]) {
    let lines = file.split(separator: 0x0A, omittingEmptySubsequences: false)
    func text(_ line: ArraySlice<UInt8>) -> String { String(decoding: line, as: UTF8.self) }
    guard lines.count >= 4, text(lines[0]) == head, lines[lines.count - 1].isEmpty,
      text(lines[lines.count - 2]) == "end \(lines.count - 4)"
    else { throw .notWhole }
    guard text(lines[1]) == "pack \(digest)" else { throw .otherPack }
    var failed: [String] = []
    for line in lines[2..<(lines.count - 2)] {
      let parts = line.split(separator: 0x20, maxSplits: 2)
      guard parts.count == 3 else { throw .notWhole }
      guard let contents = try? AnswersFile.read(Array(parts[2]), for: pack.questionnaire),
        let day = contents.day,
        outcome(of: contents.response, on: day, in: pack) == text(parts[1])
      else {
        failed.append(text(parts[0]))
        continue
      }
    }
    return (lines.count - 4, failed)
  }

  private static func outcome(
    of response: QuestionnaireResponse, on day: Day, in pack: ContentPack
  ) -> String {
    let answers = Answers(response, to: pack.questionnaire, on: day)
    guard let region = pack.manifest.regions.first else { return "" }
    return PackFile.fingerprint(
      of: RecommendationJSON.text(
        assess(answers, rules: pack.rules), answers: answers, pack: pack, region: region,
        packHash: ""))
  }
}

/// Why example patients were not run.
package enum PatientFault: Error, Equatable, Sendable, CustomStringConvertible {
  case notWhole
  case otherPack

  package var description: String {
    switch self {
    case .notWhole: "the file of example patients is not whole; copy it anew"
    case .otherPack: "the example patients are another pack's; copy both files together"
    }
  }
}
