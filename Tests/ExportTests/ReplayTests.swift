import QuestionnaireModel
import RecommendationCore
import Testing

@testable import Export

/// The code of a summary: what it gives back, and what it refuses.
struct ReplayTests {
  private static let hash = "0123456789abcdef0123456789abcdef"

  private static func code(
    _ given: [Item.ID: Answer], includesPrivate: Bool = false
  ) -> ReplayCode {
    ReplayCode(
      SmallPack.answers(given), pack: SmallPack.pack, region: SmallPack.region, packHash: hash,
      includesPrivate: includesPrivate)
  }

  @Test func `random sheets come back as they were, and their recommendation to the byte`() throws {
    var random = SeededGenerator(seed: 23)
    let questionnaire = SmallPack.pack.questionnaire
    for round in 0..<200 {
      let given = questionnaire.randomResponse(using: &random)
      let answers = Answers(given, to: questionnaire, on: SmallPack.today)
      let isPrivateToo = round % 2 == 0
      let text = SmallPack.summary(answers, includesPrivate: isPrivateToo).text
      let code = try ReplayCode.find(in: Array(text.utf8))
      #expect(code.day == SmallPack.today && code.region == "us" && code.language == "en")
      #expect(code.packHash == "0123456789abcdef" && code.includesPrivate == isPrivateToo)
      let read = try #require(try code.response(to: questionnaire))
      var letOut: [Item.ID: Answer] = [:]
      for item in answers.enabled where isPrivateToo || !item.isPrivate {
        letOut[item.id] = given[item.id]
      }
      #expect(read.answers == letOut)
      #expect(SmallPack.json(read.answers) == SmallPack.json(letOut))
    }
  }

  @Test func `a number comes back with all its bits, however exact it is`() throws {
    for weight in [154.5, 154.3, 0.1 + 154.2, 154.300_000_000_01, 400] {
      let given: [Item.ID: Answer] = [
        "size": .bodySize(height: Quantity(5.6, .feet), weight: Quantity(weight, .pounds))
      ]
      let read = try Self.code(given).response(to: SmallPack.pack.questionnaire)
      #expect(read?.answers == given)
    }
  }

  @Test func `private and parked answers are not in it`() throws {
    let given = SmallPack.changed(["check-hot": .option(.yes)])
    let read = try Self.code(given).response(to: SmallPack.pack.questionnaire)
    #expect(read?["secret"] == nil && read?["check-hot"] == nil)
    #expect(read?["age"] == given["age"])
    let whole = try Self.code(given, includesPrivate: true)
      .response(to: SmallPack.pack.questionnaire)
    #expect(whole?["secret"] == given["secret"] && whole?["check-hot"] == nil)
    // Nor does it tell of them in another way.
    let without = given.filter { $0.key != "secret" && $0.key != "check-hot" }
    #expect(Self.code(without).lines == Self.code(given).lines)
  }

  @Test func `its lines are short, and of letters that are not mixed up`() {
    for given in [SmallPack.longStanding, SmallPack.emergency, [:]] {
      let lines = Self.code(given).lines
      for line in lines { #expect(line.count <= 71, "\(line)") }
      let letters = lines.joined().dropFirst(ReplayCode.opening.count).dropLast()
      #expect(letters.allSatisfy { "0123456789ABCDEFGHJKMNPQRSTVWXYZ ".contains($0) })
    }
  }

  enum Typing: CaseIterable, Sendable {
    case asItIs, small, lookingAlike, quoted, inOneLine, withoutSpaces, aLetterALine

    func typed(_ text: String) -> String {
      switch self {
      case .asItIs: text
      case .small: text.lowercased()
      case .lookingAlike: text.replacing("1", with: "l").replacing("0", with: "o")
      case .quoted: text.replacing("\n", with: "\r\n> ")
      case .inOneLine: text.replacing("\n", with: " ")
      case .withoutSpaces: text.filter { $0 != " " && $0 != "\n" }
      case .aLetterALine: text.map { "\($0)\n" }.joined()
      }
    }
  }

  @Test(arguments: Typing.allCases)
  func `it is read however it was typed`(typing: Typing) throws {
    let code = Self.code(SmallPack.longStanding)
    let opening = ReplayCode.opening
    let text = "Dear [doctor], [KG]\n" + code.lines.joined(separator: "\n") + "\nBye [me]\n"
    // The 1 of the opening itself is no letter of the code.
    let changed = typing.typed(text).replacing("[KGl", with: opening)
    #expect(try ReplayCode.find(in: Array(changed.utf8)) == code)
  }

  @Test func `every slip is found in its line`() throws {
    let lines = Self.code(SmallPack.longStanding).lines
    try #require(lines.count > 2)
    for number in lines.indices {
      for place in lines[number].indices.dropFirst(ReplayCode.opening.count) {
        guard lines[number][place] != " ", lines[number][place] != "]" else { continue }
        var damaged = lines
        let letter = lines[number][place]
        damaged[number].replaceSubrange(place...place, with: [letter == "7" ? "8" : "7"])
        let text = "\n\n" + damaged.joined(separator: "\n")
        #expect(throws: ReplayFault.slip(line: number + 3, number: number + 1)) {
          try ReplayCode.find(in: Array(text.utf8))
        }
      }
    }
  }

