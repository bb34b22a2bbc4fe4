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

  /// Nothing leaves the machine: no call that opens a connection stands anywhere, but for the one
  /// that tells systemd on this machine that a kiosk lives.
  @Test(arguments: Tree.files(below: "Sources", endingIn: [".swift", ".c", ".h"]))
  func `of the product open no connection`(file: String) throws {
    let text = try Tree.text(file)
    let calls = ["socket", "connect", "getaddrinfo", "URLSession", "FoundationNetworking"]
    guard calls.contains(where: { text.contains($0) }) else { return }
    let found = try text.withoutCommentsAndLiterals.firstGroups(
      of: #"\b(socket\s*\(|connect\s*\(|getaddrinfo|URLSession|FoundationNetworking)"#)
    if file == "Sources/CKiosk/notify.c" {
      #expect(found == ["socket("] && text.contains("socket(AF_UNIX, SOCK_DGRAM"))
      #expect(!text.contains("AF_INET"))
      return
    }
    #expect(found.isEmpty, "\(file) has \(found)")
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

  @Test func `names every Debian package that the product is built with`() throws {
    let setup = try Tree.text("Scripts/lib/setup.sh")
    let list = try #require(setup.split(separator: "build_needs='\n").last?.prefix { $0 != "'" })
    let packages = list.split(separator: "\n").compactMap { $0.split(separator: " ").first }
    #expect(packages.count > 5)
    try expectNamed(packages.map(String.init))
  }

  /// A row: what, the version, the day on which its known faults were looked at.
  @Test func `says of every package in the product which version was looked at, and when`() throws {
    let page = try Tree.text("THIRD-PARTY.md")
    let rows = page.split(separator: "\n").filter { $0.contains("| 20") }
    let resolved = try Tree.text("Package.resolved")
      .firstGroups(of: #""version" : "([0-9.]+)""#)
    #expect(!resolved.isEmpty)
    for version in resolved {
      #expect(rows.contains { $0.contains("| \(version) |") }, "no row has the version \(version)")
    }
    let setup = try Tree.text("Scripts/lib/setup.sh")
    let libraries = try setup.firstGroups(
      of: #"\n(lib(?:ncurses|sodium|cmark|seccomp|qrcodegen|c6|stdc\+\+-12)-dev) "#)
    #expect(libraries.count == 7)
    for library in libraries {
      #expect(rows.contains { $0.contains(library) }, "no row looks at \(library)")
    }
  }

  private func expectNamed(_ names: [String]) throws {
    let page = try Tree.text("THIRD-PARTY.md")
    for name in names { #expect(page.contains(name), "THIRD-PARTY.md does not name \(name)") }
  }
}

@Suite struct `The statement of the intended use` {
  private let page = "Sources/kneeguide/kneeguide.docc/IntendedUse.md"

  @Test(arguments: [
    "CE", "UKCA", "FDA", "no sensors", "DCB0160", "DPIA", "Field safety notice",
    "kneeguide --about",
  ])
  func `says what whoever sets it up has to know`(words: String) throws {
    #expect(try Tree.text(page).contains(words), "\(page) does not say \(words)")
  }

  @Test func `can be reached from the README and from the first page`() throws {
    #expect(try Tree.text("README.md").contains(page))
    #expect(try Tree.text("Sources/kneeguide/kneeguide.docc/kneeguide.md").contains("IntendedUse"))
  }
}
