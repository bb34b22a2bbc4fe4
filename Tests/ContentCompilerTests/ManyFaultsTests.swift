import ContentCompiler
import QuestionnaireModel
import Testing

@Suite struct ManyFaultsTests {
  @Test func `twenty faults planted at once are all reported in one run, each at its place`() throws
  {
    try expectFindings(
      [
        Finding("1️⃣", "KnownKeys", "the pack has no key 'titel'"),
        Finding("2️⃣", "KnownWords", "'kind' of source 'guideline-b' cannot be 'guidelin'"),
        Finding("3️⃣", "QuestionLength", "the question 'pain-duration' has 21 words"),
        Finding("4️⃣", "HintWithoutFullStop", "the hint of 'pain-duration' ends with a full stop"),
        Finding("5️⃣", "KnownOptions", "'injury' has no option 'within-7-day'"),
        Finding("6️⃣", "RightTypes", "'may-skip' of item 'size' should be true or false, is 'yes'"),
        Finding("7️⃣", "KnownItems", "there is no item or definition 'ages'"),
        Finding("8️⃣", "TypedCriteria", "'pain-now' is a number and cannot be a criterion by itself"),
        Finding("9️⃣", "KnownNames", "there is no source 'guideline-z'"),
        Finding("0️⃣", "KnownUnits", "there is no unit 'yaers'"),
        Finding(
          "a\u{20E3}", "OrderedFit", "the thresholds of condition 'worn-knee' are out of order"),
        Finding(
          "b\u{20E3}", "FirstStepsOffLadder",
          "condition 'strain' is off the ladder and has no 'first-steps'"),
        Finding("c\u{20E3}", "KnownArticleStages", "the article has no stage 2"),
        Finding("d\u{20E3}", "KnownNames", "there is no step 'gels'"),
        Finding("e\u{20E3}", "UniqueKeys", "the key 'name' stands twice in one mapping"),
        Finding("f\u{20E3}", "FinalSurgeryAdvice", "the last surgery advice has a 'when'"),
        Finding("g\u{20E3}", "ReadableCriteria", "a number is missing, the end stands there"),
        Finding("h\u{20E3}", "ShownMarkdown", "an image stands in the text"),
        Finding("i\u{20E3}", "ReviewInTime", "the review of page 'start' was due on 2026-11-23"),
        Finding("j\u{20E3}", "FittingAnswers", "the answer to 'injury' cannot be 'non'"),
        Finding("k\u{20E3}", "KnownNames", "there is no red flag 'hot'"),
        Finding("l\u{20E3}", "PlainCharacters", "the character U+202E cannot be seen"),
      ],
      planting: [
        Planted("pack.yaml", "id: knee", "id: knee\n1️⃣titel: A"),
        Planted(
          "evidence/references.yaml", "id: guideline-b, kind: guideline",
          "id: guideline-b, kind: 2️⃣guidelin"),
        Planted(
          "questionnaire/20-pain.yaml", "ask: How long have you had it?",
          "ask: 3️⃣a b c d e f g h i j k l m n o p q r s t u"),
        Planted(
          "questionnaire/20-pain.yaml", "hint: Count from the first day",
          "hint: 4️⃣Count from the first day."),
        Planted(
          "questionnaire/20-pain.yaml", "injury in [within-7-days", "injury in [5️⃣within-7-day"),
        Planted("questionnaire/20-pain.yaml", "may-skip: true", "may-skip: 6️⃣yes"),
        Planted("rules/definitions.yaml", "adult: age", "old: 7️⃣ages > 5\nadult: age"),
        Planted(
          "rules/dispositions.yaml", "self-care-when: pain-now <= 2", "self-care-when: 8️⃣pain-now"),
        Planted(
          "rules/red-flags.yaml", "sources: [guideline-a]", "sources: [guideline-a, 9️⃣guideline-z]"),
        Planted("rules/conditions.yaml", "age >= 45", "age >= 45 0️⃣yaers"),
        Planted("rules/conditions.yaml", "fit: { strong: 4", "fit: a\u{20E3}{ strong: 1"),
        Planted(
          "rules/conditions.yaml", "on-ladder: false\n  first-steps: [ Rest it. ]",
          "on-ladder: b\u{20E3}false"),
        Planted("rules/treatments.yaml", "article-stage: 1", "article-stage: c\u{20E3}2"),
        Planted("rules/treatments.yaml", "step: gel", "step: d\u{20E3}gels"),
        Planted("rules/treatments.yaml", "  name: A gel", "  name: A gel\n  e\u{20E3}name: B"),
        Planted("rules/surgery.yaml", "- { id: wait,", "- f\u{20E3}{ id: wait, when: fell,"),
        Planted(
          "rules/ladder.yaml", "shown-when: long-standing and not injury is within-7-days",
          "shown-when: long-standing and age >g\u{20E3}"),
        Planted("pages/worn-knee.md", "- It is common.", "- It is h\u{20E3}![common](page:start)."),
        Planted("pages/start.md", "review-due: 2027-11-22", "review-due: i\u{20E3}2026-11-23"),
        Planted("patients/worn-knee.yaml", "injury: none", "injury: j\u{20E3}non"),
        Planted(
          "patients/hot-knee.yaml", "red-flags: [hot-knee]", "red-flags: [hot-knee, k\u{20E3}hot]"),
        Planted("rules/scores.yaml", "name: Pain", "name: Pal\u{20E3}\u{202E}in"),
      ], on: .init("2026-11-24"))
  }
}
