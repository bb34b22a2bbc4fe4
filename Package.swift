// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),  // SE-0335
  .enableUpcomingFeature("InternalImportsByDefault"),  // SE-0409
  .enableUpcomingFeature("MemberImportVisibility"),  // SE-0444
]

/// A module of the product.
///
/// Its arrows are those of Architecture.md; `ArchitectureTests` compares the two.
func module(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

func program(
  _ name: String, _ dependencies: [Target.Dependency], _ linking: [LinkerSetting] = []
) -> Target {
  .executableTarget(
    name: name, dependencies: dependencies, swiftSettings: strict, linkerSettings: linking)
}

/// A program without shared libraries, and still at an address of its own each time: to find and to
/// relocate libraries takes longer than all that it does itself before its first screen.
///
/// Only with `swift build --disable-local-rpath`, hence asked for by name: a static program that
/// has a path to look for libraries ends at its start.
let alone: [LinkerSetting] =
  Context.environment["KNEEGUIDE_STATIC"] == nil
  ? []
  : [
    .unsafeFlags(
      [
        "-static-executable", "-use-ld=lld", "-Xclang-linker", "-static-pie",
        "-Xlinker", "-z", "-Xlinker", "pack-relative-relocs",
      ], .when(platforms: [.linux], configuration: .release))
  ]

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(
    name: name, dependencies: dependencies, exclude: exclusions[name] ?? [],
    swiftSettings: strict)
}

/// What several test targets share.
func support(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(
    name: name, dependencies: dependencies, path: "Tests/Support/\(name)", swiftSettings: strict)
}

/// A small program that a test runs to watch it end.
func probe(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .executableTarget(
    name: name, dependencies: dependencies, path: "Tests/Support/\(name)", swiftSettings: strict)
}

let exclusions: [String: [String]] = [
  "ScreensTests": ["Snapshots"],
  "ExportTests": ["Snapshots"],
]

