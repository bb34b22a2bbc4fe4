import QuestionnaireModel
import RecommendationCore

/// What was said, sorted by what a reader looks for.
///
/// Every answer that counts stands in exactly one of the lists.
struct ReportedAnswers {
  struct Entry: Equatable {
    let item: Item
    /// The rows or the words of the answer; empty where the name of the item says all.
    var words: [String]
  }

  struct Group: Equatable {
    let section: Section
    var entries: [Entry]
  }

  /// The items of the line at the head of the page, not grouped.
  private(set) var headline: [Entry] = []
  /// A sign of the emergency pages that is there, or any answer behind a red flag that is present;
  /// for the clinician without those behind a flag.
  ///
  /// Emergency pages first.
  private(set) var positive: [Group] = []
  /// On the clinician's page, what stands with the rule that it raised.
  private(set) var explained: [Group] = []
  /// Medicines and illnesses that are there; for the person only those behind no red flag that is
  /// present.
  private(set) var risks: [Group] = []
  /// Said to be so, but no finding.
  private(set) var other: [Group] = []
  /// Answered "no".
  private(set) var negative: [Group] = []
  private(set) var unsure: [Group] = []
  /// Open, or the person would not say.
  private(set) var unanswered: [Group] = []

  private let answers: Answers
  private let wording: Wording
  private let isClinical: Bool
  private let findings: Set<Subject>

  init(
    _ answers: Answers, findings: Set<Subject>, wording: Wording, clinical: Bool,
    includesPrivate: Bool
  ) {
    self.answers = answers
    self.wording = wording
    isClinical = clinical
    self.findings = findings
    let enabled = Set(answers.enabled.map(\.id))
    for section in answers.questionnaire.sections {
      for item in section.items
      where enabled.contains(item.id) && (includesPrivate || !item.isPrivate) {
        if item.isHeadline, let answer = answers.response[item.id], answer.isSaid {
          headline.append(Entry(item: item, words: [text(of: answer, to: item)]))
        } else {
          sort(item, in: section)
        }
      }
    }
    positive = positive.filter(\.section.isEmergency) + positive.filter { !$0.section.isEmergency }
  }

  // MARK: - Sorting

  private mutating func sort(_ item: Item, in section: Section) {
    guard let answer = answers.response[item.id] else {
      return add(item, nil, to: \.unanswered, in: section)
    }
    switch answer {
    case .notSure: sortUnsure(item, in: section)
    case .declined: add(item, wording.declined(clinical: isClinical), to: \.unanswered, in: section)
    case .rows(let rows):
      for row in item.rows { sort(row, of: item, answered: rows[row.id] != nil, in: section) }
    case .option(let option) where item.kind == .yesNo:
      let isFinding = findings.contains(Subject(item.id))
      if option == .yes {
        // Asked again, it is the sign; else "yes" need not be the answer that worries.
        let isSign = section.isEmergency && item.clarifies != nil
        let list = said(item, isFinding: isFinding, isSign: isSign)
        add(item, text(of: answer, to: item), to: list, in: section)
      } else if isFinding {
        add(
          item, text(of: answer, to: item), to: isClinical ? \.explained : \.positive, in: section)
      } else {
        add(item, nil, to: \.negative, in: section)
      }
    default:
      let isFinding = findings.contains { $0.item == item.id }
      add(item, text(of: answer, to: item), to: said(item, isFinding: isFinding), in: section)
    }
  }

  private func said(
    _ item: Item, isFinding: Bool, isSign: Bool = false
  ) -> WritableKeyPath<Self, [Group]> {
    // The clinician looks for all medicines and risks in one place; a rule tells those that it
    // rests on.
    if item.isRisk && (isClinical || !isFinding && !isSign) { return \.risks }
    if isFinding { return isClinical ? \.explained : \.positive }
    return isSign ? \.positive : \.other
  }

  /// An item that was asked again in other words counts as that answer.
  private mutating func sortUnsure(_ item: Item, in section: Section) {
    guard case .answered(let answer) = answers.status(of: item.id) else {
      return add(item, nil, to: \.unsure, in: section)
    }
    let isFinding = findings.contains(Subject(item.id))
    let isDenied = answer == .option(.no) && !isFinding
    let list = isDenied ? \Self.negative : said(item, isFinding: isFinding)
    add(item, answer == .option(.no) ? nil : text(of: answer, to: item), to: list, in: section)
  }

