extension Picture {
  /// How many views stand side by side.
  private static let viewsOnSheet = 2

  package var sheetCount: Int {
    (views.count + Picture.viewsOnSheet - 1) / Picture.viewsOnSheet
  }

  /// The views that are seen at once; a number that there is not counts as the first.
  package func sheet(_ number: Int) -> Sheet {
    let first = (0..<sheetCount).contains(number) ? number * Picture.viewsOnSheet : 0
    return Sheet(self, views: first..<min(first + Picture.viewsOnSheet, views.count))
  }

  package enum Side: CaseIterable, Sendable {
    case up, down, left, right
  }

  /// Views that stand side by side, and the way of the arrows over them.
  package struct Sheet: Sendable {
    package let views: Range<Int>
    /// The zones of all the views, one beside the other.
    private let cells: [[AnswerOption.ID?]]
    /// The columns of the first view that shows a zone.
    private let home: [AnswerOption.ID: Range<Int>]

    init(_ picture: Picture, views: Range<Int>) {
      self.views = views
      var cells = Array(
        repeating: [AnswerOption.ID?](), count: picture.views[views].map(\.height).max() ?? 0)
      var home: [AnswerOption.ID: Range<Int>] = [:]
      var left = 0
      for view in views {
        let width = picture.views[view].width
        for (row, zones) in picture.zones(view: view).enumerated() {
          cells[row] += zones
          for case let zone? in zones where home[zone] == nil { home[zone] = left..<left + width }
        }
        left += width
        for row in cells.indices {
          cells[row] += Array(repeating: nil, count: left - cells[row].count)
        }
      }
      self.cells = cells
      self.home = home
    }

    package func shows(_ zone: AnswerOption.ID) -> Bool { home[zone] != nil }

    /// The zone that most of the way out of this one meets first; `nil` where it meets none.
    ///
    ///     A A K K       from A to the right: K twice and B once, so K
    ///     A A K K
    ///     A A B B
    package func neighbor(of zone: AnswerOption.ID, toward side: Side) -> AnswerOption.ID? {
      guard let columns = home[zone] else { return nil }
      var met: [AnswerOption.ID: (count: Int, distance: Int)] = [:]
      for (start, step) in edge(of: zone, in: columns, toward: side) {
        var (row, column, distance) = (start.row + step.row, start.column + step.column, 1)
        while cells.indices.contains(row), cells[row].indices.contains(column) {
          if let other = cells[row][column], other != zone {
            let before = met[other] ?? (0, 0)
            met[other] = (before.count + 1, before.distance + distance)
            break
          }
          (row, column, distance) = (row + step.row, column + step.column, distance + 1)
        }
      }
      // More often, then nearer, then by name: always the same.
      return met.min { a, b in
        (-a.value.count, a.value.distance, a.key.rawValue)
          < (-b.value.count, b.value.distance, b.key.rawValue)
      }?.key
    }

    /// The outermost cells of a zone to one side, each with the step that leads on.
    private func edge(
      of zone: AnswerOption.ID, in columns: Range<Int>, toward side: Side
    ) -> [(Cell, step: Cell)] {
      switch side {
      case .left, .right:
        return cells.indices.compactMap { row in
          let own = columns.filter { cells[row][$0] == zone }
          return (side == .left ? own.first : own.last).map {
            (Cell(row: row, column: $0), Cell(row: 0, column: side == .left ? -1 : 1))
          }
        }
      case .up, .down:
        return columns.compactMap { column in
          let own = cells.indices.filter { cells[$0][column] == zone }
          return (side == .up ? own.first : own.last).map {
            (Cell(row: $0, column: column), Cell(row: side == .up ? -1 : 1, column: 0))
          }
        }
      }
    }

    /// Where an arrow leads from an entry, given the zone of each entry, `nil` for one that is no
    /// zone.
    ///
    /// The entries that are not on the sheet are a list at its right and below it:
    ///
    ///     a zone with a neighbour there   ->  the neighbour
    ///     down or right out of the sheet  ->  the first of the list
    ///     up out of the sheet             ->  the last of the list
    ///     up and down in the list         ->  the next; from its ends to the sheet
    ///     left out of the list            ->  the rightmost zone
    package func next(
      after index: Int, toward side: Side, among zones: [AnswerOption.ID?]
    ) -> Int {
      guard zones.indices.contains(index) else { return index }
      let isDrawn = zones.map { $0.map(shows) ?? false }
      let list = zones.indices.filter { !isDrawn[$0] }
      let drawn = zones.indices.filter { isDrawn[$0] }
      if let zone = zones[index], isDrawn[index] {
        if let near = neighbor(of: zone, toward: side), let next = zones.firstIndex(of: near) {
          return next
        }
        switch side {
        case .down, .right: return list.first ?? index
        case .up: return list.last ?? index
        case .left: return index
        }
      }
      let place = list.firstIndex(of: index) ?? 0
      switch side {
      case .up: return place > 0 ? list[place - 1] : outermost(drawn, of: zones, .down) ?? index
      case .down: return place + 1 < list.count ? list[place + 1] : drawn.first ?? index
      case .left: return outermost(drawn, of: zones, .right) ?? index
      case .right: return index
      }
    }

    /// The entry whose zone lies farthest to one side, the first of several.
    private func outermost(
      _ drawn: [Int], of zones: [AnswerOption.ID?], _ side: Side
    ) -> Int? {
      func reach(_ index: Int) -> Int {
        guard let zone = zones[index], let columns = home[zone] else { return 0 }
        return edge(of: zone, in: columns, toward: side)
          .map { side == .right ? $0.0.column : $0.0.row }.max() ?? 0
      }
      guard let farthest = drawn.map(reach).max() else { return nil }
      return drawn.first { reach($0) == farthest }
    }
  }
}
