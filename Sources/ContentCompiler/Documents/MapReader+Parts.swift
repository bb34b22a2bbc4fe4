import QuestionnaireModel
import RecommendationCore

extension MapReader {
  /// The mapping after a key that must be there.
  func map(_ key: String) -> MapReader? {
    required(key).flatMap { MapReader($0, "'\(key)' of \(name)", in: draft) }
  }

  func optionalMap(_ key: String) -> MapReader? {
    optional(key).flatMap { MapReader($0, "'\(key)' of \(name)", in: draft) }
  }

  /// The mappings of a list; what is no mapping is left out, with its fault.
  func maps(_ key: String, _ what: String, isRequired: Bool = false) -> [MapReader] {
    let values = isRequired ? requiredList(key) : list(key)
    return values.compactMap { MapReader($0, "\(what) of \(name)", in: draft) }
  }

  /// The sources of something that must have some.
  func sources(isRequired: Bool = true) -> [Reference.ID] {
    names("sources", of: .source, isRequired: isRequired).map { Reference.ID($0) }
  }

  func page() -> Page.ID? { optionalName("page", of: .page).map { Page.ID($0) } }

  /// The terms that something explains in its own words.
  func explainedTerms() -> [(term: GlossaryTerm.ID, place: Place)] {
    let places = optional("explains").map { read(list: $0, "explains") } ?? []
    return zip(names("explains", of: .term), places).map { (GlossaryTerm.ID($0), $1.place) }
  }

  func placed<Value>(_ value: Value) -> Placed<Value> {
    Placed(value: value, place: place, places: places)
  }
}
