import ContentCompiler
import Testing

/// Files that are missing, empty, broken or unknown.
@Suite struct FileTests {
  @Test(arguments: [
    ("- { a: b", "did not find expected ',' or '}'"),
    ("- a: b: c", "mapping values are not allowed in this context"),
    ("- \"a", "found unexpected end of stream"),
    ("- @a", "found character that cannot start any token"),
    ("- *a", "found undefined alias"),
    ("a: 1\n---\nb: 2", "but found another document"),
    ("- [a, b", "did not find expected ',' or ']'"),
  ])
  func `broken YAML is one fault of its file, and the others are looked at all the same`(
    text: String, problem: String
  ) throws {
    var files = baseContent
    files["rules/scores.yaml"] = text
    files["rules/advice.yaml"] = files["rules/advice.yaml"]?.replacing(
      "kind: do", with: "kind: doo")
    let found = try compiled(files).diagnostics
    #expect(found.map(\.file) == ["rules/advice.yaml", "rules/scores.yaml"])
    #expect(found.last?.summary == "the YAML is broken: " + problem)
    #expect(found.last?.rule == "ReadableYAML")
  }

  @Test func `broken YAML is reported where it breaks`() throws {
    try expectFindings(
      [
        Finding(
          "1️⃣", "ReadableYAML",
          "the YAML is broken: mapping values are not allowed in this context",
          "put a text that holds ': ' in quotes")
      ],
      planting: [Planted("rules/surgery.yaml", "advice:\n", "advice: a1️⃣: b\n")])
  }

  @Test func `names of a broken file are not missed elsewhere`() throws {
    try expectFindings(
      [Finding("1️⃣", "ReadableYAML", "the YAML is broken: did not find expected ',' or '}'")],
      planting: [Planted("evidence/references.yaml", whole: "- { id: a\n- b\n1️⃣")])
  }

  @Test func `bytes that are no UTF-8 are reported at the first of them`() throws {
    var content = ContentInMemory(baseContent)
    content.files["rules/scores.yaml"] = Array("- id: a\n  é: ".utf8) + [0xFF, 0xFE]
    let found = compile(content, on: try #require(testDay)).diagnostics
    #expect(
      found.map(\.description) == [
        "rules/scores.yaml:2:6: this is not UTF-8; save the file as UTF-8"
      ])
  }

  @Test(arguments: ["", "\n\n", "# only a comment\n"])
  func `an empty file is a fault`(text: String) throws {
    try expectFindings(
      [Finding(file: "rules/scores.yaml", "FilledFiles", "the file is empty")],
      planting: [Planted("rules/scores.yaml", whole: text)])
  }

  @Test func `an empty page is a fault`() throws {
    try expectFindings(
      [Finding(file: "pages/exercise.md", "FilledFiles", "the file is empty")],
      planting: [Planted("pages/exercise.md", whole: "\n")])
  }

  @Test(arguments: [
    "pack.yaml", "wording.yaml", "rules/red-flags.yaml", "rules/conditions.yaml",
    "rules/ladder.yaml", "rules/treatments.yaml", "rules/surgery.yaml", "rules/advice.yaml",
    "rules/scores.yaml", "rules/dispositions.yaml", "rules/definitions.yaml",
    "evidence/references.yaml", "CHANGES.md", "wording-rules.yaml",
  ])
  func `a missing file is one fault`(file: String) throws {
    try expectFindings(
      [Finding(file: file, "PresentFiles", "the file is missing")], planting: [], removing: [file])
  }

  @Test func `a missing folder is a fault`() throws {
    let pages = baseContent.keys.filter { $0.hasPrefix("pages/") }
    let patients = baseContent.keys.filter { $0.hasPrefix("patients/") }
    try expectFindings(
      [
        Finding(file: "patients/", "PresentFiles", "the folder has no patient"),
        Finding(file: "pages/", "PresentFiles", "the folder has no page"),
      ],
      planting: [], removing: pages + patients)
  }

  @Test func `a folder without questions is a fault`() throws {
    var files = baseContent
    for file in files.keys where file.hasPrefix("questionnaire/") { files[file] = nil }
    let found = try compiled(files).diagnostics
    #expect(
      found.map(\.description).contains(
        "questionnaire/:1:1: the folder has no section; "
          + "write one file a section, such as questionnaire/10-pain.yaml"))
  }

  /// Content of which one file is there and cannot be read.
  private struct Locked: ContentSource {
    struct Refused: Error, CustomStringConvertible { let description = "it is locked" }

    let content: ContentInMemory
    let locked: String

    func paths() -> [String] { content.paths() }

    func bytes(of path: String) throws -> [UInt8] {
      if path == locked { throw Refused() }
      return content.bytes(of: path)
    }
  }

  @Test func `a file that cannot be read is one fault`() throws {
    let content = Locked(content: ContentInMemory(baseContent), locked: "rules/scores.yaml")
    let found = compile(content, on: try #require(testDay)).diagnostics
    #expect(
      found.map(\.description) == [
        "rules/scores.yaml:1:1: it is locked; let everybody on this machine read the file"
      ])
  }

  @Test func `a folder that is not there is one fault`() throws {
    let compilation = compile(
      ContentFolder("/nowhere/at/all"), on: try #require(testDay))
    #expect(compilation.pack == nil)
    #expect(
      compilation.diagnostics.first?.description
        == "pack.yaml:1:1: cannot read /nowhere/at/all: No such file or directory; name the folder of the content"
    )
  }

  @Test(arguments: [
    ("rules/red-flag.yaml", "did you mean 'rules/red-flags.yaml'?"),
    ("pack.yml", "name it .yaml"),
    ("notes/a.md", "move or rename it"),
  ])
  func `a file that nothing reads is a fault`(file: String, remedy: String) throws {
    try expectFindings(
      [Finding(file: file, "KnownFiles", "nothing reads this file", remedy)], planting: [],
      adding: [file: "a: b"])
  }

  @Test func `files of another kind are nobody's business`() throws {
    try expectFindings(
      [], planting: [], adding: ["pictures/knee.txt": "", "LICENSE": "x"])
  }

  @Test func `all definition files are read`() throws {
    try expectFindings(
      [Finding("1️⃣", "KnownItems", "there is no item or definition 'ag'", "did you mean 'age'?")],
      planting: [], adding: ["rules/definitions-more.yaml": "old: 1️⃣ag >= 80"])
  }

  @Test func `claims are a list`() throws {
    try expectFindings(
      [Finding("1️⃣", "RightTypes", "the list of claims should be a list, is a mapping")],
      planting: [], adding: ["evidence/claims.yaml": "1️⃣a: b"])
  }

  @Test func `a byte order mark is not part of the text`() throws {
    var content = ContentInMemory(baseContent)
    content.files["rules/scores.yaml"]?.insert(contentsOf: [0xEF, 0xBB, 0xBF], at: 0)
    #expect(compile(content, on: try #require(testDay)).diagnostics == [])
  }
}
