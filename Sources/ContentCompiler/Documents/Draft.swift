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
  case page
  case region
  case patient
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

/// A text that a person will read.
struct WrittenText {
  let text: String
  let place: Place
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
  var pages: [Placed<Page>] = []
  /// The sources that each page's text links to, by page.
  var sourcesLinked: [Page.ID: [(name: String, place: Place)]] = [:]
  var claims: [[(key: String, text: String)]] = []
  var patients: [ExamplePatient] = []

  init(day: Day) { self.day = day }

  /// The form, as far as it could be read.
  var questionnaire: Questionnaire {
    Questionnaire(sections: sections.map(\.value), forAnotherWhen: forAnotherCriterion)
  }

  func declare(_ kind: NameKind, _ name: String, at place: Place) {
    declarations.append(Declaration(kind: kind, name: name, place: place))
    namesOfKind[kind, default: []].insert(name)
  }

  func mention(_ kind: NameKind, _ name: String, at place: Place) {
    mentions.append(Mention(kind: kind, name: name, place: place, page: currentPage))
  }

  func take(_ text: String, at place: Place) {
    texts.append(WrittenText(text: text, place: place))
  }

  /// Notes that names of these kinds may be missing, since their file is.
  func setIncomplete(_ kinds: [NameKind]) { incompleteKinds.formUnion(kinds) }

  func names(of kind: NameKind) -> Set<String> { namesOfKind[kind] ?? [] }
}
