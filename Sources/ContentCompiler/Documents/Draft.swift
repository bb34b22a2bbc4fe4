import QuestionnaireModel
import RecommendationCore

/// What has a name in the content, as an author calls it.
enum NameKind: String, CaseIterable {
  case section
  case item
  case definition
  case redFlag = "red flag"
  case condition
  case step
  case treatment
  case surgeryReason = "surgery reason"
  case surgeryAdvice = "surgery advice"
  case advice
  case score
  case consistencyRule = "consistency rule"
  case note
  case picture
  case source
  case figure
  case page
  case claim
  case articleSection = "section of the article"
  case region
  case patient
  case hazard
  case term
}

/// Something was given a name.
struct Declaration {
  let kind: NameKind
  let name: String
  let place: Place
}

/// Something else is spoken of by its name.
struct Mention {
  let kind: NameKind
  let name: String
  let place: Place
  /// The page whose text or header it stands in; `nil` for rules.
  let page: String?
}

/// A page repeats a claim.
struct ClaimMark {
  enum Setting {
    case text
    /// In a block quote that a line with a colon at its end stands above.
    case introducedQuote
    case bareQuote
  }

  let page: Page.ID
  let claim: Claim.ID
  let setting: Setting
  let place: Place
}

/// A text that a person will read.
struct WrittenText {
  let text: String
  let place: Place
  /// The key that it stands after; `nil` in the body of a page.
  var key: String?
}

/// A value with the places it was read from.
@dynamicMemberLookup
struct Placed<Value> {
  let value: Value
  let place: Place
  /// The places of what stands after its keys.
  let places: [String: Place]

  subscript<Part>(dynamicMember path: KeyPath<Value, Part>) -> Part { value[keyPath: path] }

  /// Where a key's value stands; the place of the whole where the key is left out.
  func place(of key: String) -> Place { places[key] ?? place }
}

/// The content while it is read: all that was found, whole or not, and the faults so far.
///
/// Readers fill it; rules look at it. What a reader could not make sense of is left out and has its
/// fault in the report.
final class Draft {
  let report = Report()
  private(set) var declarations: [Declaration] = []
  private(set) var mentions: [Mention] = []
  private(set) var texts: [WrittenText] = []
  /// The texts of the wording, which has placeholders of its own.
  var wordingTexts: [WrittenText] = []
  /// The paragraphs and headings of the pages, and what may be said of the claims.
  var prose: [PatientText] = []
  /// What patients read, cut into sentences; to be asked for once all is read.
  private(set) lazy var patientSentences = findPatientTexts().map {
    ($0, Sentence.all(in: $0.text))
  }
  /// What no text for a patient may say; `nil` where it cannot be read.
  var phraseRules: PhraseRules?
  /// The exceptions to it that some text needed, by their place in the list.
  var usedPhraseExceptions: Set<Int> = []
  /// The criteria of items and rules, definitions in place.
  var criteria: [WrittenCriterion] = []
  /// The kinds of which a file could not be read, so that a missing name means nothing.
  private(set) var incompleteKinds: Set<NameKind> = []
  private var namesOfKind: [NameKind: Set<String>] = [:]

  /// The day on which reviews are due or not.
  let day: Day
  var folder: Folder?
  var files: [SourceFile] = []
  var scope = CriterionScope()
  /// The page that is being read.
  var currentPage: String? { didSet { linkedSources = [] } }
  /// The sources that its text links to.
  var linkedSources: [(name: String, place: Place)] = []

