import Foundation
import Testing

/// The faults that Scripts/mutate plants: one whose line has moved on shows nothing any more.
@Suite struct `The faults to plant` {
  struct Fault: CustomTestStringConvertible, Sendable {
    let name: String
    let file: String
    let old: String
    let new: String
    let target: String
    let test: String
    var testDescription: String { name }

    init?(_ line: Substring) {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard fields.count == 5 else { return nil }
      (name, file) = (String(fields[0]), String(fields[1]))
      old = String(fields[2]).replacing("\\n", with: "\n")
      new = String(fields[3]).replacing("\\n", with: "\n")
      let tests = fields[4].split(separator: "/", maxSplits: 1)
      target = String(tests.first ?? "")
      test = tests.count > 1 ? String(tests[1]) : ""
    }
  }

  private static let lines = ((try? Tree.text("Scripts/lib/mutants.tsv")) ?? "")
    .split(separator: "\n").filter { !$0.hasPrefix("#") }
  private static let faults = lines.compactMap { Fault($0) }
  private static let sources = texts(Set(faults.map(\.file)))
  private static let tests = Dictionary(grouping: Tree.files(below: "Tests")) { file in
    file.split(separator: "/").dropFirst().first.map(String.init) ?? ""
  }
  .mapValues { files in texts(Set(files)).values.joined(separator: "\n") }

  private static func texts(_ files: Set<String>) -> [String: String] {
    Dictionary(uniqueKeysWithValues: files.map { ($0, (try? Tree.text($0)) ?? "") })
  }

  @Test func `are a table of five fields`() {
    #expect(!Self.faults.isEmpty && Self.faults.count == Self.lines.count)
  }

  @Test(arguments: faults)
  func `fit the source in one place, and name a test that is there`(fault: Fault) throws {
    let text = try #require(Self.sources[fault.file])
    #expect(text.components(separatedBy: fault.old).count == 2, "\(fault.file): \(fault.old)")
    #expect(fault.old != fault.new)
    let tests = try #require(Self.tests[fault.target])
    #expect(tests.contains(fault.test), "\(fault.target) has no test named \(fault.test)")
  }
}