  @Test func `what is damaged in another way gives one clear line`() {
    let lines = Self.code(SmallPack.longStanding).lines
    let text = lines.joined(separator: "\n")
    func fault(_ text: String) -> ReplayFault? {
      do throws(ReplayFault) {
        _ = try ReplayCode.find(in: Array(text.utf8))
        return nil
      } catch {
        #expect(!error.description.contains("\n") && error.description.contains("; "))
        return error
      }
    }
    #expect(fault("") == ReplayFault.none)
    #expect(fault("What to do now") == ReplayFault.none)
    #expect(fault(String(text.dropLast())) == .open)
    #expect(fault("[KG1 ]") == .empty)
    #expect(fault("[KG1 A]") == .slip(line: 1, number: 1))
    #expect(fault(text + "\n" + text) == .two(line: lines.count + 1))
    #expect(fault(text.replacingFirst(" ", with: " U")) == .letter(line: 1, column: 6))
    #expect(fault(text.replacingFirst(" ", with: " é")) == .letter(line: 1, column: 6))
    #expect(fault((lines.dropFirst().prefix(0) + [lines[0], lines[2]]).joined()) != nil)
    #expect(fault(([lines[0]] + lines.dropFirst(2)).joined(separator: "\n")) != nil)
    #expect(fault(lines[0] + "]") == .wrongSum)
  }

  @Test func `a code for other questions is not read`() throws {
    let code = Self.code(SmallPack.longStanding)
    let sections = SmallPack.sections.dropLast() + []
    #expect(try code.response(to: Questionnaire(sections: Array(sections))) == nil)
  }

  @Test func `it says what differs where the rules do`() throws {
    let code = Self.code(SmallPack.sameDay)
    let rules = SmallPack.rules
    let result = assess(SmallPack.answers(SmallPack.sameDay), rules: rules)
    #expect(code.difference(from: result, rules: rules) == nil)
    let flags = rules.redFlags.filter { flag in result.redFlags.allSatisfy { $0.id != flag.id } }
    let other = Rules(
      dispositions: rules.dispositions, redFlags: flags, conditions: rules.conditions,
      ladder: rules.ladder, treatments: rules.treatments, surgery: rules.surgery, advice: [],
      scores: [])
    let now = assess(SmallPack.answers(SmallPack.sameDay), rules: other)
    let difference = try #require(code.difference(from: now, rules: rules))
    #expect(difference.before == .sameDay && difference.now < .sameDay)
    #expect(difference.gone == result.redFlags.map(\.id) && difference.new == [])
    #expect(
      code.difference(from: now, rules: other)?.gone == result.redFlags.map { _ in nil })
  }
}

extension String {
  fileprivate func replacingFirst(_ text: Character, with other: String) -> String {
    guard let place = firstIndex(of: text) else { return self }
    return replacingCharacters(in: place, with: other)
  }

  private func replacingCharacters(in place: Index, with other: String) -> String {
    var copy = self
    copy.replaceSubrange(place...place, with: other)
    return copy
  }
}
