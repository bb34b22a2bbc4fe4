import Testing

/// The requirements on a kiosk, on the terminal, on what is reliable and on what is read, by their
/// numbers.
///
/// A test shows that one is met and names it in its comment. Whoever deletes the last test of a
/// requirement is told so here.
private let requirements =
  Array(1...16) + Array(20...29) + Array(40...45) + Array(50...62) + Array(70...84)
  + Array(150...158)

/// Those that no test names, with the reason.
private let exempt: [Int: String] = [
  4: "No program can see here whether headphones are plugged in: decision 23.",
  83: "Scripts/bench --strict measures key to screen; a busy machine would fail a timed test",
  154: "How easy Spanish is to read: nothing is written in Spanish yet.",
]

@Suite struct `The requirements` {
  /// The numbers that stand in comments of tests, those of this file left out.
  private static let named: Set<Int> = {
    let files =
      Tree.files(below: "Tests").filter { !$0.hasSuffix("/RequirementTests.swift") }
      + Tree.files(below: "Scripts/lib", endingIn: [".py"]).filter { $0.contains("/test_") }
    var found: Set<Int> = []
    for file in files {
      guard let text = try? Tree.text(file), text.contains(/\bR[0-9]/) else { continue }
      for line in text.split(separator: "\n") {
        let line = line.drop { $0 == " " }
        guard line.hasPrefix("//") || line.hasPrefix("\"\"\"") else { continue }
        for match in line.matches(of: /\bR([0-9]+)\b/) { found.insert(Int(match.1) ?? 0) }
      }
    }
    return found
  }()

  @Test(arguments: requirements)
  func `are named by a test, or are exempt for a reason`(number: Int) {
    let isNamed = Self.named.contains(number)
    if let reason = exempt[number] {
      #expect(!isNamed, "R\(number) is named by a test, and exempt: \(reason)")
      #expect(reason.count > 20)
    } else {
      #expect(isNamed, "no test says in its comment that it shows R\(number)")
    }
  }

  @Test func `are exempt only while the reason holds`() throws {
    #expect(exempt.keys.allSatisfy(requirements.contains))
    #expect(try Tree.text("Scripts/bench").contains("--strict"))
    let voice = "Sources/kneeguide/kneeguide.docc/Decisions/0023-a-voice-beside-the-visitor.md"
    #expect(try Tree.text(voice).contains("whether headphones are plugged in"))
    let languages = Tree.names(in: "Content/languages", areFolders: true)
    #expect(languages.allSatisfy { $0.prefix(2) != "es" })
  }
}
