import QuestionnaireModel
import RecommendationCore
import Testing

/// Answers in words, as the screens and the summary say them.
struct AnswerTextTests {
  @Test(arguments: [
    ("pills", Answer.option(.yes), "Yes"), ("pills", .option(.no), "No"),
    ("who", .option("helper"), "A helper"), ("who", .option("gone"), "gone"),
    ("steps-now", .option("yes"), "Yes"), ("pain-with", .options([]), "None of these"),
    ("pain-with", .options(["stairs", "kneeling"]), "Kneeling; Stairs"),
    (
      "knee-now", .rows(["swollen": .option(.yes), "hot": .notSure]),
      "Hot: Not sure; Swollen: Yes"
    ),
    ("knee-now", .rows([:]), ""),
    ("tried", .rows(["walks": .option("useless")]), "Walks: Did not help"),
    ("age", .number(Quantity(67, .years)), "67 years"),
    ("age", .number(Quantity(1, .years)), "1 year"),
    ("lost", .number(Quantity(1.5, .pounds)), "1.5 lb"), ("pain-now", .scale(0), "0 of 10"),
    (
      "size", .bodySize(height: Quantity(170, .centimeters), weight: Quantity(80, .kilograms)),
      "170 cm, 80 kg"
    ),
    ("size", .bodySize(height: nil, weight: Quantity(80, .kilograms)), "80 kg"),
    ("size", .bodySize(height: nil, weight: nil), "Not said"), ("words", .text("{day}"), "{day}"),
    ("lost", .notSure, "Not sure"), ("secret", .declined, "Not said"),
  ])
  func `an answer in words`(id: Item.ID, answer: Answer, words: String) throws {
    let item = try #require(SmallPack.pack.questionnaire[id])
    #expect(answerText(answer, of: item, wording: SmallPack.wording) == words)
  }

  @Test(arguments: Unit.allCases)
  func `each unit has words`(unit: Unit) {
    for value in [0.5, 1, 2] {
      let text = quantityText(Quantity(value, unit), wording: SmallPack.wording)
      #expect(!text.contains("{") && !text.contains("screen."))
      #expect(text.hasPrefix(value == 0.5 ? "0.5" : value == 1 ? "1" : "2"))
    }
  }

  @Test(arguments: [
    (Subject("age"), "Age: 67 years"),
    (Subject("knee-now", .row("swollen")), "Knee now: Swollen"),
    (Subject("knee-now", .row("hot")), "Knee now: Hot: No"),
    (Subject("health", .row("ulcer")), "Health: Ulcer: Not sure"),
    (Subject("tried", .row("walks")), "Tried: Walks: Did not help"),
    (Subject("size", .weight), "Height and weight: 160 lb"),
    (Subject("size", .bmi), "Height and weight: BMI 25.1"),
    (Subject("lost"), "Weight lost: Not sure"),
    (Subject("check-hot"), nil), (Subject("unheard-of"), nil),
  ])
  func `what a subject gave, under its name`(subject: Subject, words: String?) {
    let answers = SmallPack.answers(SmallPack.longStanding)
    #expect(subjectText(subject, in: answers, wording: SmallPack.wording) == words)
  }

  @Test func `the clinician reads other words where there are some`() throws {
    let answers = SmallPack.answers(SmallPack.longStanding)
    #expect(
      subjectText(
        Subject("knee-now", .row("swollen")), in: answers, wording: SmallPack.wording,
        clinical: true) == "Knee, new or more than usual: Swollen")
  }

  @Test func `the pack has every word that an export says`() {
    let words = SmallPack.wording.words
    #expect(ExportWord.allCases.filter { words[$0.key] == nil } == [])
    #expect(Set(words.keys).isSubset(of: Wording.requiredKeys))
  }
}
