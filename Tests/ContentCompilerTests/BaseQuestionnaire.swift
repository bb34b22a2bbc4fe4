/// The questions of the base content: one item of every kind.
let baseQuestionnaire: [String: String] = [
  "questionnaire/00-about.yaml": """
  section: about
  title: About you
  emergency: false
  items:
    - id: age
      ask: How old are you?
      why: Some risks grow with age.
      kind: number
      unit: years
      least: 0
      most: 120
      not-sure: true
      when-unknown: { at-least: 18, counts-as: 75 }
      summary: Age
  """,
  "questionnaire/10-signs.yaml": """
  section: signs
  title: Urgent signs
  emergency: true
  items:
    - id: body-now
      ask: Do you have any of these now?
      why: They cannot wait.
      kind: each
      rows: { chest-pain: Chest pain, fever: Fever }
      summary: Body
    - id: check-chest-pain
      ask: Does your chest feel tight?
      why: It says the same in other words.
      kind: yes-no
      clarifies: body-now.chest-pain
      summary: Chest
    - id: knee-now
      ask: How is your knee?
      why: A hot knee is seen today.
      kind: each
      rows: { swollen: Swollen, hot: Hot, red: Red }
      summary: Knee
    - id: injury
      ask: Did you hurt it?
      why: An injury is looked at first.
      kind: choice
      options: { none: "No", within-7-days: Within 7 days, older: Longer ago }
      not-sure: true
      summary: Injury
  """,
  "questionnaire/20-pain.yaml": """
  section: pain
  title: Your pain
  emergency: false
  items:
    - id: pain-duration
      ask: How long have you had it?
      hint: Count from the first day
      why: Old pain is treated another way.
      kind: choice
      options: { days: Days, weeks: Weeks, months: Months, years: Years }
      not-sure: true
      summary: Since
    - id: fell
      ask: Did you fall?
      why: Falls hurt bones.
      kind: yes-no
      enable-when: injury in [within-7-days, older] and adult
      summary: Fall
      clinical: Fall
    - id: pain-with
      ask: What brings it on?
      why: It shows where it comes from.
      kind: choices
      options:
        stairs: Stairs
        walking: { text: Walking, hint: On flat ground, clinical: Gait }
      not-sure: true
      summary: Brought on by
    - id: tried
      ask: What have you tried?
      why: What helped may help again.
      kind: each
      rows: { exercise: Exercise, gel: Gel }
      options: { never: Never, helped: It helped, no-help: No help }
      summary: Tried
    - id: pain-now
      ask: How bad is it?
      why: It is compared later.
      kind: scale
      low: No pain
      high: The worst
      summary: Pain
    - id: knee-map
      ask: Where is it?
      why: The place tells a lot.
      kind: zones
      zones: { inner: Inner side, outer: Outer side }
      summary: Place
      clinical: Site
    - id: size
      ask: How tall and heavy are you?
      why: Weight loads the knee.
      kind: body-size
      may-skip: true
      private: true
      summary: Size
      clinical: Height and weight
    - id: operation-date
      ask: When was your operation?
      why: A new one matters.
      kind: date
      not-sure: true
      summary: Operation
      clinical: Surgery
    - id: words
      ask: What else?
      why: In your own words.
      kind: text
      longest: 200
      summary: Words
  """,
]
