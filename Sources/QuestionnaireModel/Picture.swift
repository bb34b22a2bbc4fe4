/// A drawing with zones that can be picked, seen from several sides.
///
/// It is drawn for one of a pair, a right knee; for the other one it is mirrored.
package struct Picture: Equatable, Sendable {
  package typealias ID = Identifier<Picture>

  package let id: ID
  /// When the other one of the pair is meant; `nil`: never.
  package let mirroredWhen: Criterion?
  /// What is drawn, in words: the first that holds.
  package let captions: [Caption]
  /// The zones by the letters of the masks.
  package let legend: [Legend]
  package private(set) var views: [View]
  package init(
    id: ID, mirroredWhen: Criterion? = nil, captions: [Caption], legend: [Legend], views: [View]
  ) {
    self.id = id
    self.mirroredWhen = mirroredWhen
    self.captions = captions
    self.legend = legend
    self.views = views
  }

  package struct Caption: Equatable, Sendable {
    /// `nil`: always.
    package let when: Criterion?
    package let text: String
    /// The text for whoever answers for another person; `nil`: the same text serves.
    package let forAnother: String?
    package init(when: Criterion? = nil, text: String, forAnother: String? = nil) {
      self.when = when
      self.text = text
      self.forAnother = forAnother
    }
  }

  package struct Legend: Equatable, Sendable {
    /// One character.
    package let letter: String
    package let zone: AnswerOption.ID
    package init(letter: String, zone: AnswerOption.ID) {
      self.letter = letter
      self.zone = zone
    }
  }

  /// One side: two forms of the same drawing, and a mask of the same shape whose letters name
  /// zones.
  package struct View: Equatable, Sendable {
    package let title: String
    /// What lies at the left and at the right edge.
    package let left: String
    package let right: String
    package let drawing: [String]
    package let ascii: [String]
    package let mask: [String]
    package init(
      title: String, left: String, right: String, drawing: [String], ascii: [String],
      mask: [String]
    ) {
      self.title = title
      self.left = left
      self.right = right
      self.drawing = drawing
      self.ascii = ascii
      self.mask = mask
    }
  }

  /// A cell of a view, counted from its top left.
  package struct Cell: Hashable, Sendable {
    package let row: Int
    package let column: Int
    package init(row: Int, column: Int) {
      self.row = row
      self.column = column
    }
  }
}

extension Picture {
  /// The zone at a cell of a view; `nil` beside the drawing, where no zone is, and for a view that
  /// there is not.
  package func zone(view: Int, row: Int, column: Int) -> AnswerOption.ID? {
    guard views.indices.contains(view), views[view].mask.indices.contains(row), column >= 0,
      let letter = views[view].mask[row].dropFirst(column).first
    else { return nil }
    return legend.first { $0.letter == String(letter) }?.zone
  }

  /// The zones of a view, row by row.
  package func zones(view: Int) -> [[AnswerOption.ID?]] {
    guard views.indices.contains(view) else { return [] }
    let names = Dictionary(
      legend.map { ($0.letter, $0.zone) }, uniquingKeysWith: { first, _ in first })
    return views[view].mask.map { row in
      func zones<Letter: Equatable>(
        _ letters: some Collection<Letter>, _ name: (Letter) -> String
      ) -> [AnswerOption.ID?] {
        // A letter mostly stands beside its like, and needs no second look.
        var last: (letter: Letter, zone: AnswerOption.ID?)?
        return letters.map { letter in
          if let last, last.letter == letter { return last.zone }
          let zone = names[name(letter)]
          last = (letter, zone)
          return zone
        }
      }
      return row.isDrawnOfSingles
        ? zones(row.unicodeScalars) { String(Character($0)) } : zones(row) { String($0) }
    }
  }

  /// The cell that stands for a zone of a view: the one nearest to its middle, a blank of the
  /// drawing where there is one.
  ///
  /// `nil` where the view does not show the zone.
  package func anchor(of zone: AnswerOption.ID, view: Int) -> Cell? { anchors(view: view)[zone] }

  /// That cell of every zone that the view shows.
  package func anchors(view: Int) -> [AnswerOption.ID: Cell] {
    anchors(view: view, zones: zones(view: view))
  }

  /// The same for whoever has the zones of the view already.
  package func anchors(view: Int, zones: [[AnswerOption.ID?]]) -> [AnswerOption.ID: Cell] {
    var cells: [AnswerOption.ID: [Cell]] = [:]
    for (row, zones) in zones.enumerated() {
      var run: [Cell] = []
      for (column, zone) in zones.enumerated() {
        guard let zone else { continue }
        run.append(Cell(row: row, column: column))
        if column + 1 < zones.count, zones[column + 1] == zone { continue }
        cells[zone, default: []] += run
        run = []
      }
    }
    if cells.isEmpty { return [:] }
    let drawing = views[view].drawing.map(\.drawnCharacters)
    return cells.compactMapValues { anchor(of: $0, in: drawing) }
  }

