import QuestionnaireModel
import RecommendationCore
import Testing

@testable import Export

/// The drawing of QR codes.
///
/// That others can read them is tested by Scripts/lib/qr_codes.py.
struct QRPagesTests {
  @Test(arguments: [(29, 15, 1), (80, 24, 5), (33, 100, 2), (200, 60, 23), (400, 200, 40)])
  func `a code is as large as the window lets it be, and no larger`(
    width: Int, height: Int, version: Int
  ) throws {
    // As much as 9 codes hold does not fit into 8 smaller ones.
    var text = ""
    var largest = 0
    while let pages = try? QRPages(text + "x", width: width, height: height) {
      text += String(repeating: "x", count: max(1, text.count / 8))
      largest = max(largest, pages.pages.map(\.modules.count).max() ?? 0)
      for page in pages.pages {
        #expect(page.rows.count <= height && page.rows.allSatisfy { $0.count <= width })
      }
    }
    #expect(largest == 17 + 4 * version)
  }

  @Test(arguments: [(28, 24), (80, 14), (0, 0), (-5, 9), (40, 12)])
  func `a window that is too small is refused`(width: Int, height: Int) {
    #expect(throws: QRRefusal.tooSmall) { try QRPages("x", width: width, height: height) }
  }

  @Test func `a text for more than nine codes is refused`() {
    let text = String(repeating: "word ", count: 200)
    #expect(throws: QRRefusal.tooMuch) { try QRPages(text, width: 80, height: 24) }
    #expect(throws: QRRefusal.tooMuch) { try QRPages("", width: 80, height: 24) }
  }

  /// ISO/IEC 18004, table 7: at level M a code of version 5 holds 86 bytes, of which the length
  /// and the mark for UTF-8 take three.
  @Test func `the level is M`() throws {
    for (length, codes) in [(83, 1), (84, 2)] {
      let text = String(repeating: "x", count: length)
      #expect(try QRPages(text, width: 80, height: 24).pages.count == codes)
    }
  }

  @Test func `the quiet zone is four modules on each side`() throws {
    let page = try #require(try QRPages("Hello", width: 80, height: 24).pages.first)
    #expect(page.modules.count == 21)
    #expect(page.rows.count == 15 && page.rows.allSatisfy { $0.count == 29 })
    for row in page.rows.prefix(2) + page.rows.suffix(2) {
      #expect(row.allSatisfy { $0 == " " }, "\(row)")
    }
    for row in page.rows { #expect(row.hasPrefix("    ") && row.hasSuffix("    ")) }
    // The corner of a finder: seven dark modules on its edge, and a ring of light within.
    #expect(page.rows[2].dropFirst(4).hasPrefix("█▀▀▀▀▀█"))
  }

  @Test func `each part says its place, and together they are the text`() throws {
    let text = (1...120).map { "w\($0) ü" }.joined(separator: " ")
    let pages = try QRPages(text, width: 100, height: 40).pages
    #expect(pages.count > 1)
    var parts: [Substring] = []
    for (place, page) in pages.enumerated() {
      let mark = "\(place + 1)/\(pages.count) "
      #expect(page.text.hasPrefix(mark))
      parts.append(page.text.dropFirst(mark.count))
    }
    #expect(parts.joined(separator: " ") == text)
    #expect(try QRPages("Hello", width: 80, height: 24).pages.map(\.text) == ["Hello"])
  }

  @Test func `page one fits a usual window, shortened where it must be`() throws {
    for given in [SmallPack.longStanding, SmallPack.emergency, SmallPack.sameDay, [:]] {
      let summary = SmallPack.summary(given)
      let small = try summary.qrPages(width: 80, height: 24)
      let large = try summary.qrPages(width: 300, height: 120)
      #expect(small.pages.count <= QRPages.most && large.pages.count == 1)
      let whole = large.pages[0].text
      #expect(!whole.contains("---") && !whole.contains("===") && !whole.contains("http"))
      #expect(whole.contains("What to do now"))
    }
    let short = SmallPack.summary(SmallPack.longStanding).plainPage(.untilSeen)
    #expect(short.contains("What to do now") && short.hasSuffix("There is more on the page."))
    let shortest = SmallPack.summary(SmallPack.longStanding).plainPage(.toDo)
    #expect(shortest.contains("What to do now") && shortest.count < short.count)
  }

  /// What comes second is as much to be done as what comes first.
  @Test func `the shortest page says what to do about each sign`() {
    let second = RedFlag(
      id: "hurt-head", title: "A knock on the head", disposition: .sameDay, within: "today",
      when: SmallPack.row("body-now", "fainted"), action: "Have your head looked at today.",
      why: "It can bleed inside.", doNot: ["Do not drive."], getHelpSooner: [], sources: ["nice"])
    let flags = ["cannot-step", "hurt-head"].map {
      Recommendation.RaisedFlag(
        id: RedFlag.ID($0), disposition: .sameDay, isUnsure: false, because: [Subject("body-now")])
    }
    let page = SmallPack.summary(
      SmallPack.answers(SmallPack.sameDay), flags: flags, of: [second]
    ).plainPage(.toDoInShort)
    for text in ["Get an X-ray today.", "Have your head looked at today.", "Do not drive."] {
      #expect(page.contains(text), "\(page)")
    }
    #expect(!page.contains("It can bleed inside.") && !page.contains("You said"))
  }
}
