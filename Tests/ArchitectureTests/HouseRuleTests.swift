import Testing

private let longestFile = 350
private let scripts =
  Tree.names(in: "Scripts", areFolders: false).map { "Scripts/" + $0 } + [".ci/run"]

@Suite struct `The Swift files` {
  @Test(arguments: Tree.files(below: "Sources") + Tree.files(below: "Tests"))
  func `are short enough to be read in one go`(file: String) throws {
    let lines = try Tree.text(file).split(separator: "\n", omittingEmptySubsequences: false).count
    #expect(lines <= longestFile + 1, "\(file) has \(lines - 1) lines; \(longestFile) are allowed")
  }

  @Test(arguments: Tree.files(below: "Sources"))
  func `of the product neither trap nor give up on purpose`(file: String) throws {
    let text = try Tree.text(file)
    let words = ["try!", "as!", "fatalError", "precondition"]
    guard words.contains(where: { text.contains($0) }) else { return }
    let code = text.withoutCommentsAndLiterals
    let traps = try code.firstGroups(
      of: #"(\btry!|\bas!|\bfatalError\s*\(|\bpreconditionFailure\s*\(|\bprecondition\s*\()"#)
    #expect(traps.isEmpty, "\(file) has \(traps)")
  }

  @Test(arguments: Tree.files(below: "Sources"))
  func `are not named for a drawer of odds and ends`(file: String) {
    for word in ["Utils", "Utilities", "Helpers", "Common", "Manager", "Misc"] {
      let name = file.split(separator: "/").last ?? ""
      #expect(!name.contains(word), "\(file): name it after what it holds")
    }
  }
}

@Suite struct `The scripts` {
  @Test(arguments: scripts)
  func `all give help`(script: String) throws {
    let text = try Tree.text(script)
    let hasHelp =
      text.contains("help_if_asked \"$0\" \"$@\"") || text.contains("-h | --help)")
      || script == ".ci/run"
    #expect(hasHelp, "\(script) does not answer --help")
    #expect(
      text.contains("\n# \(script)"), "\(script) has no comment at its head, which is its help")
  }

  @Test(arguments: scripts)
  func `stop at the first fault`(script: String) throws {
    #expect(try Tree.text(script).contains("\nset -euo pipefail\n"))
  }

  @Test(.enabled(if: Tree.exists("README.md"), "there is no README.md yet"), arguments: scripts)
  func `are all in the README`(script: String) throws {
    #expect(try Tree.text("README.md").contains(script), "README.md does not name \(script)")
  }

  @Test func `are called by the continuous integration through Scripts/test alone`() throws {
    let calls = try Tree.text(".ci/run").firstGroups(of: #"(Scripts/\w+)" "\$@""#)
    #expect(calls == ["Scripts/test"])
  }
}

@Suite struct `THIRD-PARTY.md` {
  @Test func `names every package of Package.swift`() throws {
    let packages = try Tree.text("Package.swift")
      .firstGroups(of: #"\.package\(\s*url: "[^"]*/([^"/]+)""#)
    #expect(!packages.isEmpty)
    try expectNamed(packages)
  }

  @Test func `names every system library of Package.swift`() throws {
    let manifest = try Tree.text("Package.swift")
    let debian = try manifest.firstGroups(of: #"\.apt\(\["([^"]+)"\]\)"#)
    let linked = try manifest.firstGroups(of: #"\.linkedLibrary\("([^"]+)"\)"#)
    #expect(!debian.isEmpty && !linked.isEmpty)
    // libm is a part of the C library.
    try expectNamed(debian + linked.filter { $0 != "m" }.map { "lib" + $0 })
  }

  private func expectNamed(_ names: [String]) throws {
    let page = try Tree.text("THIRD-PARTY.md")
    for name in names { #expect(page.contains(name), "THIRD-PARTY.md does not name \(name)") }
  }
}