  var manifest: Placed<Manifest>?
  var regions: [RegionCheck] = []
  var signOff: SignOffCheck?
  /// The criterion of the pack, which can be read once the items are known.
  var forAnotherWhen: (map: MapReader, value: YAMLValue)?
  /// The same, read; `nil` where there is none or it has faults.
  var forAnotherCriterion: Criterion?
  var words: [(key: String, text: String, place: Place)]?
  var wordingPlace: Place?
  var sections: [Placed<Section>] = []
  var items: [Placed<Item>] = []
  /// Items whose kind cannot be read: nothing is said of answers to them.
  var unclearItems: Set<Item.ID> = []
  var dispositions: Placed<DispositionRules>?
  /// The levels in the order written, those with faults too.
  var levels: [(disposition: Disposition, place: Place)] = []
  var redFlags: [Placed<RedFlag>] = []
  var conditions: [Placed<ConditionPattern>] = []
  var ladder: Placed<Ladder>?
  /// The article's stages; `nil` where the ladder cannot be read.
  var articleStages: [Int]?
  var treatments: [Placed<Treatment>] = []
  /// The guidelines in each treatment's table, those with faults too.
  var guidelinesNamed: [Treatment.ID: Set<Reference.ID>] = [:]
  var surgery: Surgery?
  var surgeryReasons: [Placed<Surgery.Reason>] = []
  var advice: [Placed<Advice>] = []
  var scores: [Placed<Score>] = []
  var consistency: [Placed<ConsistencyRule>] = []
  var notes: [Placed<ClinicalNote>] = []
  /// The pictures as written, those with faults too.
  var pictures: [DrawnPicture] = []
  var references: [Placed<Reference>] = []
  var figures: [Placed<Figure>] = []
  /// Every number in them, those of figures with faults too.
  var figureCounts: [FigureCount] = []
  var pages: [Placed<Page>] = []
  /// The sources that each page's text links to, by page.
  var sourcesLinked: [Page.ID: [(name: String, place: Place)]] = [:]
  /// The headings of sections on harm.
  var harmHeadings: [String] = []
  var claims: [Placed<Claim>] = []
  /// The numbers of the claims, those with faults too.
  var claimNumbers: [(number: Int, place: Place)] = []
  /// Where pages repeat claims, in the order of each text.
  var claimMarks: [ClaimMark] = []
  var articleSections: [Placed<ArticleSection>] = []
  /// How many claims the article makes, if that is said.
  var articleClaims: (count: Int, place: Place)?
  var patients: [ExamplePatient] = []
  /// `nil` without a file of hazards.
  var hazards: [Placed<Hazard>]?
  /// The suites that there are, as `Target/File`; `nil`: nobody looked.
  let suites: Set<String>?
  var terms: [Placed<GlossaryTerm>] = []
  /// How medical words end, and the words with such an end that are none.
  var medicalEndings: [String] = []
  var plainWords: Set<String> = []
  /// The terms that items and pages explain by themselves, with the places where they say so.
  var explainedOnItem: [Item.ID: [(term: GlossaryTerm.ID, place: Place)]] = [:]
  var explainedOnPage: [Page.ID: [(term: GlossaryTerm.ID, place: Place)]] = [:]
  /// The places of texts for clinicians alone, which stand on no screen.
  var clinicalPlaces: Set<Place> = []

  /// What the translations say of themselves.
  var languages: [TranslationHead] = []
  /// The translation whose texts are read in place of those of the content.
  let translation: Translation?

  init(day: Day, suites: Set<String>? = nil, translation: Translation? = nil) {
    self.translation = translation
    self.day = day
    self.suites = suites
  }

  /// The form, as far as it could be read.
  var questionnaire: Questionnaire {
    Questionnaire(sections: sections.map(\.value), forAnotherWhen: forAnotherCriterion)
  }

  func declare(_ kind: NameKind, _ name: String, at place: Place) {
    declarations.append(Declaration(kind: kind, name: name, place: place))
    namesOfKind[kind, default: []].insert(name)
  }

  /// Notes that a page speaks of something: the page given, else the one that is being read.
  func mention(_ kind: NameKind, _ name: String, at place: Place, onPage page: String? = nil) {
    mentions.append(Mention(kind: kind, name: name, place: place, page: page ?? currentPage))
  }

  func take(_ text: String, at place: Place, key: String? = nil) {
    texts.append(WrittenText(text: text, place: place, key: key))
  }

  /// Notes that names of these kinds may be missing, since their file is.
  func setIncomplete(_ kinds: [NameKind]) { incompleteKinds.formUnion(kinds) }

  func names(of kind: NameKind) -> Set<String> { namesOfKind[kind] ?? [] }
}