let argumentParser: Target.Dependency = .product(
  name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
  name: "KneeGuide",
  products: [
    .executable(name: "kneeguide", targets: ["kneeguide"]),
    .executable(name: "kneeguide-content", targets: ["kneeguide-content"]),
    .executable(name: "kneeguide-soak", targets: ["kneeguide-soak"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    // Libraries of Debian.
    .systemLibrary(
      name: "CSodium", path: "Sources/Libraries/CSodium", providers: [.apt(["libsodium-dev"])]),
    .systemLibrary(
      name: "CCommonMark", path: "Sources/Libraries/CCommonMark",
      providers: [.apt(["libcmark-dev"])]),
    .systemLibrary(
      name: "CSeccomp", path: "Sources/Libraries/CSeccomp", providers: [.apt(["libseccomp-dev"])]),
    .systemLibrary(
      name: "CQRCode", path: "Sources/Libraries/CQRCode",
      providers: [.apt(["libqrcodegen-dev"])]),

    // The pure core.
    .target(  // An unoptimized build rounds by libm, which no import of the core brings along.
      name: "QuestionnaireModel", swiftSettings: strict, linkerSettings: [.linkedLibrary("m")]),
    module("RecommendationCore", ["QuestionnaireModel"]),
    module("WalkthroughCore", ["QuestionnaireModel", "RecommendationCore"]),

    // The content, from the author's files to the pack.
    module("PackFile", ["QuestionnaireModel", "RecommendationCore", "CSodium"]),
    module(
      "ContentCompiler",
      ["QuestionnaireModel", "RecommendationCore", "PackFile", "CCommonMark", "Yams"]),

    // What a person sees.
    module("TextUI"),
    module("Screens", ["QuestionnaireModel", "RecommendationCore", "WalkthroughCore", "TextUI"]),
    .target(
      name: "CTerminal",
      linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]),
    module("CursesTerminal", ["CTerminal", "TextUI"]),

    // What walks through it for the tests and the random loops.
    module(
      "Rehearsal",
      ["QuestionnaireModel", "RecommendationCore", "WalkthroughCore", "Screens", "TextUI"]),

    // What a person takes away.
    .target(name: "CFileSystem"),
    module(
      "Export", ["QuestionnaireModel", "RecommendationCore", "CFileSystem", "CQRCode", "CSodium"]),

    // What a process takes from itself before it serves a stranger.
    .target(name: "CLockdown"),
    module("Lockdown", ["CLockdown", "CSeccomp"]),
    // Other programs that one starts.
    .target(name: "CProcess"),
    // Paper.
    .target(name: "CPrinting", dependencies: ["CProcess"]),
    module("Printing", ["CPrinting", "CProcess"]),
    // A waiting room.
    .target(name: "CKiosk", dependencies: ["CProcess"]),
    module(
      "Kiosk",
      [
        "CKiosk", "CProcess", "Lockdown", "Printing", "QuestionnaireModel", "TextUI",
        "WalkthroughCore",
      ]),

    // What a clinic relies on: signed packs, review dates, the staff's PIN, counts, status.
    module(
      "ClinicTrust", ["QuestionnaireModel", "RecommendationCore", "PackFile", "Export", "CSodium"]),

    // The programs: wiring only.
    program(
      "kneeguide",
      [
        "QuestionnaireModel", "RecommendationCore", "WalkthroughCore", "PackFile", "TextUI",
        "Screens", "CursesTerminal", "Export", "Kiosk", "Lockdown", "Printing", "ClinicTrust",
        argumentParser,
      ], alone),
    program(
      "kneeguide-content",
      [
        "QuestionnaireModel", "RecommendationCore", "ClinicTrust", "ContentCompiler", "PackFile",
        "Export", argumentParser,
      ]),
    program(
      "kneeguide-soak",
      [
        "QuestionnaireModel", "RecommendationCore", "WalkthroughCore", "PackFile", "TextUI",
        "Screens", "Export", "Rehearsal",
      ]),

    // What the tests share.
    .systemLibrary(
      name: "CVTerm", path: "Tests/Support/CVTerm", providers: [.apt(["libvterm-dev"])]),
    .target(
      name: "CPseudoTerminal", path: "Tests/Support/CPseudoTerminal",
      linkerSettings: [.linkedLibrary("util")]),
    .target(
      name: "CCursesWidth", path: "Tests/Support/CCursesWidth",
      linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]),
    support("TerminalTestKit", ["TextUI", "CPseudoTerminal", "CVTerm"]),
    support("FixturePack", ["QuestionnaireModel", "RecommendationCore"]),
    support("CoreTestKit", ["QuestionnaireModel", "RecommendationCore"]),
    support("Golden"),
    probe("terminal-probe", ["TextUI", "CursesTerminal"]),
    support("SaveTestKit", ["Export"]),
    probe("save-probe", ["CoreTestKit", "Export", "SaveTestKit"]),
    probe("kiosk-probe", ["Kiosk"]),
    .target(name: "CAttempts", path: "Tests/Support/CAttempts"),
    probe("lockdown-probe", ["CAttempts", "CSeccomp", "Lockdown"]),
    probe(
      "terminal-soak",
      [
        "PackFile", "QuestionnaireModel", "RecommendationCore", "Screens", "TerminalTestKit",
        "TextUI", "WalkthroughCore", "WalkthroughTestKit",
      ]),

    // The tests, a folder for each module.
    tests("ArchitectureTests", []),
    tests("QuestionnaireModelTests", ["QuestionnaireModel", "CoreTestKit"]),
    tests(
      "RecommendationCoreTests", ["QuestionnaireModel", "RecommendationCore", "CoreTestKit"]),
    tests("TextUITests", ["TextUI", "TerminalTestKit", "CCursesWidth", "CPseudoTerminal"]),
    tests("CursesTerminalTests", ["TextUI", "TerminalTestKit", "terminal-probe"]),
    tests(
      "PackFileTests",
      ["QuestionnaireModel", "RecommendationCore", "PackFile", "FixturePack"]),
    tests(
      "ContentCompilerTests",
      [
        "QuestionnaireModel", "RecommendationCore", "PackFile", "ContentCompiler",
        "CoreTestKit", "Export", "Rehearsal", "Screens", "TextUI", "WalkthroughCore",
        "kneeguide-content",
      ]),
    tests(
      "ExportTests",
      [
        "CCommonMark", "Export", "QuestionnaireModel", "RecommendationCore", "Golden",
        "SaveTestKit", "save-probe",
      ]),
    tests("LockdownTests", ["Lockdown", "TerminalTestKit", "lockdown-probe"]),
    tests("PackagingTests", []),
    support("PrintTestKit"),
    tests("PrintingTests", ["Printing", "PrintTestKit"]),
    tests(
      "KioskTests",
      ["Kiosk", "Lockdown", "Printing", "TerminalTestKit", "WalkthroughCore", "kiosk-probe"]),
    tests(
      "ClinicTrustTests",
      [
        "ClinicTrust", "Export", "FixturePack", "PackFile", "QuestionnaireModel",
        "RecommendationCore", "SaveTestKit",
      ]),
    // The tests of the walkthrough.
    support(
      "WalkthroughTestKit",
      ["FixturePack", "QuestionnaireModel", "RecommendationCore", "TextUI", "WalkthroughCore"]),
    tests(
      "WalkthroughCoreTests",
      [
        "FixturePack", "QuestionnaireModel", "RecommendationCore", "Rehearsal", "WalkthroughCore",
        "WalkthroughTestKit",
      ]),
    tests(
      "ScreensTests",
      [
        "FixturePack", "Golden", "QuestionnaireModel", "RecommendationCore", "Rehearsal", "Screens",
        "TextUI", "WalkthroughCore", "WalkthroughTestKit",
      ]),
    tests(
      "KneeguideTests",
      [
        "FixturePack", "QuestionnaireModel", "RecommendationCore", "Rehearsal", "Screens",
        "TerminalTestKit", "TextUI", "WalkthroughCore", "WalkthroughTestKit", "kneeguide",
        "ClinicTrust", "Kiosk", argumentParser,
      ]),
    tests(
      "ProgramTests",
      [
        "CPseudoTerminal", "ClinicTrust", "FixturePack", "Lockdown", "PackFile",
        "PrintTestKit", "QuestionnaireModel", "RecommendationCore", "TerminalTestKit", "TextUI",
        "WalkthroughTestKit", "kneeguide", "terminal-soak",
      ]),
  ]
)
