import ContentCompiler
import Export
import QuestionnaireModel
import RecommendationCore
import Screens
import Testing
import WalkthroughCore

/// Whatever the content advises says on the screen and on the patient's page whose advice it is.
@Suite(.tags(.realContent)) struct RealSourcesTests {
  /// The content on the day of its review, and every seventh example patient.
  private static let content: (pack: ContentPack, patients: [ExamplePatient])? = {
    guard let compilation = RealContent.compiled else { return nil }
    return compilation.pack.map { pack in
      (
        pack,
        compilation.patients.enumerated().filter { $0.offset.isMultiple(of: 7) }.map(\.element)
      )
    }
  }()

  /// Whether a text ends with names of sources in brackets.
  private func isAttributed(_ text: String, in pack: ContentPack) -> Bool {
    var end = text[...]
    if let last = end.last, ".!?".contains(last) { end.removeLast() }
    guard end.last == ")", let open = end.lastIndex(of: "(") else { return false }
    let names = end[end.index(after: open)...].dropLast().split(separator: ", ").map(String.init)
    return !names.isEmpty
      && names.allSatisfy { name in
        pack.references.contains { $0.name == name || $0.name == "\(name) \($0.name.suffix(4))" }
      }
  }

  @Test func `each advice, verdict, red flag and pattern names a source on the screens`() throws {
    let (pack, patients) = try #require(Self.content)
    var seen: [String: Set<String>] = [:]
    let steps = pack.rules.ladder.steps.map { Walkthrough.Screen.step($0.id) }
    for patient in patients {
      let result = try #require(patient.recommendation)
      let doNots = Set(
        result.redFlags.flatMap { pack[flag: $0.id]?.doNot ?? [] }.map(pack.filling))
      let parts: [Walkthrough.Screen] = [
        .result(.now), .result(.sooner), .result(.patterns), .result(.cautions),
      ]
      for screen in parts + (result.ladder.isShown ? steps : []) {
        let content = screenContent(scene(screen, patient, pack))
        for block in content.blocks {
          let (kind, text): (String, String)
          switch block {
          case .bullet(let bullet) where !doNots.contains(bullet): (kind, text) = ("advice", bullet)
          case .entry(.open(.flag), .item(let title, _)): (kind, text) = ("flag", title)
          case .entry(.open(.pattern), .item(_, let detail)),
            .entry(.open(.pattern), .described(_, _, let detail, _)):
            (kind, text) = ("pattern", detail)
          case .entry(.open(.treatment), .item(_, let detail)),
            .entry(.open(.treatment), .described(_, _, let detail, _)):
            (kind, text) = ("\(screen)".hasPrefix("step") ? "verdict" : "caution", detail)
          default: continue
          }
          seen[kind, default: []].insert(text)
          #expect(isAttributed(text, in: pack), "\(patient.id), \(screen): \(text)")
        }
      }
    }
    #expect(seen.values.map(\.count).reduce(0, +) > 100)
    for kind in ["advice", "flag", "pattern", "verdict", "caution"] {
      #expect(!(seen[kind] ?? []).isEmpty, "no \(kind) was seen")
    }
  }

  @Test func `each first step and safety-net of a pattern names a source`() throws {
    let (pack, patients) = try #require(Self.content)
    let patient = try #require(patients.first)
    var looked = 0
    for pattern in pack.rules.conditions {
      let content = screenContent(scene(.pattern(pattern.id), patient, pack))
      let bullets = content.blocks.compactMap { block in
        if case .bullet(let text) = block { text } else { nil as String? }
      }
      for text in (pattern.firstSteps + pattern.getHelpSooner).map(pack.filling) {
        looked += 1
        let start = text.last == "." ? String(text.dropLast()) : text
        #expect(
          bullets.contains { $0.hasPrefix(start) && isAttributed($0, in: pack) },
          "\(pattern.id): \(text)")
      }
    }
    #expect(looked > 100)
  }

  @Test func `each advice names a source on the patient's page`() throws {
    let (pack, patients) = try #require(Self.content)
    let region = try #require(pack.manifest.regions.first)
    let headings = [ExportWord.firstSteps, .getHelpSooner].map { pack.wording($0, [:]) }
    var seen = 0
    for patient in patients {
      let result = try #require(patient.recommendation)
      let answers = Answers(patient.response, to: pack.questionnaire, on: patient.day)
      let summary = TextSummary(
        result, answers: answers, pack: pack, region: region, programVersion: "1", packHash: "")
      for bullet in bullets(below: headings, in: summary.lines) {
        seen += 1
        #expect(isAttributed(bullet, in: pack), "\(patient.id): \(bullet)")
      }
    }
    #expect(seen > 100)
  }

  /// The bullets below these headings, each as one line.
  private func bullets(below headings: [String], in lines: [String]) -> [String] {
    var found: [String] = []
    var isBelow = false
    for line in lines {
      if line.hasSuffix("---") {
        isBelow = headings.contains { line.hasPrefix($0) }
      } else if isBelow, line.hasPrefix("- ") {
        found.append(String(line.dropFirst(2)))
      } else if isBelow, line.hasPrefix("  "), let last = found.popLast() {
        found.append(last + " " + line.drop { $0 == " " })
      }
    }
    return found
  }

  private func scene(
    _ screen: Walkthrough.Screen, _ patient: ExamplePatient, _ pack: ContentPack
  ) -> Scene {
    var state = Walkthrough.State(
      day: patient.day, region: pack.manifest.defaultRegion, units: .us, suggestedFile: "a.txt",
      start: screen)
    state.response = patient.response
    return Scene(state, in: pack)
  }
}

extension ContentPack {
  fileprivate func filling(_ text: String) -> String {
    manifest.regions.first { $0.id == manifest.defaultRegion }?.filling(text) ?? text
  }
}
