import QuestionnaireModel

/// No item is enabled, by whatever way, by an answer to itself.
struct AcyclicEnableWhen: ContentRule {
  static func check(_ draft: Draft) {
    for circle in circles(in: draft.items) {
      guard let first = circle.first,
        let item = draft.items.first(where: { $0.id == first })
      else { continue }
      let path = (circle + [first]).map(\.rawValue).joined(separator: " -> ")
      draft.report.error(
        name, at: item.places["enable-when"] ?? item.place(of: "clarifies"),
        "whether '\(first)' is asked hangs on itself: \(path)", "take one of them out of the circle"
      )
    }
  }

  /// Each circle once, from its earliest item.
  static func circles(in items: [Placed<Item>]) -> [[Item.ID]] {
    var needs: [Item.ID: [Item.ID]] = [:]
    for item in items where needs[item.id] == nil {
      needs[item.id] =
        (item.enableWhen?.subjects.map(\.item) ?? []) + (item.clarifies.map { [$0.item] } ?? [])
    }
    var circles: [[Item.ID]] = []
    var finished: Set<Item.ID> = []
    var path: [Item.ID] = []
    func visit(_ id: Item.ID) {
      if let start = path.firstIndex(of: id) {
        circles.append(Array(path[start...]))
        return
      }
      if finished.contains(id) { return }
      path.append(id)
      for other in needs[id] ?? [] { visit(other) }
      path.removeLast()
      finished.insert(id)
    }
    for item in items { visit(item.id) }
    return circles
  }
}
