import Foundation
import TerminalTestKit
import Testing
import TextUI

/// `recommend --format qr`, with the real program.
struct QRCommandTests {
  private static let answers = #"{"on": "2026-11-22", "signs": {"one": false, "three": true}}"#

  private func draw(_ size: String) throws -> Program.Run {
    try Program.run(
      "recommend", "--answers", "-", "--format", "qr", "--size", size, input: Self.answers)
  }

  @Test func `draws page one in half blocks, and fewer codes where there is more room`() throws {
    let small = try draw("60x24")
    let large = try draw("200x80")
    #expect(small.status == 0 && large.status == 0, "\(small.error)\(large.error)")
    for (run, width, height) in [(small, 60, 24), (large, 200, 80)] {
      let codes = run.output.split(separator: "\n\n", omittingEmptySubsequences: true)
      for code in codes {
        let rows = code.split(separator: "\n").filter { !$0.contains("Picture") }
        #expect(rows.count <= height && rows.allSatisfy { $0.count <= width })
        #expect(rows.joined().allSatisfy { " ▀▄█".contains($0) })
      }
    }
    #expect(small.output.contains("Picture 1 of ") && !large.output.contains("Picture"))
  }

  @Test func `refuses a window that is too small, with a reason`() throws {
    try draw("40x12").expectOneLine(status: 73, "Too small: 29 by 15")
    try draw("wide").expectOneLine(status: 64, "wide is no size")
  }

  @Test func `is black on white on a terminal, whatever its colors are`() throws {
    let file = try Program.file("answers.json", Self.answers)
    let terminal = try Program.start("recommend", "--answers", file, "--format", "qr")
    #expect(terminal.waitForExit() == .code(0))
    #expect(terminal.screenText.contains("█"))
  }
}
