import ContentCompiler
import Foundation
import PackFile
import Testing

/// The program itself: what it prints, writes and ends with.
@Suite struct CommandTests {
  struct Ended {
    let status: Int32
    let output: String
    let error: String
  }

  /// A folder of its own for each test, with the base content in `Content`.
  final class Folder {
    let path: String

    init(_ files: [String: String] = baseContent) throws {
      path = NSTemporaryDirectory() + "kneeguide-content-" + UUID().uuidString
      for (name, text) in files {
        let file = URL(fileURLWithPath: path + "/Content/" + name)
        try FileManager.default.createDirectory(
          at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
      }
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// Runs the program in the folder.
    func run(_ arguments: String...) throws -> Ended { try run(arguments) }

    func run(_ arguments: [String]) throws -> Ended {
      let process = Process()
      let programs = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
      process.executableURL = URL(fileURLWithPath: programs).deletingLastPathComponent()
        .appendingPathComponent("kneeguide-content")
      process.arguments = arguments
      process.currentDirectoryURL = URL(fileURLWithPath: path)
      let output = Pipe()
      let error = Pipe()
      process.standardOutput = output
      process.standardError = error
      try process.run()
      let said = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      let wrong = String(decoding: error.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      process.waitUntilExit()
      return Ended(status: process.terminationStatus, output: said, error: wrong)
    }

    func bytes(of name: String) throws -> [UInt8] {
      Array(try Data(contentsOf: URL(fileURLWithPath: path + "/" + name)))
    }

    var names: [String] {
      ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
    }
  }

  @Test func `check ends with 0 and one line when there is no fault`() throws {
    let ended = try Folder().run("check", "--on", "2026-11-22")
    #expect(ended.status == 0)
    #expect(
      ended.output
        == "14 items, 2 red flags, 2 conditions, 2 treatments, 4 pages, 0 figures, 2 sources, 0 terms, 2 patients, no faults\n"
    )
  }

  @Test func `check ends with 65 and the faults, the folder before each file`() throws {
    var files = baseContent
    files["rules/scores.yaml"] = ""
    let ended = try Folder(files).run("check", "./Content/", "--on", "2026-11-22")
    #expect(ended.status == 65)
    #expect(ended.output.hasPrefix("./Content/rules/scores.yaml:1:1: the file is empty; "))
    #expect(ended.output.hasSuffix(", 1 fault\n"))
  }

  @Test func `export writes the questions for FHIR`() throws {
    let folder = try Folder()
    let ended = try folder.run("export", "--format", "fhir", "--on", "2026-11-22")
    #expect(ended.status == 0 && ended.error.isEmpty)
    #expect(ended.output.hasPrefix("{\n  \"resourceType\": \"Questionnaire\",\n"))
    #expect(
      try folder.run("export", "--format", "fhir", "--on", "2026-11-22").output == ended.output)
  }

  @Test(arguments: ["answers", "json", "fhir"])
  func `export writes a line for each example patient`(format: String) throws {
    let ended = try Folder().run("export", "--patients", "--format", format, "--on", "2026-11-22")
    #expect(ended.status == 0)
    let lines = ended.output.split(separator: "\n").map(String.init)
    let patients = try lines.map { line in
      let json = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      #expect(json?["export"] is [String: Any])
      return json?["patient"] as? String
    }
    #expect(patients.count == 2 && Set(patients).count == 2 && !patients.contains(nil))
  }

  @Test(arguments: [
    ["--format", "json"], ["--format", "answers"], ["--format", "fhir", "--with-private"],
    ["--format", "pdf"], [],
  ])
  func `export refuses what it cannot write`(arguments: [String]) throws {
    let ended = try Folder().run(["export", "--on", "2026-11-22"] + arguments)
    #expect(ended.status == 64 && ended.output.isEmpty)
  }

  @Test func `export refuses content with faults`() throws {
    var files = baseContent
    files["rules/scores.yaml"] = ""
    let ended = try Folder(files).run("export", "--format", "fhir", "--on", "2026-11-22")
    #expect(ended.status == 65 && ended.output.isEmpty && ended.error.contains("1 fault"))
  }

