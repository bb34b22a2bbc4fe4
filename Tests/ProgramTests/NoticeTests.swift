import Foundation
import Testing

/// Answers that are kept and gone on with, and the notice that they were given under.
struct NoticeTests {
  private func kept(_ arguments: String...) throws -> String {
    let path = Program.newPath("answers.json")
    // No sign, an age, then leaving.
    let run = try Program.run(
      ["walk", "--line", "--keep-answers", path] + arguments, input: "\n0\n67\nq\n2\n")
    #expect(FileManager.default.fileExists(atPath: path), "\(run.output)\(run.error)")
    return path
  }

  @Test func `answers are kept with the notice, and gone on with where it is the same`() throws {
    let path = try kept()
    let text = try String(contentsOfFile: path, encoding: .utf8)
    #expect(text.contains("\"age\": 67") && text.contains("\"notice\": \""))
    let run = try Program.run("walk", "--line", "--answers", path, input: "")
    #expect(!run.output.contains("In an emergency call 111."))
    #expect(run.output.contains("Where do you keep the thing?"))
  }

  @Test func `another notice is shown first, and said to have changed`() throws {
    let path = try kept()
    // The number to call is a part of the notice.
    let run = try Program.run("walk", "--line", "--answers", path, "--region", "there", input: "\n")
    #expect(run.output.contains("These notes have changed."))
    let notice = try #require(run.output.firstRange(of: "In an emergency call 999."))
    let question = try #require(run.output.firstRange(of: "Where do you keep the thing?"))
    #expect(notice.lowerBound < question.lowerBound)
  }

  @Test func `answers without a notice begin at the first screen`() throws {
    let file = try Program.file("answers.json", #"{"age": 67}"#)
    let run = try Program.run("walk", "--line", "--answers", file, input: "")
    #expect(run.output.contains("In an emergency call 111."))
    #expect(!run.output.contains("These notes have changed."))
  }

  @Test func `what is no file of answers is refused`() throws {
    let file = try Program.file("answers.json", #"{"notice": 1}"#)
    try Program.run("walk", "--line", "--answers", file).expectOneLine(status: 65, "notice")
  }
}
