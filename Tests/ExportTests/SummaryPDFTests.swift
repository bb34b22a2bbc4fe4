import Foundation
import QuestionnaireModel
import RecommendationCore
import SaveTestKit
import Testing

@testable import Export

private let tools = ["pdftotext", "pdffonts", "pdfinfo"]
private let path = "/usr/local/bin:/usr/bin:/bin"
private let canRead = tools.allSatisfy { ByteFilter.find($0, in: path) != nil }

/// The PDF as other programs read it.
@Suite(.serialized) struct SummaryPDFTests {
  private func run(_ tool: String, _ arguments: [String], on file: String) throws -> String {
    let filter = ByteFilter(
      path: try #require(ByteFilter.find(tool, in: path)), arguments: arguments,
      milliseconds: 20_000)
    return String(decoding: try filter.run([]).get(), as: UTF8.self)
  }

  private func words(_ text: String) -> String {
    printable(text.filter { !$0.isWhitespace && $0 != "\u{0C}" && $0 != "-" })
  }

  @Test(
    .enabled(if: SummaryPDF.isAvailable && canRead, "weasyprint or poppler-utils is not here"),
    arguments: [
      (SmallPack.longStanding, SummaryHTML.Paper.a4), (SmallPack.emergency, .letter),
      (SmallPack.changed(["words": .text("<b>& \"Ü\" 漢 </b> `x` \\")]), .a4),
    ])
  func `holds every text, with its fonts, tagged, on the paper that was asked for`(
    given: [Item.ID: Answer], paper: SummaryHTML.Paper
  ) throws {
    let before = try FileManager.default.contentsOfDirectory(atPath: "/tmp")
    let folder = try TemporaryFolder()
    let summary = SmallPack.summary(given, includesPrivate: true)
    let bytes = try SummaryPDF.bytes(of: summary.html(on: paper)).get()
    let file = folder.path + "/page.pdf"
    try Data(bytes).write(to: URL(fileURLWithPath: file))
    let text = words(try run("pdftotext", ["-raw", file, "-"], on: file))
    for unit in summary.blocks.flatMap(\.texts) {
      #expect(text.contains(words(unit)), "\(unit)")
    }
    let fonts = try run("pdffonts", [file], on: file).split(separator: "\n").dropFirst(2)
    #expect(!fonts.isEmpty)
    for font in fonts {
      // emb sub uni, then the two numbers of the object.
      #expect(font.split(separator: " ").suffix(5).first == "yes", "\(font)")
    }
    let info = try run("pdfinfo", [file], on: file)
    #expect(info.contains(/Tagged: +yes/))
    #expect(info.contains(paper == .a4 ? /\(A4\)/ : /\(letter\)/))
    #expect(info.contains("KneeGuide: A page for you"))
    let left = Set(try FileManager.default.contentsOfDirectory(atPath: "/tmp"))
      .subtracting(before).filter { $0.contains("weasy") }
    #expect(left.isEmpty)
  }

  @Test func `a program that is nowhere is not found`() {
    #expect(ByteFilter.find("weasyprint", in: "/nowhere:relative:") == nil)
    #expect(ByteFilter.find("weasyprint", in: nil) == nil)
    #expect(ByteFilter.find("cat", in: "/nowhere:/bin") == "/bin/cat")
  }

  @Test func `bytes pass through a program, however many`() throws {
    for count in [0, 1, 70_000, 3_000_000] {
      let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0) }
      let filter = ByteFilter(path: "/bin/cat", arguments: [], milliseconds: 20_000)
      #expect(try filter.run(bytes).get() == bytes)
    }
  }

  @Test func `a program that fails, is not there or does not end is told apart`() {
    func fault(_ path: String, _ arguments: [String]) -> ByteFilter.Fault? {
      let filter = ByteFilter(path: path, arguments: arguments, milliseconds: 700)
      if case .failure(let fault) = filter.run([UInt8](repeating: 65, count: 300_000)) {
        return fault
      }
      return nil
    }
    #expect(fault("/bin/false", []) == .failed)
    #expect(fault("/bin/sh", ["-c", "cat >/dev/null; kill -9 $$"]) == .failed)
    #expect(fault("/nowhere/x", []) == .cannotStart(ENOENT))
    #expect(fault("/bin/sleep", ["60"]) == .tookTooLong)
  }
}
