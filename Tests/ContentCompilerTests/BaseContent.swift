import RecommendationCore

/// Small content without a fault, to plant faults in.
///
/// Names of illnesses here are only names.
let baseContent: [String: String] = baseQuestionnaire.merging(baseRules) { $1 }

private let baseRules: [String: String] = [
  "pack.yaml": """
  id: knee
  version: 0.1.0
  language: { code: en, name: English }
  title: KneeGuide
  reviewed: 2026-11-22
  review-due: 2027-11-22
  default-region: us
  regions:
    us: { name: United States, emergency-number: "911", nurse-line: your nurse line, crisis-line: "988", checked: { on: 2026-11-22, emergency-number: [guideline-a, guideline-b], crisis-line: [guideline-a, guideline-b] } }
  intended-use: It prepares a visit.
  not-a-diagnosis: This is no diagnosis.
  about:
    authors: We wrote it.
    is-not: [ It examines nobody. ]
    marking: It bears no mark.
    deployers: Whoever sets it up answers for it.
    licenses: Free to all.
  """,
  "wording.yaml": baseWording,
  "wording-rules.yaml": """
  diagnosis: { phrases: [you have], names: [gout], unless-after: [if] }
  promises: { phrases: [guarantee*] }
  doses: { phrases: ["# mg", twice a day] }
  stopping: { phrases: [stop taking], unless-after: [do not] }
  sellers: { phrases: [Knee Palace] }
  emergency-numbers: { phrases: ["911", "000"] }
  numbers: [two]
  articles: [a, an, the]
  exceptions: []
  """,
  "CHANGES.md": "# Changes\n",
  "rules/definitions.yaml": """
  adult: age >= 18
  hot-or-red: { when: knee-now.hot or knee-now.red, means: The knee is warm or red }
  long-standing: pain-duration in [months, years]
  """,
  "rules/dispositions.yaml": """
  levels:
    - { id: emergency-call, title: Call now, action: "Call {emergency-number} now.", in-clinic: Tell the desk., when-closed: Call., symbol: "!!" }
    - { id: emergency-department, title: Go now, action: Go., in-clinic: Tell the desk., when-closed: Go., symbol: "!" }
    - { id: same-day, title: Today, action: Call today., in-clinic: Tell them., when-closed: Call., symbol: "*" }
    - { id: within-days, title: This week, action: Call., in-clinic: Tell them., when-closed: Call., symbol: "+" }
    - { id: routine, title: A visit, action: Book., in-clinic: Tell them., when-closed: Book., symbol: "-" }
    - { id: self-care, title: Self-care, action: Begin., in-clinic: Tell them., when-closed: Begin., symbol: "." }
  self-care-when: pain-now <= 2 and not knee-now.swollen
  incomplete: Something is missing.
  questions-shown: 2
  """,
  "rules/red-flags.yaml": """
  - id: chest
    title: Chest pain
    disposition: emergency-call
    within: now
    when: body-now.chest-pain
    action: Call {emergency-number} now.
    why: It may be the heart.
    do-not: [ Do not drive. ]
    get-help-sooner: [ It gets worse. ]
    sources: [guideline-a]
  - id: hot-knee
    title: A hot knee
    disposition: emergency-department
    within: today
    when: knee-now.swollen and hot-or-red
    unsure: same-day
    action: Go today.
    why: It may be an infection.
    get-help-sooner: [ You get a fever. ]
    page: hot-knee
    sources: [guideline-a]
  """,
  "rules/conditions.yaml": """
  - id: worn-knee
    name: A worn knee
    when: adult
    features:
      - { when: age >= 45, points: 2, fits: You are 45 or older }
      - { when: pain-with includes stairs, points: 2, fits: Stairs hurt }
      - { when: knee-now.hot, points: -1, against: It is hot }
    fit: { strong: 4, some: 3, weak: 2 }
    on-ladder: true
    get-help-sooner: [ It turns hot. ]
    page: worn-knee
    sources: [guideline-b]
  - id: strain
    name: A strain
    features:
      - { when: injury is within-7-days, points: 4, fits: You hurt it }
    fit: { strong: 4, some: 3, weak: 2 }
    on-ladder: false
    first-steps: [ Rest it. ]
    get-help-sooner: [ It swells. ]
    sources: [guideline-b]
  """,
  "rules/ladder.yaml": """
  shown-when: long-standing and not injury is within-7-days
  hidden-because: It is too early.
  steps:
    - { id: core, name: Core, about: The start., reached-when: always }
    - { id: gel, name: Gel, about: A gel., reached-when: tried.exercise is no-help }
  article-stages:
    - { id: 1, name: One, about: First. }
  sources: [guideline-a]
  """,
  "rules/treatments.yaml": """
  - id: exercise
    name: Exercise
    step: core
    article-stage: 1
    about: Moving helps.
    guidelines:
      guideline-a: { direction: for, strength: strong, certainty: high }
      guideline-b: { direction: for, strength: moderate }
    page: exercise
    sources: [guideline-a]
  - id: gel
    name: A gel
    step: gel
    article-stage: none
    article-note: The article leaves it out.
    about: It eases pain.
    suits: age < 90
    does-not-suit: It does not suit you.
    stop:
      - { when: body-now.fever, because: You have a fever }
    ask-first:
      - { when: age >= 60, because: You are 60 or older, sources: [guideline-b] }
    taken-on-prescription: tried.gel is helped
    prescribed-note: Do not stop it on your own.
    guidelines:
      guideline-a: { direction: neither, strength: none }
      guideline-b: { direction: not-covered, strength: none, unverified: true }
    sources: [guideline-b]
  """,
  "rules/surgery.yaml": """
  reasons:
    - { id: long-tried, name: Tried, when: tried.exercise is no-help, met: You tried., missing: You did not., article: true, sources: [guideline-a] }
  advice:
    - { id: ask, when: tried.exercise is no-help, text: Ask. }
    - { id: wait, text: Wait. }
  """,
  "rules/advice.yaml": """
  - { id: rest, kind: do, when: long-standing, text: Move., levels: [routine, self-care], sources: [guideline-a] }
  - { id: ask-it, kind: question, when: always, text: What is it? }
  """,
  "rules/scores.yaml": """
  - { id: pain, name: Pain, items: [pain-now], combine: value, range: 0 to 10, about: Pain now., sources: [guideline-b] }
  """,
  "evidence/references.yaml": """
  - { id: guideline-a, kind: guideline, title: A, short: A 2020, authors: Body A, year: 2020, where: "J 1:2", doi: 10.1/a, read: abstract }
  - { id: guideline-b, kind: guideline, title: B, short: B 2021, authors: Body B, year: 2021, number: NG1, read: memory }
  """,
  "pages/start.md": """
  ---
  id: start
  title: Start
  about: Where to begin.
  group: start
  reviewed: 2026-11-22
  review-due: 2027-11-22
  sources: []
  ---
  Read on about a [worn knee](page:worn-knee).
  """,
  "pages/hot-knee.md": """
  ---
  id: hot-knee
  title: A hot knee
  about: What it can be.
  group: urgent
  reviewed: 2026-11-22
  review-due: 2027-11-22
  sources: [guideline-a]
  ---
  It can be an *infection* ([1](source:guideline-a)).
  It is **seen today**.

  ## What to do

  1. Go.
  2. Do not wait.

  > Ask for help.
  """,
  "pages/worn-knee.md": """
  ---
  id: worn-knee
  title: A worn knee
  about: What it is.
  group: conditions
  reviewed: 2026-11-22
  review-due: 2027-11-22
  sources: []
  ---
  - It is common.
  - Moving helps.
  """,
  "pages/exercise.md": """
  ---
  id: exercise
  title: Exercise
  about: How to begin.
  group: treatments
  reviewed: 2026-11-22
  review-due: 2027-11-22
  sources: []
  ---
  Walk.

  ---

  Swim.
  """,
  "patients/hot-knee.yaml": """
  id: hot-knee-no-fever
  story: A hot, swollen knee and no fever.
  on: 2026-11-22
  answers:
    age: 34
    body-now: { chest-pain: false, fever: false }
    knee-now: { swollen: true, hot: true, red: not-sure }
    injury: none
  expect:
    disposition: emergency-department
    red-flags: [hot-knee]
    complete: true
    ladder-shown: false
  """,
  "patients/worn-knee.yaml": """
  id: worn
  story: An old knee.
  on: 2026-11-22
  answers:
    age: 67
    body-now: { chest-pain: not-sure, fever: false }
    check-chest-pain: false
    knee-now: { swollen: false, hot: false, red: false }
    injury: none
    pain-duration: years
    fell: true
    pain-with: [stairs]
    tried: { exercise: no-help, gel: never }
    pain-now: 5
    knee-map: [inner]
    size: { height: { value: 170, unit: cm }, weight: { value: 180, unit: lb } }
    operation-date: 2026-03
    words: It hurts
  expect:
    disposition: routine
    complete: true
    verdicts: { exercise: suggest, gel: ask-first }
    conditions: [worn-knee]
    not-conditions: [strain]
    step: gel
    ladder-shown: true
  """,
]

/// Every word that is needed, each with words of its own.
private let baseWording: String = {
  var text = ""
  var section = ""
  for key in Wording.requiredKeys {
    let parts = key.split(separator: ".", maxSplits: 1).map(String.init)
    if parts[0] != section {
      section = parts[0]
      text += section + ":\n"
    }
    text += "  \(parts[1]): Words of \(parts[1])\n"
  }
  return text
}()