  private mutating func sort(
    _ row: AnswerOption, of item: Item, answered: Bool, in section: Section
  ) {
    let subject = Subject(item.id, .row(row.id))
    let isFinding = findings.contains(subject)
    let name = row.name(clinical: isClinical)
    switch answers.status(of: subject) {
    case .unsure: add(item, name, to: \.unsure, in: section)
    case .answered(.option(.yes)) where item.options.isEmpty:
      let isSign = section.isEmergency && !item.isRisk
      add(item, name, to: said(item, isFinding: isFinding, isSign: isSign), in: section)
    case .answered(.option(.no)) where item.options.isEmpty && !isFinding:
      add(item, name, to: \.negative, in: section)
    case .answered(let answer):
      let list = said(item, isFinding: isFinding)
      if isClinical {
        add(name, under: text(of: answer, to: item), of: item, to: list, in: section)
      } else {
        add(item, name + ": " + text(of: answer, to: item), to: list, in: section)
      }
    case .open, .hidden: if !answered { add(item, name, to: \.unanswered, in: section) }
    }
  }

  private func text(of answer: Answer, to item: Item) -> String {
    answerText(answer, of: item, wording: wording, clinical: isClinical)
  }

  /// Rows with the same answer stand behind it: `Helped: Exercise, Heat`.
  private mutating func add(
    _ row: String, under answer: String, of item: Item, to list: WritableKeyPath<Self, [Group]>,
    in section: Section
  ) {
    let group = self[keyPath: list].count - 1
    if let entry = self[keyPath: list].last?.entries.last, entry.item.id == item.id,
      let same = entry.words.firstIndex(where: { $0.hasPrefix(answer + ": ") })
    {
      let last = self[keyPath: list][group].entries.count - 1
      self[keyPath: list][group].entries[last].words[same] += ", " + row
    } else {
      add(item, answer + ": " + row, to: list, in: section)
    }
  }

  private mutating func add(
    _ item: Item, _ words: String?, to list: WritableKeyPath<Self, [Group]>, in section: Section
  ) {
    let words = words.map { [$0] } ?? []
    if self[keyPath: list].last?.section.id != section.id {
      self[keyPath: list].append(Group(section: section, entries: []))
    }
    let group = self[keyPath: list].count - 1
    let entries = self[keyPath: list][group].entries
    if let last = entries.last, last.item.id == item.id {
      self[keyPath: list][group].entries[entries.count - 1].words += words
    } else {
      self[keyPath: list][group].entries.append(Entry(item: item, words: words))
    }
  }
}

extension Answer {
  /// Neither "not sure" nor declined.
  fileprivate var isSaid: Bool { self != .notSure && self != .declined }
}

extension ReportedAnswers.Entry {
  /// `Your knee now: Swollen; Hot`.
  func line(clinical: Bool) -> String {
    let name = item.name(clinical: clinical)
    return words.isEmpty ? name : name + ": " + words.joined(separator: "; ")
  }

  /// `Your knee now (Swollen; Hot)`, for several in a row; all the rows of an item as `Your knee
  /// now: none`, where `whole` is the word for it.
  func phrase(clinical: Bool, whole: String? = nil) -> String {
    let name = item.name(clinical: clinical)
    if let whole, item.rows.count > 1, words.count == item.rows.count { return name + ": " + whole }
    return words.isEmpty ? name : name + " (" + words.joined(separator: "; ") + ")"
  }
}

extension ReportedAnswers.Group {
  /// The entries in a row; `whole` stands for all rows of an item, but not in an emergency section,
  /// where each sign counts.
  func phrases(clinical: Bool, whole: String) -> String {
    entries.map { $0.phrase(clinical: clinical, whole: section.isEmergency ? nil : whole) }
      .joined(separator: "; ")
  }
}

extension Item {
  /// What the person may say in their own words.
  var isText: Bool { if case .text = kind { true } else { false } }
}

extension [ReportedAnswers.Group] {
  /// An entry a line, without their sections.
  func lines(clinical: Bool) -> [String] {
    flatMap(\.entries).map { $0.line(clinical: clinical) }
  }

  /// A line for each section, with no brackets in the line of an entry.
  func sectionLines(clinical: Bool) -> [String] {
    map { group in
      group.section.title + ": "
        + group.entries.map { $0.line(clinical: clinical) }.joined(separator: ". ")
    }
  }

  /// The entries of items of a kind.
  func `where`(_ isWanted: (Item) -> Bool) -> Self {
    map { group in
      var rest = group
      rest.entries.removeAll { !isWanted($0.item) }
      return rest
    }
    .filter { !$0.entries.isEmpty }
  }

  /// Without the entries of these items.
  func without(_ items: Set<Item.ID>) -> Self {
    self.where { !items.contains($0.id) }
  }

  /// All entries in a row, without their sections.
  func phrase(clinical: Bool) -> String {
    flatMap(\.entries).map { $0.phrase(clinical: clinical) }.joined(separator: "; ")
  }
}
