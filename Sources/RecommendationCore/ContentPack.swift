package import QuestionnaireModel

/// All that the patient's program knows: one checked and compiled value.
package struct ContentPack: Equatable, Sendable {
  package let manifest: Manifest
  package let wording: Wording
  package let questionnaire: Questionnaire
  package let rules: Rules
  package let pages: [Page]
  package let references: [Reference]
  package let ledger: ClaimLedger
  private let countedFigures: Deferred<[Figure]>
  package let glossary: Glossary
  package let pictures: [Picture]
  package init(
    manifest: Manifest, wording: Wording, questionnaire: Questionnaire, rules: Rules,
    pages: [Page], references: [Reference], ledger: ClaimLedger = ClaimLedger(),
    figures: Deferred<[Figure]> = Deferred([]), glossary: Glossary = Glossary(),
    pictures: [Picture] = []
  ) {
    self.manifest = manifest
    self.wording = wording
    self.questionnaire = questionnaire
    self.rules = rules
    self.pages = pages
    self.references = references
    self.ledger = ledger
    countedFigures = figures
    self.glossary = glossary
    self.pictures = pictures
  }

  /// What the article claims, in its order.
  package var claims: [Claim] { ledger.claims }
  package var figures: [Figure] { countedFigures.value }

  package subscript(page id: Page.ID) -> Page? { pages.first { $0.id == id } }
  package subscript(reference id: Reference.ID) -> Reference? { references.first { $0.id == id } }
  package subscript(figure id: Figure.ID) -> Figure? { figures.first { $0.id == id } }
  package subscript(picture id: Picture.ID) -> Picture? { pictures.first { $0.id == id } }
  package subscript(consistency id: ConsistencyRule.ID) -> ConsistencyRule? {
    rules.consistency.first { $0.id == id }
  }
  package subscript(flag id: RedFlag.ID) -> RedFlag? { rules.redFlags.first { $0.id == id } }
  package subscript(pattern id: ConditionPattern.ID) -> ConditionPattern? { rules[pattern: id] }
  package subscript(treatment id: Treatment.ID) -> Treatment? {
    rules.treatments.first { $0.id == id }
  }
}

/// Everything that `assess` needs beside the answers.
package struct Rules: Equatable, Sendable {
  package let dispositions: DispositionRules
  package let redFlags: [RedFlag]
  package let conditions: [ConditionPattern]
  package let ladder: Ladder
  package let treatments: [Treatment]
  package let surgery: Surgery
  package let advice: [Advice]
  package let scores: [Score]
  package let consistency: [ConsistencyRule]
  package let notes: [ClinicalNote]
  package init(
    dispositions: DispositionRules, redFlags: [RedFlag], conditions: [ConditionPattern],
    ladder: Ladder, treatments: [Treatment], surgery: Surgery, advice: [Advice], scores: [Score],
    consistency: [ConsistencyRule] = [], notes: [ClinicalNote] = []
  ) {
    self.dispositions = dispositions
    self.redFlags = redFlags
    self.conditions = conditions
    self.ladder = ladder
    self.treatments = treatments
    self.surgery = surgery
    self.advice = advice
    self.scores = scores
    self.consistency = consistency
    self.notes = notes
  }

  package subscript(pattern id: ConditionPattern.ID) -> ConditionPattern? {
    conditions.first { $0.id == id }
  }
}

package struct Manifest: Equatable, Sendable {
  package let id: String
  package let version: String
  package let title: String
  /// The code of the language of this pack's texts.
  package let language: String
  /// All languages that there is a pack in, the one that it was written in first.
  package let languages: [Language]
  package let reviewed: Day
  package let reviewDue: Day
  package let defaultRegion: Region.ID
  package let regions: [Region]
  package let intendedUse: String
  package let notADiagnosis: String
  package let about: About
  /// Who answers for the content as a clinician; `nil`: nobody yet.
  package let signedOff: SignOff?
  package init(
    id: String, version: String, title: String, language: String, languages: [Language],
    reviewed: Day, reviewDue: Day, defaultRegion: Region.ID, regions: [Region],
    intendedUse: String, notADiagnosis: String, about: About, signedOff: SignOff? = nil
  ) {
    self.id = id
    self.version = version
    self.title = title
    self.language = language
    self.languages = languages
    self.reviewed = reviewed
    self.reviewDue = reviewDue
    self.defaultRegion = defaultRegion
    self.regions = regions
    self.intendedUse = intendedUse
    self.notADiagnosis = notADiagnosis
    self.about = about
    self.signedOff = signedOff
  }

  /// A clinician's word that the rules of this version may be used.
  package struct SignOff: Equatable, Sendable {
    /// A name or a role.
    package let by: String
    package let on: Day
    package init(by: String, on: Day) {
      self.by = by
      self.on = on
    }
  }

  /// The languages that a person may change to.
  package var otherLanguages: [Language] { languages.filter { $0.code != language } }

  /// What whoever sets the program up has to know of it.
  package struct About: Equatable, Sendable {
    package let authors: String
    package let isNot: [String]
    /// With whom it is registered as a medical device, or that it is not.
    package let marking: String
    package let deployers: String
    package let licenses: String
    package init(
      authors: String, isNot: [String], marking: String, deployers: String, licenses: String
    ) {
      self.authors = authors
      self.isNot = isNot
      self.marking = marking
      self.deployers = deployers
      self.licenses = licenses
    }
  }
}

/// A language that texts are written in.
package struct Language: Equatable, Sendable {
  /// Such as `en` or `pt-br`.
  package let code: String
  /// What those who speak it call it.
  package let name: String

  package init(code: String, name: String) {
    self.code = code
    self.name = name
  }
}

/// Units that go together.
package enum UnitSystem: String, CaseIterable, Sendable {
  /// Centimeters and kilograms.
  case metric
  /// Feet and inches, and pounds.
  case us
}

/// A place with its own numbers to call.
package struct Region: Equatable, Sendable {
  package typealias ID = Identifier<Region>

  package let id: ID
  package let name: String
  package let emergencyNumber: String
  package let nurseLine: String
  package let crisisLine: String
  /// The units that height and weight are asked in first.
  package let units: UnitSystem
  /// The day on which its numbers were checked; `nil` where there is none to check.
  package let numbersChecked: Day?
  package init(
    id: ID, name: String, emergencyNumber: String, nurseLine: String, crisisLine: String,
    units: UnitSystem = .metric, numbersChecked: Day? = nil
  ) {
    self.id = id
    self.name = name
    self.emergencyNumber = emergencyNumber
    self.nurseLine = nurseLine
    self.crisisLine = crisisLine
    self.units = units
    self.numbersChecked = numbersChecked
  }

  /// The text with the region's numbers in place of `{emergency-number}`, `{nurse-line}` and
  /// `{crisis-line}`.
  package func filling(_ text: String) -> String {
    text.replacingNames { name in
      switch name {
      case "emergency-number": emergencyNumber
      case "nurse-line": nurseLine
      case "crisis-line": crisisLine
      default: nil
      }
    }
  }
}
