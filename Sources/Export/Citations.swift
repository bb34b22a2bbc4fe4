import QuestionnaireModel
import RecommendationCore

/// The sources that were named, numbered in the order in which they were.
struct Citations {
  let pack: ContentPack
  let fromMemory: String
  private var numbers: [Reference.ID: Int] = [:]
  private var cited: [Reference] = []

  init(pack: ContentPack, fromMemory: String) {
    self.pack = pack
    self.fromMemory = fromMemory
  }

  /// ` [1,3]`; empty for none.
  ///
  /// A source that the pack does not name is left out.
  mutating func marks(_ sources: [Reference.ID]) -> String {
    var found: Set<Int> = []
    for id in sources {
      if let number = numbers[id] {
        found.insert(number)
      } else if let reference = pack[reference: id] {
        cited.append(reference)
        numbers[id] = cited.count
        found.insert(cited.count)
      }
    }
    return found.isEmpty
      ? "" : " [" + found.sorted().map { String($0) }.joined(separator: ",") + "]"
  }

  func add(under heading: String, to document: inout SummaryDocument) {
    guard !cited.isEmpty else { return }
    document.heading(heading, dense: true)
    let marked = cited.enumerated().map { position, reference in
      "[\(position + 1)] " + reference.citation(fromMemory: fromMemory)
    }
    document.paragraph(marked.joined(separator: "; "))
  }
}

extension Reference {
  /// `ACR 2019, Journal 72:149-162, doi:10.1002/…`; the title stands in for a missing place.
  fileprivate func citation(fromMemory: String) -> String {
    let parts = [name, place ?? title, doi.map { "doi:" + $0 } ?? number].compactMap { $0 }
    return parts.joined(separator: ", ") + (read == .memory ? " (" + fromMemory + ")" : "")
  }
}
