import ContentCompiler
import QuestionnaireModel
import RecommendationCore
import Testing

extension Tag {
  /// Looks at `Content/` itself; run alone with `swift test --filter RealContentTests`.
  @Tag static var realContent: Self
}

/// The content of this repository, and what it says of its own form.
@Suite(.tags(.realContent)) struct RealContentTests {
  private static let root = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    .dropLast(3).joined(separator: "/")
  private let content = ContentFolder(root + "/Content")

  /// The day of its last review: this test is about the content, not about the calendar.
  @Test func `the content has no fault`() throws {
    let compilation = compile(content, on: try #require(Day("2026-11-22")))
    for diagnostic in compilation.diagnostics where diagnostic.severity == .error {
      Issue.record("\(diagnostic.description(in: "Content"))")
    }
    #expect(compilation.pack != nil)
  }

  /// The words of a question that carry its meaning.
  private func words(_ text: String) -> Set<Substring> {
    let small: Set<Substring> = [
      "a", "an", "and", "any", "are", "at", "be", "by", "can", "could", "do", "does", "for", "from",
      "have", "how", "i", "if", "in", "is", "it", "me", "much", "my", "of", "on", "or", "should",
      "so", "that", "the", "this", "to", "we", "what", "when", "which", "who", "why", "will",
      "with", "would", "knee",
    ]
    return Set(text.lowercased().split { !$0.isLetter && $0 != "'" }).subtracting(small)
  }

  @Test func `a patient is shown the seven most important questions, and none twice`() throws {
    let compilation = compile(content, on: try #require(Day("2026-11-22")))
    let pack = try #require(compilation.pack)
    let questions = pack.rules.advice.filter { $0.kind == .question }
    #expect(questions.count >= 60)
    var hadMore = 0
    for patient in compilation.patients {
      guard let result = patient.recommendation, !result.disposition.isEmergency else { continue }
      let answers = Answers(patient.response, to: pack.questionnaire, on: patient.day)
      let fitting = questions.filter { question in
        let truth = answers.truth(of: question.when, reading: .safety)
        let isOfLevel = question.levels.isEmpty || question.levels.contains(result.disposition)
        return isOfLevel && (truth == .yes || truth == .unsure)
      }
      #expect(result.questions.map(\.id) == fitting.prefix(7).map(\.id), "\(patient.id)")
      if fitting.count > 7 { hadMore += 1 }
      for (position, question) in result.questions.enumerated() {
        for other in result.questions[..<position] {
          let (one, two) = (words(question.text), words(other.text))
          let shared = one.intersection(two).count
          #expect(
            shared * 3 <= min(one.count, two.count) * 2,
            "\(patient.id) is shown \(question.id) and \(other.id)")
        }
      }
    }
    #expect(hadMore >= 50)
  }

  /// The indented blocks of FORMAT.md below a heading.
  private func example(below heading: String) throws -> String {
    let text = String(decoding: try content.bytes(of: "FORMAT.md"), as: UTF8.self)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let start = try #require(lines.firstIndex { $0.hasPrefix("#") && $0.hasSuffix(heading) })
    return lines[(start + 1)...].drop { !$0.hasPrefix("    ") }
      .prefix { $0.hasPrefix("    ") || $0.isEmpty }
      .map { $0.dropFirst(4) }.joined(separator: "\n")
  }

  /// What is wrong with an example when it stands alone: a name of something else, or three dots in
  /// place of words.
  private func faults(of file: String, below heading: String) throws -> [Diagnostic] {
    var files = baseContent
    files[file] = try example(below: heading)
    let form = [
      "KnownKeys", "CompleteKeys", "RightTypes", "ReadableYAML", "UniqueKeys", "KnownWords",
      "PageHeader",
    ]
    return try compiled(files).diagnostics
      .filter { $0.file == file && form.contains($0.rule) }
  }

  @Test(arguments: [
    ("pack.yaml", "## pack.yaml"), ("questionnaire/20-pain.yaml", "## questionnaire/*.yaml"),
    ("rules/red-flags.yaml", "## rules/red-flags.yaml"),
    ("rules/conditions.yaml", "## rules/conditions.yaml"),
    ("rules/ladder.yaml", "## rules/ladder.yaml"),
    ("rules/treatments.yaml", "## rules/treatments.yaml"),
    ("rules/advice.yaml", "## rules/advice.yaml"), ("rules/scores.yaml", "## rules/scores.yaml"),
    ("rules/consistency.yaml", "## rules/consistency.yaml"),
    ("rules/notes.yaml", "## rules/notes.yaml"),
    ("pictures/thing.yaml", "## pictures/*.yaml"),
    ("rules/dispositions.yaml", "## rules/dispositions.yaml"),
    ("rules/surgery.yaml", "## rules/surgery.yaml"),
    ("evidence/references.yaml", "## evidence/references.yaml"),
    ("evidence/claims.yaml", "## evidence/claims.yaml"),
    ("evidence/article.yaml", "## evidence/article.yaml"),
    ("evidence/figures.yaml", "## evidence/figures.yaml"), ("hazards.yaml", "## hazards.yaml"),
    ("wording-rules.yaml", "## wording-rules.yaml"),
    ("glossary.yaml", "## glossary.yaml"), ("pages/exercise.md", "## pages/*.md"),
    ("patients/worn-knee.yaml", "## patients/*.yaml"),
  ])
  func `an example of FORMAT.md has the form that is read`(file: String, heading: String) throws {
    let faults = try faults(of: file, below: heading).map(\.description)
    #expect(faults == [])
  }

  @Test func `the criteria of FORMAT.md can be read`() throws {
    let lines = try example(below: "## Criteria").split(separator: "\n")
    #expect(lines.count == 6)
    let names = """
      section: more
      title: More
      emergency: false
      items:
        - { id: morning-stiffness, ask: A, why: A, kind: choice, options: { none: A, over-30: B }, summary: A, clinical: A }
        - { id: health, ask: A, why: A, kind: choices, options: { diabetes: A, gout: B }, summary: A, clinical: A }
        - { id: takes-blood-thinner, ask: A, why: A, kind: yes-no, summary: A, clinical: A }
      """
    for line in lines {
      let criterion = line.split(separator: "#")[0]
      var files = baseContent
      files["questionnaire/30-more.yaml"] = names
      files["rules/definitions-more.yaml"] = "example: \(criterion)\n"
      let faults = try compiled(files).diagnostics
        .filter { $0.severity == .error }
      #expect(faults.map(\.description) == [], "\(line)")
    }
  }
}
