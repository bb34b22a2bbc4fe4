import Foundation
import Testing

/// The commands without a terminal: their output and their exit status.
struct CommandTests {
  private static let answers = """
    { "on": "2026-11-22", "signs": {"one": false, "two": false, "three": false}, "age": 67,
      "place": "attic", "size": "declined", "note": "It squeaks.", "since": "2020-05", "level": 8,
      "level-week": 5, "broken": false, "parts": ["beta", "gamma"], "map": ["inner"],
      "tried": {"thing-a": "no-help", "thing-b": "no-help"} }
    """

  // MARK: recommend

  @Test func `recommend writes JSON`() throws {
    let file = try Program.file("answers.json", Self.answers)
    let run = try Program.run("recommend", "--answers", file, "--format", "json")
    #expect(run.status == 0)
    #expect(run.error.isEmpty)
    let json = try #require(
      try JSONSerialization.jsonObject(with: Data(run.bytes)) as? [String: Any])
    #expect(json["disposition"] as? String == "routine")
    #expect(json["on"] as? String == "2026-11-22")
    #expect((json["treatments"] as? [Any])?.count == 5)
    #expect((json["pack"] as? [String: Any])?["id"] as? String == "fixture")
    let again = try Program.run("recommend", "--answers", file, "--format", "json")
    #expect(again.bytes == run.bytes)
  }

  @Test func `recommend reads standard input and writes text`() throws {
    let run = try Program.run("recommend", "--answers", "-", input: Self.answers)
    #expect(run.status == 0)
    #expect(run.output.contains("A visit: this is the action line."))
    #expect(run.output.contains("Age: 67 years"))
    // Private answers stay off it.
    #expect(!run.output.contains("It squeaks."))
  }

  @Test func `recommend writes a bundle for a record`() throws {
    let file = try Program.file("answers.json", Self.answers)
    let run = try Program.run("recommend", "--answers", file, "--format", "fhir")
    #expect(run.status == 0 && run.error.isEmpty)
    let json = try #require(
      try JSONSerialization.jsonObject(with: Data(run.bytes)) as? [String: Any])
    #expect(json["resourceType"] as? String == "Bundle")
    let resources = (json["entry"] as? [[String: Any]])?.compactMap {
      ($0["resource"] as? [String: Any])?["resourceType"] as? String
    }
    #expect(
      resources?.filter { $0 != "Observation" } == [
        "Questionnaire", "QuestionnaireResponse", "GuidanceResponse", "CarePlan", "Device",
        "Provenance",
      ])
    #expect(
      try Program.run("recommend", "--answers", file, "--format", "fhir").bytes == run.bytes)
    // Private answers stay off it, unless they are asked for.
    #expect(!run.output.contains("It squeaks."))
    for format in ["fhir", "text"] {
      let all = try Program.run(
        "recommend", "--answers", file, "--format", format, "--with-private")
      #expect(all.status == 0 && all.output.contains("It squeaks."))
    }
  }

  @Test func `recommend writes Markdown, one page of it, and private answers when told to`() throws
  {
    let run = try Program.run(
      "recommend", "--answers", "-", "--format", "markdown", "--pages", "clinician",
      "--with-private", input: Self.answers)
    #expect(run.status == 0)
    #expect(run.output.hasPrefix("# "))
    #expect(run.output.contains("It squeaks."))
    #expect(run.output.split(separator: "\n").count { $0.hasPrefix("# ") } == 1)
  }

  @Test func `a pdf needs a file, and the program that makes it`() throws {
    let path = Program.folder.appendingPathComponent("page.pdf").path
    let bare = try Program.run(
      "recommend", "--answers", "-", "--format", "pdf", input: Self.answers)
    #expect(bare.status == 64 && bare.error.contains("--output"))
    let without = try Program.run(
      "recommend", "--answers", "-", "--format", "pdf", "--output", path, input: Self.answers,
      environment: ["PATH": "/nowhere"])
    #expect(without.status == 73 && without.error.split(separator: "\n").count == 1)
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  private static let hasWeasyPrint = FileManager.default.isExecutableFile(
    atPath: "/usr/bin/weasyprint")

  @Test(.enabled(if: hasWeasyPrint, "weasyprint is not here"))
  func `a pdf is written as a whole, and never over another`() throws {
    let path = Program.folder.appendingPathComponent("whole.pdf").path
    for status: Int32 in [0, 73] {
      let run = try Program.run(
        "recommend", "--answers", "-", "--format", "pdf", "--output", path, input: Self.answers)
      #expect(run.status == status, "\(run.error)")
    }
    let bytes = try #require(FileManager.default.contents(atPath: path))
    #expect(bytes.starts(with: Array("%PDF-".utf8)))
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
    #expect(mode as? Int == 0o600)
  }

  @Test func `an emergency is a result like any other`() throws {
    let run = try Program.run(
      "recommend", "--answers", "-", "--format", "json", input: #"{"signs": {"one": true}}"#)
    #expect(run.status == 0)
    #expect(run.output.contains("\"emergency-call\""))
    // The day that was not named is said.
    #expect(run.error.contains("names no day"))
  }

  @Test(arguments: [
    (#"{"plaec": "attic"}"#, ":1:2: there is no item \"plaec\"", "did you mean \"place\""),
    (#"{"place": "atic"}"#, ":1:11: ", "did you mean \"attic\""),
    (#"{"age": 121}"#, "age", "120"), (#"{"age": 1"#, "standard input:1:", ""),
    (#"{"signs": {"on": true}}"#, ":1:12: signs: ", "did you mean \"one\""),
    ("", "standard input:1:1", ""),
    (#"{"age": 1, "age": 2}"#, "age", ""),
  ])
  func `answers that cannot be read are refused with their place`(
    json: String, place: String, near: String
  ) throws {
    let run = try Program.run("recommend", "--answers", "-", input: json)
    #expect(run.output.isEmpty)
    run.expectOneLine(status: 65, "standard input:", place, near)
  }

  @Test func `a file of answers that is not there`() throws {
    let path = Program.newPath("none.json")
    try Program.run("recommend", "--answers", path).expectOneLine(status: 65, path)
  }

  @Test func `an output is written once and never over another`() throws {
    let answers = try Program.file("answers.json", Self.answers)
    let path = Program.newPath("out.json")
    let first = try Program.run(
      "recommend", "--answers", answers, "--format", "json", "--output", path)
    #expect(first.status == 0 && first.output.isEmpty)
    let written = FileManager.default.contents(atPath: path)
    #expect(written?.isEmpty == false)
    try Program.run("recommend", "--answers", answers, "--output", path)
      .expectOneLine(status: 73, path, "Not kept")
    #expect(FileManager.default.contents(atPath: path) == written)
  }

  @Test(arguments: [
    ["recommend", "--answers", "-"], ["read"], ["read", "signs"], ["walk"], ["--about"],
  ])
  func `an output that takes nothing is said`(arguments: [String]) throws {
    try Program.run(arguments, input: #"{"on": "2026-11-22"}"#, outputTo: "/dev/full")
      .expectOneLine(status: 73, "standard output")
  }

  // MARK: read

  @Test func `read lists the pages`() throws {
    let run = try Program.run("read")
    #expect(run.status == 0)
    #expect(
      run.output == """
        about-things  About things
        signs  Signs
        thing-a  Thing A
        said  What is said
        counts  What was counted

        """)
  }

  @Test func `read marks the words of others on each line`() throws {
    let run = try Program.run("read", "said")
    #expect(run.status == 0)
    #expect(
      run.output.contains("They say; we do not:\n| - Thing E mends every other thing. [wrong]\n"))
  }

  @Test(arguments: [
    ("sources:said", "Thing E is small."), ("claim:mends-all", "Said by a seller."),
  ])
  func `what is behind a page is a screen`(screen: String, words: String) throws {
    let run = try Program.run("screen", "--at", screen)
    #expect(run.status == 0)
    #expect(run.output.contains(words))
  }

  @Test func `read writes a page`() throws {
    let run = try Program.run("read", "thing-a")
    #expect(run.status == 0)
    #expect(run.output.contains("Thing A\n") && run.output.contains("- It is small."))
    #expect(!run.bytes.contains(0x1B))
    #expect(run.output.split(separator: "\n").allSatisfy { $0.count <= 72 })
  }

  @Test func `read writes ASCII where it is asked for`() throws {
    let run = try Program.run("read", "about-things", "--ascii")
    #expect(run.output.contains(#"Grosse, naive, ?, ??????, "quoted", 1 - 2 kg."#))
    #expect(try Program.run("read", "--ascii").status == 0)
    #expect(run.bytes.allSatisfy { $0 < 0x80 })
    #expect(try Program.run("read", "about-things").output.contains("Größe"))
  }

  @Test func `an unknown page is refused with the nearest name`() throws {
    try Program.run("read", "thing-aa").expectOneLine(status: 65, "thing-aa", "thing-a?")
    try Program.run("read", "zzzzzzzz").expectOneLine(status: 65, "zzzzzzzz", "kneeguide read")
  }

  // MARK: screen

  @Test func `screen prints one frame`() throws {
    let answers = try Program.file("answers.json", Self.answers)
    let run = try Program.run(
      "screen", "--answers", answers, "--at", "place", "--size", "40x12", "--ascii")
    #expect(run.status == 0)
    let lines = run.output.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count == 13 && lines.last == "")
    #expect(lines.allSatisfy { $0.count <= 40 })
    #expect(run.bytes.allSatisfy { $0 < 0x80 })
    #expect(run.output.contains("(*) In the attic"))
  }

  @Test(arguments: [
    "welcome", "age", "check", "result", "result:ladder", "page:signs", "pages",
    "treatment:thing-a",
    "pattern:worn", "flag:flag-call", "why:age", "help", "emergency", "save", "saved", "leave",
    "interruption",
  ])
  func `every screen can be printed`(at: String) throws {
    let answers = try Program.file("answers.json", Self.answers)
    let run = try Program.run("screen", "--answers", answers, "--at", at)
    #expect(run.status == 0, "\(run.error)")
    #expect(run.output.split(separator: "\n", omittingEmptySubsequences: false).count == 25)
  }

  @Test func `looks are printed where they are asked for`() throws {
    let screen = ["screen", "--at", "emergency"]
    #expect(try !Program.run(screen).bytes.contains(0x1B))
    let colored = try Program.run(screen + ["--theme", "high-contrast"])
    #expect(colored.output.contains("\u{1B}[1;7;38;5;231;48;5;232m ! Call 111."))
    let bare = try Program.run(
      screen + ["--theme", "high-contrast"], environment: ["NO_COLOR": "1"])
    #expect(bare.output.contains("\u{1B}[1;7m ! Call 111."))
    #expect(!bare.output.contains("38;5"))
    let empty = try Program.run(screen + ["--colors", "16"], environment: ["NO_COLOR": ""])
    #expect(empty.output.contains("\u{1B}[1;7m ! Call 111."))
    try Program.run("screen", "--at", "age", "--colors", "9").expectOneLine(status: 64, "256")
    try Program.run("screen", "--at", "age", "--theme", "red").expectOneLine(status: 64, "light")
  }

  @Test func `the gallery prints every component`() throws {
    let run = try Program.run("gallery", "--size", "40x12", "--ascii")
    #expect(run.status == 0)
    #expect(run.bytes.allSatisfy { $0 < 0x80 && $0 != 0x1B })
    #expect(run.output.contains("radio picked focused\n> 1 (*) Yes"))
    #expect(try Program.run("gallery", "--theme", "light").output.contains("48;5;231m"))
    try Program.run("gallery", "--theme", "sepia").expectOneLine(status: 64, "monochrome")
    try Program.run("gallery", "--size", "40").expectOneLine(status: 64, "80x24")
  }

  @Test func `a screen or a size that is none is refused`() throws {
    try Program.run("screen", "--at", "plase").expectOneLine(status: 64, "plase", "place?")
    try Program.run("screen", "--at", "age", "--size", "80").expectOneLine(status: 64, "80x24")
    try Program.run("screen", "--at", "age", "--size", "0x9").expectOneLine(status: 64, "0x9")
    try Program.run("screen", "--at", "result:none").expectOneLine(status: 64, "result:none")
  }

  // MARK: Options

  @Test func `the version and what it is`() throws {
    let version = try Program.run("--version")
    #expect(version.status == 0)
    #expect(version.output.split(separator: ".").count == 3)
    let about = try Program.run("--about")
    #expect(about.status == 0)
    for words in [
      "The thing", "fixture 1.2.3", "2027-11-22", "For tests of the program.",
      "Signed by Dr. Thing, 2026-11-22.\n", "This is made up and tells you nothing.",
      "- It is no thing.\n- It measures nothing.",
      "It bears no mark.", "Written by those at the desk.", "Whoever sets it up answers for it.",
      "- here, Here: 111, the desk, 222. Checked on 2026-11-22.\n",
      "- there, There: 999, the other desk, 888.\n", "Free to all.",
    ] {
      #expect(about.output.contains(words), "\(words)")
    }
  }

  @Test(arguments: [
    ["--nonsense"], ["walk", "--nonsense"], ["recommend"],
    ["recommend", "--answers", "-", "--format", "x"],
    ["walk", "one", "two"], ["screen"],
  ])
  func `an option that is none is a fault of use`(arguments: [String]) throws {
    let run = try Program.run(arguments)
    #expect(run.status == 64)
    #expect(run.output.isEmpty && !run.error.isEmpty)
  }

  @Test(arguments: [
    (["--region", "mars"], "here, there"), (["--language", "xx"], "take one of en"),
    (["--theme", "pink"], "default"),
  ])
  func `a region, language or theme that is none is named with those there are`(
    arguments: [String], known: String
  ) throws {
    try Program.run(["walk", "--line"] + arguments).expectOneLine(status: 64, known)
  }

  @Test func `the region's numbers are shown`() throws {
    let run = try Program.run("screen", "--at", "emergency", "--region", "there")
    #expect(run.output.contains("Call 999."))
  }

  // MARK: The pack

  @Test func `a pack that is not there`() throws {
    let path = Program.newPath("none.pack")
    try Program.run("--about", "--pack", path).expectOneLine(status: 65, path)
    try Program.run("--about", pack: path).expectOneLine(status: 65, path)
  }

  @Test func `a pack that is named wins over the environment`() throws {
    let run = try Program.run("--about", "--pack", Program.pack(), pack: Program.newPath("none"))
    #expect(run.status == 0)
  }

  @Test func `a pack that is damaged, cut short, too new or none`() throws {
    let whole = [UInt8](try Data(contentsOf: URL(fileURLWithPath: Program.pack())))
    var damaged = whole
    damaged[whole.count / 2] ^= 1
    var tooNew = whole
    tooNew[8] = 99
    for (bytes, words) in [
      (damaged, "damaged"), (tooNew, "format 99"), (Array(whole.dropLast(40)), "pack"), ([], "cut"),
      (Array("Once upon a time there was no pack.".utf8), "not a pack"),
    ] {
      let path = try Program.file("bad.pack", bytes)
      try Program.run("walk", "--pack", path).expectOneLine(status: 65, path, words)
    }
  }
}
