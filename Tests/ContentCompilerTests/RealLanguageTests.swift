import ContentCompiler
import QuestionnaireModel
import RecommendationCore
import Screens
import Testing
import TextUI
import WalkthroughCore

/// The content of this repository in a made-up language with longer words: what any translation
/// will have to live with.
@Suite(.tags(.realContent)) struct RealLanguageTests {
  private static let root = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    .dropLast(3).joined(separator: "/")

  private struct Missing: Error {}

  private static let compilation = Result { () throws -> Compilation in
    let folder = ContentFolder(root + "/Content")
    guard let day = testDay else { throw Missing() }
    var content = ContentInMemory([:])
    for path in try folder.paths() where !path.hasPrefix("languages/") {
      content.files[path] = try folder.bytes(of: path)
    }
    for (path, text) in try pseudoLanguage(of: content) { content.files[path] = Array(text.utf8) }
    return compile(content, on: day)
  }

  private func packs() throws -> (original: ContentPack, pseudo: ContentPack) {
    let packs = try Self.compilation.get().packs
    try #require(packs.count == 2)
    return (packs[0], packs[1])
  }

  @Test func `it has no fault`() throws {
    for diagnostic in try Self.compilation.get().diagnostics {
      Issue.record("\(diagnostic)")
    }
    #expect(try Self.compilation.get().packs.count == 2)
  }

  /// Whatever has the same letters in both languages was overlooked, or is no text.
  @Test func `every text is translated`() throws {
    let (original, pseudo) = try packs()
    var same: [String: String] = [:]
    func compare(_ a: Any, _ b: Any, _ path: String) {
      if let a = a as? String, let b = b as? String {
        if a == b, a.contains(where: \.isLetter) { same[path] = a }
        return
      }
      // Whose entries stand in no order.
      if let a = a as? [String: String], let b = b as? [String: String] {
        // Names of keys and units are left as they are, and so is what stands for another text.
        for (key, text) in a
        where text.replacing(/{[a-z]+}/, with: "").contains(/[A-Za-z]{3}/) {
          compare(text, b[key] ?? text, "\(path).\(key)")
        }
        return
      }
      let (ones, others) = (Mirror(reflecting: a).children, Mirror(reflecting: b).children)
      // Terms stand in the order of their words, which differ.
      if ones.count != others.count, !path.hasPrefix("terms.") {
        same[path + ".count"] = "\(ones.count), \(others.count)"
      }
      for (one, other) in zip(ones, others) {
        compare(one.value, other.value, one.label.map { path + "." + $0 } ?? path)
      }
    }
    for (name, a, b) in [
      ("manifest", original.manifest, pseudo.manifest), ("rules", original.rules, pseudo.rules),
      ("questionnaire", original.questionnaire, pseudo.questionnaire),
      ("wording", original.wording.words, pseudo.wording.words),
      ("claims", original.claims, pseudo.claims), ("figures", original.figures, pseudo.figures),
      ("pictures", original.pictures, pseudo.pictures),
      ("terms", original.glossary.words.terms, pseudo.glossary.words.terms),
    ] as [(String, Any, Any)] {
      compare(a, b, name)
    }
    // Names by which things find each other, drawings, and what is for clinicians.
    let others = same.filter { path, _ in
      let last = path.split(separator: ".").last ?? ""
      return ![
        "rawValue", "id", "version", "code", "key", "drawing", "ascii", "mask", "letter", "picture",
      ]
      .contains(last) && !path.hasSuffix("manifest.languages.name")
        && !path.contains(".clinical") && !path.hasPrefix("rules.scores")
        && !path.hasPrefix("rules.notes")
    }
    #expect(others == [:])
    for (a, b) in zip(original.pages, pseudo.pages) {
      #expect(a.id == b.id && a.title != b.title && a.about != b.about)
      #expect(a.blocks.count == b.blocks.count && a.blocks != b.blocks)
    }
  }

  // MARK: Screens

  /// R59: in the window that large letters leave.
  @Test func `questions and what lies over them fit`() throws {
    let pack = try packs().pseudo
    var screens: [Walkthrough.Screen] = [
      .welcome, .help, .emergencyHelp, .leave, .save, .saved, .pageList, .glossary, .checkAnswers,
    ]
    for item in pack.questionnaire.items {
      screens += [.question(item.id, isChange: false), .why(item.id)]
    }
    for screen in screens { try expectFit(screen, pack) }
    try expectFit(.question("age", isChange: true), pack)
  }

  @Test func `pages, claims and what is known of treatments fit`() throws {
    let pack = try packs().pseudo
    for page in pack.pages {
      try expectFit(.page(page.id), pack)
      try expectFit(.sources(page.id), pack)
    }
    for claim in pack.claims { try expectFit(.claim(claim.id), pack) }
  }

  @Test func `results fit`() throws {
    let pack = try packs().pseudo
    let patients = try Self.compilation.get().patients
    for level in Disposition.allCases {
      let patient = try #require(
        patients.last { $0.recommendation?.disposition == level }, "nobody gets \(level)")
      let result = try #require(patient.recommendation)
      let screens =
        Walkthrough.ResultPart.allCases.map { Walkthrough.Screen.result($0) }
        + result.conditions.map { .pattern($0.id) }
        + result.treatments.prefix(8).map { .treatment($0.id) }
        + result.redFlags.map { .flag($0.id) }
        + [.checkAnswers, .interruption(result.redFlags.map(\.id))]
      for screen in screens { try expectFit(screen, pack, patient.response) }
    }
    for rule in pack.rules.consistency { try expectFit(.consistency(rule.id), pack) }
  }

  /// At both sizes the cursor stands on the focus, the header is whole, and the first keys are
  /// told; and in a window as high as need be all that the screen says is there.
  private func expectFit(
    _ screen: Walkthrough.Screen, _ pack: ContentPack, _ response: QuestionnaireResponse = .init(),
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    var state = Walkthrough.State(
      day: try #require(testDay), region: pack.manifest.defaultRegion, suggestedFile: "knee.txt",
      start: screen)
    state.response = response
    state.settleFocus(in: pack)
    let content = screenContent(Scene(state, in: pack))
    #expect(content.entries == state.entries(in: pack), sourceLocation: sourceLocation)
    for size in [Size(width: 80, height: 24), Size(width: 40, height: 12)] {
      var state = state
      // The second time it has heard what was drawn.
      _ = reduce(
        &state, .drawn(render(state, in: pack, size: size, glyphs: .unicode).metrics), in: pack)
      let drawn = render(state, in: pack, size: size, glyphs: .unicode)
      let place: Comment = "\(screen) at \(size.width)x\(size.height)\n\(drawn.frame.text)"
      for y in 0..<size.height {
        #expect(displayWidth(drawn.frame.line(y)) <= size.width, sourceLocation: sourceLocation)
      }
      let header = drawn.frame.line(0)
      #expect(
        header.contains(content.section) && header.contains(content.place), place,
        sourceLocation: sourceLocation)
      let footer = (0..<size.height).map(drawn.frame.line).suffix(3).joined(separator: "\n")
      for hint in content.keys.prefix(screen == .leave ? 1 : 2) {
        #expect(
          footer.contains("\(hint.key) \(hint.does)"), place, sourceLocation: sourceLocation)
      }
      let cursor = try #require(drawn.frame.cursor, sourceLocation: sourceLocation)
      let lines = drawn.metrics.entries
      if lines.indices.contains(state.visit.focus), !drawn.metrics.showsPicture {
        let first = lines[state.visit.focus].lowerBound - drawn.metrics.scroll
        let top = cursor.y - first
        let isSeen = (0..<drawn.metrics.height).contains(first)
        #expect(!isSeen || (1...6).contains(top), place, sourceLocation: sourceLocation)
      }
    }
    for width in [40, 80] {
      let drawn = render(
        state, in: pack, size: Size(width: width, height: 900), glyphs: .unicode)
      let seen = (0..<900).map(drawn.frame.line).joined()
        .filter { !$0.isWhitespace && $0 != Glyphs.unicode.vertical }
      for text in content.words(withZones: !drawn.metrics.showsPicture) {
        #expect(
          seen.contains(text.filter { !$0.isWhitespace }), "\(screen) at \(width): \(text)",
          sourceLocation: sourceLocation)
      }
    }
  }
}

extension ScreenContent {
  /// All that has to be seen somewhere.
  fileprivate func words(withZones: Bool) -> [String] {
    [heading, fault ?? ""]
      + blocks.flatMap { block -> [String] in
        switch block {
        case .text(let text, _), .subheading(let text), .bullet(let text), .numbered(_, let text),
          .quoted(let text):
          [text]
        case .entry(.option, _) where !withZones: []
        case .entry(_, let entry): entry.words
        case .persons(let chart): [chart.sentence]
        case .bar(let text, _): [text]
        case .gap: []
        }
      }
  }
}

extension EntryText {
  fileprivate var words: [String] {
    switch self {
    case .radio(let text, let hint, _), .check(let text, let hint, _): [text, hint ?? ""]
    case .row(let text, let hint, let answer, _): [text, hint ?? "", answer ?? ""]
    case .field(let label, let text, let unit): [label, text, unit]
    case .scale(_, let low, let high): [low, high]
    case .none(let text, _), .button(let text), .keyed(_, let text), .link(let text): [text]
    case .item(let text, let detail): [text, detail]
    case .described(let text, _, let detail, let notes): [text, detail] + notes
    case .rung(let rung): rung.texts
    }
  }
}
