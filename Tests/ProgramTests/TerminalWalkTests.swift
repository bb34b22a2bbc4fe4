import Foundation
import Testing

struct TerminalWalkTests {
  /// R82 on a terminal: what stands there is what the model draws, whatever is pressed.
  ///
  /// R50: the cursor too, and it is seen.
  @Test func `random walks show what the model draws`() throws {
    let program = try Program.path()
    let tests = Bundle.main.executableURL?.deletingLastPathComponent()
    let places = [URL(fileURLWithPath: program).deletingLastPathComponent(), tests]
    let soak = places.compactMap { $0?.appendingPathComponent("terminal-soak") }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }
    let process = Process()
    let executable: URL = try #require(soak, "build it first: swift build --build-tests")
    process.executableURL = executable
    process.arguments = [program, try Program.pack(), "3", "1"]
    let output = Program.newPath("walks")
    try Data().write(to: URL(fileURLWithPath: output))
    process.standardOutput = FileHandle(forWritingAtPath: output)
    try process.run()
    process.waitUntilExit()
    let text = try String(contentsOfFile: output, encoding: .utf8)
    #expect(process.terminationStatus == 0, "\(text)")
    #expect(text.contains("1 passed, 0 failed"), "\(text)")
  }
}