  private func anchor(of cells: [Cell], in drawing: [[Character]]) -> Cell? {
    let blanks = cells.filter { cell in
      drawing.indices.contains(cell.row) && drawing[cell.row].indices.contains(cell.column)
        && drawing[cell.row][cell.column] == " "
    }
    let (rowSum, columnSum) = cells.reduce((0, 0)) { ($0.0 + $1.row, $0.1 + $1.column) }
    // A cell is about twice as high as it is wide.
    func distance(_ cell: Cell) -> Int {
      2 * abs(cell.row * cells.count - rowSum) + abs(cell.column * cells.count - columnSum)
    }
    return (blanks.isEmpty ? cells : blanks).min { distance($0) < distance($1) }
  }

  /// The picture for this person: the one of the pair that is meant.
  package func mirrored(for answers: Answers) -> Picture {
    guard let mirroredWhen, answers.truth(of: mirroredWhen, reading: .plain) == .yes else {
      return self
    }
    return mirrored
  }

  /// What is drawn, in words for this person; `nil` where no caption holds.
  package func caption(for answers: Answers) -> String? {
    let caption = captions.first { caption in
      caption.when.map { answers.truth(of: $0, reading: .plain) == .yes } ?? true
    }
    return caption.map { answers.isForAnother ? $0.forAnother ?? $0.text : $0.text }
  }

  /// The other one of the pair.
  package var mirrored: Picture {
    var picture = self
    picture.views = views.map(\.mirrored)
    return picture
  }
}

extension Picture.View {
  /// Left and right exchanged: in the drawing, in the mask and in the words at the edges.
  package var mirrored: Self {
    Self(
      title: title, left: right, right: left, drawing: drawing.map(Self.mirrored),
      ascii: ascii.map(Self.mirrored), mask: mask.map { String($0.drawnCharacters.reversed()) })
  }

  /// How wide the widest line is.
  package var width: Int {
    [drawing, ascii, mask].map { $0.map(\.drawnCount).max() ?? 0 }.max() ?? 0
  }
  package var height: Int { max(drawing.count, ascii.count, mask.count) }

  private static func mirrored(_ row: String) -> String {
    guard row.isDrawnOfSingles else { return String(row.reversed().map { twins[$0] ?? $0 }) }
    var mirrored = String.UnicodeScalarView()
    mirrored.append(contentsOf: row.unicodeScalars.reversed().map(twin))
    return String(mirrored)
  }

  /// The characters that look another way in a mirror.
  private static let twins: [Character: Character] = Dictionary(
    uniqueKeysWithValues: pairs.flatMap {
      [(Character($0), Character($1)), (Character($1), Character($0))]
    })

  /// The same for a scalar: most have none, and to look through a few takes less than to hash one.
  private static func twin(of scalar: Unicode.Scalar) -> Unicode.Scalar {
    if scalar == " " { return scalar }
    for (left, right) in pairs {
      if scalar == left { return right }
      if scalar == right { return left }
    }
    return scalar
  }

  private static let pairs: [(Unicode.Scalar, Unicode.Scalar)] = [
    ("/", "\\"), ("(", ")"), ("[", "]"), ("{", "}"), ("<", ">"), ("┌", "┐"), ("└", "┘"),
    ("├", "┤"), ("╭", "╮"), ("╰", "╯"), ("╱", "╲"), ("╴", "╶"), ("▌", "▐"), ("▖", "▗"),
    ("▘", "▝"),
  ]
}

extension String {
  /// The characters of a line of a drawing.
  ///
  /// The same as those of any text, and far faster to find where each is one scalar.
  package var drawnCharacters: [Character] {
    isDrawnOfSingles ? unicodeScalars.map(Character.init) : Array(self)
  }

  /// How many there are.
  var drawnCount: Int {
    // Bytes that go on with a character are those that begin with the bits 10.
    isDrawnOfSingles ? utf8.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) } : count
  }

  /// Whether it holds printable ASCII, lines and blocks alone, none of which joins another.
  fileprivate var isDrawnOfSingles: Bool {
    unicodeScalars.allSatisfy {
      (0x20..<0x7F).contains($0.value) || (0x2500..<0x25A0).contains($0.value)
    }
  }
}
