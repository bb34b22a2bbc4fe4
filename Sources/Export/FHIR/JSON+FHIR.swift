import QuestionnaireModel
import RecommendationCore

/// What FHIR R4 resources are made of.
extension JSON {
  /// An object without the members that are `nil` or an empty list, of which FHIR knows none.
  static func element(_ members: KeyValuePairs<String, JSON?>) -> JSON {
    .object(
      members.compactMap { name, value in
        guard let value, value != .array([]) else { return nil }
        return Member(name, value)
      })
  }

  /// A text; `nil` for one without a letter, which FHIR does not allow.
  static func words(_ text: String?) -> JSON? {
    guard let text, text.contains(where: { !$0.isWhitespace }) else { return nil }
    return .string(text)
  }

  static func coding(_ system: String, _ code: String, _ display: String? = nil) -> JSON {
    .element([
      "system": .string(system), "code": .string(code), "display": words(display),
    ])
  }

  /// A CodeableConcept.
  static func concept(_ codings: [JSON], _ text: String? = nil) -> JSON {
    .element(["coding": .array(codings), "text": words(text)])
  }

  static func `extension`(_ url: String, _ type: String, _ value: JSON) -> JSON {
    .object([Member("url", .string(url)), Member("value" + type, value)])
  }

  /// Why there is no value: a code of FHIR's data-absent-reason.
  static func absent(_ reason: String) -> JSON {
    .element([
      "extension": .array([
        .extension(
          "http://hl7.org/fhir/StructureDefinition/data-absent-reason", "Code", .string(reason))
      ])
    ])
  }

  /// A Quantity, of a unit that is not bare.
  static func measure(_ value: Double, _ unit: Unit) -> JSON {
    .element([
      "value": .number(value), "unit": .string(unit.rawValue),
      "system": unit.ucum.map { _ in .string(ucum) }, "code": unit.ucum.map { .string($0) },
    ])
  }

  static let ucum = "http://unitsofmeasure.org"

  static func reference(_ uuid: String, _ display: String? = nil) -> JSON {
    .element(["reference": .string("urn:uuid:" + uuid), "display": words(display)])
  }

  static func reference(display: String) -> JSON { .element(["display": words(display)]) }

  /// An Annotation.
  static func note(_ text: String) -> JSON { .element(["text": words(text)]) }
}
