import Foundation
package import Testing

/// Compares a text with `Snapshots/<name>.<extension>` beside the file of the calling test.
///
/// A missing file, or `RECORD_SNAPSHOTS=1`, writes it and fails that run, so that a new picture is
/// never taken for a pass.
package func expectGolden(
  _ text: String, named name: String, extension suffix: String = "txt",
  filePath: String = #filePath, sourceLocation: SourceLocation = #_sourceLocation
) {
  let folder = URL(fileURLWithPath: filePath).deletingLastPathComponent()
    .appendingPathComponent("Snapshots")
  let file = folder.appendingPathComponent(name + "." + suffix)
  let isRecording = ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1"
  if !isRecording, let expected = try? String(contentsOf: file, encoding: .utf8) {
    if text == expected { return }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let before = expected.split(separator: "\n", omittingEmptySubsequences: false)
    let line = zip(lines, before).enumerated().first { $1.0 != $1.1 }?.offset
    let first = line ?? min(lines.count, before.count)
    Issue.record(
      """
      \(name).\(suffix):\(first + 1) differs
      - \(first < before.count ? String(before[first]) : "(end)")
      + \(first < lines.count ? String(lines[first]) : "(end)")
      RECORD_SNAPSHOTS=1 takes the new text; look at the difference before.
      """, sourceLocation: sourceLocation)
    return
  }
  do {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try text.write(to: file, atomically: true, encoding: .utf8)
    Issue.record("recorded \(file.path): look at it and run again", sourceLocation: sourceLocation)
  } catch {
    Issue.record("\(file.path) cannot be written: \(error)", sourceLocation: sourceLocation)
  }
}
