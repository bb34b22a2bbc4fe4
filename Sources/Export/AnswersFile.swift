package import QuestionnaireModel

/// The answers as JSON: a map from item id to answer, with the day under `on`, and under `notice`
/// the fingerprint of the standing text that was shown with them.
///
/// `Content/FORMAT.md` shows each kind.
///
///     { "on": "2026-11-22", "age": 67, "knee-now": { "swollen": true, "hot": "not-sure" } }
///
/// A text item that offers "not sure" cannot hold the words `not-sure`, nor `declined` where it may
/// be skipped.
package enum AnswersFile {
  package struct Contents: Equatable, Sendable {
    package let response: QuestionnaireResponse
    /// `nil` where the file does not say.
    package let day: Day?
    /// The notice that was shown with them, as a fingerprint; `nil` where the file does not say.
    package let notice: String?
  }

  /// What is wrong in an answers file.
  ///
  /// Its description is one line.
  package struct Fault: Equatable, Sendable, CustomStringConvertible {
    /// From 1.
    package let line: Int
    /// From 1, in Unicode scalars.
    package let column: Int
    /// The item, or a row or a measure of it; `nil` for a fault of the file itself.
    package let subject: String?
    package let summary: String
    /// How to mend it.
    package let remedy: String

    package var description: String {
      "\(line):\(column): " + (subject.map { $0 + ": " } ?? "") + summary + "; " + remedy
    }
  }

  /// Every fault that was found, in the order of the file; never empty.
  package struct Faults: Error, Equatable, Sendable {
    package let all: [Fault]
  }

  /// The answers that the bytes hold, each of which fits its item.
  package static func read(
    _ bytes: [UInt8], for questionnaire: Questionnaire
  ) throws(Faults) -> Contents {
    let root: JSONNode
    do {
      root = try JSONReader.read(bytes)
    } catch {
      throw Faults(all: [
        Fault(
          line: error.place.line, column: error.place.column, subject: nil,
          summary: error.summary, remedy: error.remedy)
      ])
    }
    var reader = AnswerReader(questionnaire: questionnaire)
    let contents = reader.read(root)
    if !reader.faults.isEmpty {
      throw Faults(
        all: reader.faults.sorted { ($0.line, $0.column) < ($1.line, $1.column) })
    }
    return contents
  }

  /// The answers as `read` takes them, with the keys sorted.
  ///
  /// An answer to no item of the questionnaire is left out.
  package static func write(
    _ response: QuestionnaireResponse, on day: Day?, notice: String? = nil,
    for questionnaire: Questionnaire
  ) -> String {
    json(response, on: day, notice: notice, for: questionnaire).text
  }

  /// The same as one line without its end.
  package static func line(
    _ response: QuestionnaireResponse, on day: Day?, for questionnaire: Questionnaire
  ) -> String {
    json(response, on: day, notice: nil, for: questionnaire).line
  }

  private static func json(
    _ response: QuestionnaireResponse, on day: Day?, notice: String?,
    for questionnaire: Questionnaire
  ) -> JSON {
    var members = response.answers.compactMap { id, answer in
      questionnaire[id].map { JSON.Member(id.rawValue, $0.json(of: answer)) }
    }
    if let day { members.append(JSON.Member("on", .string(day.description))) }
    if let notice { members.append(JSON.Member("notice", .string(notice))) }
    return .object(members.sorted { $0.name < $1.name })
  }
}
