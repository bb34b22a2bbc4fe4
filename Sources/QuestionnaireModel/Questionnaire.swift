/// The form: sections of items in the order asked.
///
/// FHIR R4: Questionnaire.
package struct Questionnaire: Equatable, Sendable {
  package let sections: [Section]
  /// All items in the order asked.
  package let items: [Item]
  /// When somebody answers for another person; `nil`: never.
  package let forAnotherWhen: Criterion?
  private let index: [Item.ID: Int]
  private let clarifiers: [Subject: Item.ID]
  /// Which items may be asked or hidden by the answer to another.
  private(set) var readers = CriterionReaders()

  /// Of two items with the same id the first is the one that counts; the content check refuses such
  /// a pair.
  package init(sections: [Section], forAnotherWhen: Criterion? = nil) {
    self.sections = sections
    self.forAnotherWhen = forAnotherWhen
    items = sections.flatMap(\.items)
    var index = [Item.ID: Int](minimumCapacity: items.count)
    for (position, item) in items.enumerated() where index[item.id] == nil {
      index[item.id] = position
    }
    self.index = index
    clarifiers = items.reduce(into: [:]) { clarifiers, item in
      if let subject = item.clarifies { clarifiers[subject] = item.id }
    }
    readers = CriterionReaders(enabling: self)
  }

  /// The same form in other words: its items have the same ids and criteria, in the same order.
  func worded(_ word: (Item) -> Item) -> Questionnaire { Questionnaire(self, word) }

  private init(_ other: Questionnaire, _ word: (Item) -> Item) {
    sections = other.sections.map { section in
      Section(
        id: section.id, title: section.title, isEmergency: section.isEmergency,
        items: section.items.map(word))
    }
    items = sections.flatMap(\.items)
    (forAnotherWhen, index) = (other.forAnotherWhen, other.index)
    (clarifiers, readers) = (other.clarifiers, other.readers)
  }

  package subscript(id: Item.ID) -> Item? { index[id].map { items[$0] } }

  /// How an item is answered, for whoever needs no more of it: an item is large; `nil` for an
  /// unknown id.
  package func kind(of id: Item.ID) -> Item.Kind? { index[id].map { items[$0].kind } }

  /// Whether no two items have the same id.
  var hasUniqueIDs: Bool { index.count == items.count }

  /// The place of an item in the order asked; `nil` for an unknown id.
  package func position(of id: Item.ID) -> Int? { index[id] }

  /// The same for the item of a subject, which is looked up only where the subject does not know
  /// the place.
  func position(of subject: Subject) -> Int? {
    if let position = subject.position, items.indices.contains(position),
      items[position].id.rawValue == subject.item.rawValue
    {
      return position
    }
    return index[subject.item]
  }

  /// The item that asks a sign again where it was answered "not sure".
  package func clarifier(of subject: Subject) -> Item.ID? { clarifiers[subject] }

  /// The section an item stands in; `nil` for an unknown id.
  package func section(of id: Item.ID) -> Section? {
    sections.first { $0.items.contains { $0.id == id } }
  }
}

package struct Section: Equatable, Sendable {
  package typealias ID = Identifier<Section>

  package let id: ID
  package let title: String
  /// Its items are signs that can be an emergency: while one is open the result is never
  /// reassuring.
  package let isEmergency: Bool
  package let items: [Item]
  package init(id: ID, title: String, isEmergency: Bool, items: [Item]) {
    self.id = id
    self.title = title
    self.isEmergency = isEmergency
    self.items = items
  }
}
