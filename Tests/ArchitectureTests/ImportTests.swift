import Testing

/// What each module may import.
///
/// One row a module; a module without a row fails. The build checks the arrows between our own
/// targets; only this test sees a system module, a transitive import and a C target.
private let allowedImports: [String: Set<String>] = [
  // The pure core.
  "QuestionnaireModel": [],
  "RecommendationCore": ["QuestionnaireModel"],
  "WalkthroughCore": ["QuestionnaireModel", "RecommendationCore"],

  // The content, from the author's files to the pack.
  "PackFile": ["QuestionnaireModel", "RecommendationCore", "CSodium"],
  "ContentCompiler": [
    "QuestionnaireModel", "RecommendationCore", "PackFile", "CCommonMark", "Yams", "Glibc",
    "FoundationEssentials", "Foundation",
  ],

  // What a person sees.
  "TextUI": [],
  "Screens": ["QuestionnaireModel", "RecommendationCore", "WalkthroughCore", "TextUI"],
  "CursesTerminal": ["CTerminal", "TextUI", "Glibc"],

  // What walks through it for the tests and the random loops.
  "Rehearsal": [
    "QuestionnaireModel", "RecommendationCore", "WalkthroughCore", "Screens", "TextUI",
  ],

  // What a person takes away.
  "Export": [
    "QuestionnaireModel", "RecommendationCore", "CFileSystem", "CQRCode", "CSodium", "Glibc",
    "FoundationEssentials",
  ],

  // What a process takes from itself.
  "Lockdown": ["CLockdown", "CSeccomp", "Glibc"],
  // Paper.
  "Printing": ["CPrinting", "CProcess", "Glibc"],
  // A waiting room.
  "Kiosk": [
    "CKiosk", "CProcess", "Glibc", "Lockdown", "Printing", "QuestionnaireModel", "TextUI",
    "WalkthroughCore",
  ],

  // What a clinic relies on.
  "ClinicTrust": [
    "QuestionnaireModel", "RecommendationCore", "PackFile", "Export", "CSodium", "Glibc",
  ],

  // The programs.
  "kneeguide": [
    "QuestionnaireModel", "RecommendationCore", "WalkthroughCore", "PackFile", "TextUI", "Screens",
    "CursesTerminal", "Export", "Kiosk", "Lockdown", "Printing", "ClinicTrust", "ArgumentParser",
    "Glibc", "FoundationEssentials",
  ],
  "kneeguide-content": [
    "QuestionnaireModel", "RecommendationCore", "ClinicTrust", "ContentCompiler", "PackFile",
    "Export", "ArgumentParser", "Glibc", "FoundationEssentials", "Foundation",
  ],
  "kneeguide-soak": [
    "QuestionnaireModel", "RecommendationCore", "WalkthroughCore", "PackFile", "TextUI", "Screens",
    "Rehearsal", "Export", "Glibc", "FoundationEssentials",
  ],
]

/// C targets and system libraries: they hold no Swift.
private let modulesInC: Set<String> = [
  "CTerminal", "CFileSystem", "CKiosk", "CLockdown", "CPrinting", "CProcess", "Libraries",
]

/// The only modules that may know each of these.
private let onlyImporters: [String: Set<String>] = [
  "CTerminal": ["CursesTerminal"],
  "CSodium": ["ClinicTrust", "Export", "PackFile"],
  "CFileSystem": ["Export"],
  "CQRCode": ["Export"],
  "CLockdown": ["Lockdown"],
  "CSeccomp": ["Lockdown"],
  "CKiosk": ["Kiosk"],
  "CPrinting": ["Printing"],
  "CProcess": ["Kiosk", "Printing"],
  "CCommonMark": ["ContentCompiler"],
  "Yams": ["ContentCompiler"],
]

@Suite struct `The modules` {
  @Test(arguments: Tree.names(in: "Sources", areFolders: true))
  func `import only what their row allows`(module: String) throws {
    if modulesInC.contains(module) {
      #expect(Tree.files(below: "Sources/\(module)").isEmpty)
      return
    }
    let allowed = try #require(
      allowedImports[module], "\(module) has no row in the table of this test")
    for file in Tree.files(below: "Sources/\(module)") {
      for name in try imports(of: file) where !allowed.contains(name) {
        Issue.record("\(file) imports \(name), which the table does not allow")
      }
    }
  }

  @Test func `are the rows of the table, no more and no fewer`() {
    let modules = Tree.names(in: "Sources", areFolders: true)
    #expect(Set(modules).subtracting(modulesInC) == Set(allowedImports.keys))
  }

  @Test(arguments: onlyImporters.keys.sorted())
  func `keep each library to one of them`(library: String) throws {
    let importers = try Set(
      Tree.files(below: "Sources")
        .filter { try Tree.text($0).contains(library) && imports(of: $0).contains(library) }
        .compactMap { $0.split(separator: "/").dropFirst().first.map(String.init) })
    #expect(importers.isSubset(of: onlyImporters[library] ?? []))
  }

  @Test func `leave concurrency and Dispatch out of the patient's program`() throws {
    let carried = ["kneeguide"] + (allowedImports["kneeguide"] ?? []).sorted()
    for module in carried where Tree.exists("Sources/\(module)") {
      for file in Tree.files(below: "Sources/\(module)") {
        let text = try Tree.text(file)
        let words = ["async", "await", "actor", "Task", "DispatchQueue"]
        guard words.contains(where: { text.contains($0) }) else { continue }
        let code = text.withoutCommentsAndLiterals
        let used = try code.firstGroups(of: #"\b(async|await|actor|Task|DispatchQueue)\b(?![:-])"#)
        #expect(used.isEmpty, "\(file) uses Swift concurrency or Dispatch: \(used)")
      }
    }
  }

  @Test func `do not let a C header show ncurses`() throws {
    for file in Tree.files(below: "Sources/CTerminal/include", endingIn: [".h"]) {
      let included = try Tree.text(file).firstGroups(of: #"#\s*include\s*[<"](\w*curses\w*\.h)"#)
      #expect(included.isEmpty, "\(file) includes \(included)")
    }
  }
}

/// The modules that a Swift file imports, of `import struct A.B` and `package import A` only A.
private func imports(of file: String) throws -> [String] {
  try Tree.text(file).firstGroups(
    of:
      #"(?m)^[ \t]*(?:@\w+(?:\([^)]*\))?\s+)*(?:(?:public|package|internal|fileprivate|private)\s+)?import\s+(?:(?:struct|class|enum|protocol|func|var|let|typealias)\s+)?(\w+)"#
  )
}
