import CQRCode
package import RecommendationCore

/// A text as QR codes that are drawn in a terminal and read as plain text by any phone.
///
/// Error correction is level M or better, and the quiet zone four modules wide. What does not go
/// into one code goes into several, each of which begins with its place, such as `2/3`.
package struct QRPages: Equatable, Sendable {
  package struct Page: Equatable, Sendable {
    /// What a phone reads.
    package let text: String
    /// The modules, without the quiet zone; true is dark.
    package let modules: [[Bool]]

    /// Rows of half blocks with the quiet zone, where a block is dark: ink on a white ground.
    package var rows: [String] {
      let side = modules.count + 2 * QRPages.quietZone
      return stride(from: 0, to: side, by: 2).map { y in
        String(
          (0..<side).map { x in
            switch (isDark(x, y), isDark(x, y + 1)) {
            case (true, true): Character("█")
            case (true, false): Character("▀")
            case (false, true): Character("▄")
            case (false, false): Character(" ")
            }
          })
      }
    }

    /// The same with the quiet zone.
    package var drawnModules: [[Bool]] {
      let side = modules.count + 2 * QRPages.quietZone
      return (0..<side).map { y in (0..<side).map { x in isDark(x, y) } }
    }

    private func isDark(_ x: Int, _ y: Int) -> Bool {
      let (column, row) = (x - QRPages.quietZone, y - QRPages.quietZone)
      return modules.indices.contains(column) && modules.indices.contains(row)
        && modules[row][column]
    }
  }

  package static let quietZone = 4
  /// More codes than this nobody holds a phone to.
  package static let most = 9

  package let pages: [Page]

  /// The text in as few codes as fit the window, each as large as its text asks for.
  package init(_ text: String, width: Int, height: Int) throws(QRRefusal) {
    try self.init(text, side: min(width, 2 * height - 1))
  }

  /// The same where there is room for so many modules a side, the quiet zone included.
  init(_ text: String, side: Int, atMost most: Int = QRPages.most) throws(QRRefusal) {
    let side = side - 2 * Self.quietZone
    let version = min((side - 17) / 4, 40)
    guard side >= 21 else { throw .tooSmall }
    let room = Self.room(in: version)
    let parts = Self.parts(of: text, room: room)
    guard !parts.isEmpty, parts.count <= most else { throw .tooMuch }
    var pages: [Page] = []
    for (place, part) in parts.enumerated() {
      let text = parts.count == 1 ? part : "\(place + 1)/\(parts.count) \(part)"
      guard let modules = Self.modules(for: Array(text.utf8), upTo: version) else {
        throw .tooMuch
      }
      pages.append(Page(text: text, modules: modules))
    }
    self.pages = pages
  }

  /// The least window for any code: the smallest has 21 modules a side.
  package static let least = (width: 29, height: 15)

  // MARK: - Parts

  /// The text cut between words where it can be, so that each part fits with its place before it.
  private static func parts(of text: String, room: Int) -> [String] {
    let text = text[...]
    if text.utf8.count <= room { return text.isEmpty ? [] : [String(text)] }
    let room = room - "1/9 ".utf8.count
    var parts: [String] = []
    var rest = text
    while !rest.isEmpty, parts.count <= most {
      var end = rest.startIndex
      var space: String.Index?
      var used = 0
      for index in rest.indices {
        let count = rest[index].utf8.count
        if used + count > room { break }
        used += count
        end = rest.index(after: index)
        if rest[index].isWhitespace { space = index }
      }
      // A character of more bytes than a code holds.
      if end == rest.startIndex { return [] }
      if end == rest.endIndex || space == nil || rest[end].isWhitespace {
        parts.append(String(rest[..<end]))
      } else if let space {
        parts.append(String(rest[..<space]))
        end = rest.index(after: space)
      }
      rest = rest[end...].drop(while: \.isWhitespace)
    }
    return parts.filter { !$0.isEmpty }
  }

  /// How many bytes a code of the version holds at level M, beside the mark for UTF-8.
  private static func room(in version: Int) -> Int {
    var (fits, least) = (0, 4000)
    while least - fits > 1 {
      let middle = (fits + least) / 2
      let isIn = code(
        for: [UInt8](repeating: 0xC3, count: middle), upTo: version, mask: qrcodegen_Mask_0)
      if isIn != nil { fits = middle } else { least = middle }
    }
    return fits
  }

  // MARK: - The library

  private static func modules(for text: [UInt8], upTo version: Int) -> [[Bool]]? {
    guard let code = code(for: text, upTo: version, mask: qrcodegen_Mask_AUTO) else { return nil }
    let side = qrcodegen_getSize(code)
    return (0..<side).map { y in (0..<side).map { x in qrcodegen_getModule(code, x, y) } }
  }

  /// The bytes of a code, in the library's own form; `nil` where the text does not fit.
  private static func code(
    for text: [UInt8], upTo version: Int, mask: qrcodegen_Mask
  ) -> [UInt8]? {
    let side = version * 4 + 17
    let length = (side * side + 7) / 8 + 1
    var code = [UInt8](repeating: 0, count: length)
    var spare = code
    var mark = [UInt8](repeating: 0, count: 4)
    var copy = text + [0]
    let isDone = mark.withUnsafeMutableBufferPointer { mark in
      copy.withUnsafeMutableBufferPointer { copy in
        var segments: [qrcodegen_Segment] = []
        // Without the mark some readers take the bytes for another alphabet.
        if text.contains(where: { $0 >= 0x80 }) {
          segments.append(qrcodegen_makeEci(26, mark.baseAddress))
        }
        segments.append(qrcodegen_makeBytes(text, text.count, copy.baseAddress))
        return qrcodegen_encodeSegmentsAdvanced(
          segments, segments.count, qrcodegen_Ecc_MEDIUM, 1, Int32(version), mask, true, &spare,
          &code)
      }
    }
    return isDone ? code : nil
  }
}

/// Why a text is not drawn as QR codes.
package enum QRRefusal: Error, Equatable, Sendable {
  /// The window is too small for any code.
  case tooSmall
  /// The text would need more codes than anybody reads.
  case tooMuch

  /// One line for the person: why, and what to do.
  package func message(wording: Wording) -> String {
    switch self {
    case .tooSmall:
      wording(
        .qrTooSmall,
        ["width": "\(QRPages.least.width)", "height": "\(QRPages.least.height)"])
    case .tooMuch: wording[.qrTooMuch]
    }
  }
}