  @Test func `a warning is no fault`() throws {
    let ended = try Folder().run("check", "--on", "2027-11-01")
    #expect(ended.status == 0)
    #expect(ended.output.contains("Content/pack.yaml:6:13: warning: the review of the content"))
    #expect(ended.output.hasSuffix("no faults, 5 warnings\n"))
  }

  @Test func `check looks for the suites that hazards name beside the content`() throws {
    let hazard = """
      - { id: H1, hazard: A, cause: A, effect: A, harm: A, severity: 1, likelihood: 1, controls: [A],
          rules: [], tests: [One/Tests], residual: low, status: open }
      """
    let folder = try Folder(baseContent.merging(["hazards.yaml": hazard]) { $1 })
    let silent = try folder.run("check", "--on", "2026-11-22").output
    #expect(silent.contains("Content/hazards.yaml: the names of tests were not looked at, "))
    #expect(!silent.contains("One/Tests"))
    let tests = URL(fileURLWithPath: folder.path + "/Tests/One")
    try FileManager.default.createDirectory(at: tests, withIntermediateDirectories: true)
    for arguments in [["check"], ["check", "--tests", "Tests"]] {
      let found = try folder.run(arguments + ["--on", "2026-11-22"]).output
      #expect(found.contains("names the test 'One/Tests', which does not exist"))
      #expect(!found.contains("not looked at"))
    }
    try Data().write(to: tests.appendingPathComponent("Tests.swift"))
    #expect(try !folder.run("check", "--on", "2026-11-22").output.contains("One/Tests"))
    #expect(try folder.run("check", "--tests", "nowhere").status == 65)
  }

  @Test func `build writes the same bytes for the same content, and replaces the old pack`() throws
  {
    let folder = try Folder()
    let first = try folder.run("build", "--output", "a.pack", "--on", "2026-11-22")
    #expect(first.status == 0)
    let bytes = try folder.bytes(of: "a.pack")
    #expect(
      PackFile.hash(of: bytes)
        == String(first.output.split(separator: " ").last?.dropLast() ?? ""))
    #expect(try folder.run("build", "-o", "a.pack", "--on", "2026-11-23").status == 0)
    #expect(try folder.bytes(of: "a.pack") == bytes)
    #expect(folder.names == ["Content", "a.pack"])
  }

  @Test func `build refuses content with faults and leaves the old pack`() throws {
    var files = baseContent
    files["rules/scores.yaml"] = ""
    let folder = try Folder(files)
    let ended = try folder.run("build", "--output", "a.pack")
    #expect(ended.status == 65)
    #expect(ended.error.hasSuffix("mend the faults\n"))
    #expect(folder.names == ["Content"])
  }

  @Test func `build ends with 73 where it cannot write`() throws {
    let folder = try Folder()
    for output in ["nowhere/a.pack", "Content"] {
      let ended = try folder.run("build", "--output", output, "--on", "2026-11-22")
      #expect(ended.status == 73)
      #expect(ended.error.contains("name another file or folder"))
    }
    #expect(folder.names == ["Content"])
  }

  @Test func `list writes tables and JSON`() throws {
    let folder = try Folder()
    #expect(
      try folder.run("list", "treatments", "--on", "2026-11-22").output.hasPrefix("ID        STEP"))
    #expect(
      try folder.run("list", "items", "--format", "json").output.hasPrefix("[\n  { \"ask\": "))
    #expect(try folder.run("list", "items", "nowhere").status == 65)
  }

  @Test(arguments: [
    ["chek"], ["check", "--on", "today"], ["list"], ["list", "cats"], ["build"],
    ["check", "--unknown"], ["list", "items", "--format", "xml"],
  ])
  func `wrong usage ends with 64`(arguments: [String]) throws {
    let ended = try Folder(["pack.yaml": ""]).run(arguments)
    #expect(ended.status == 64)
    #expect(!ended.error.isEmpty)
  }
}
