import ContentCompiler
import Glibc
import QuestionnaireModel
import Testing

/// Whatever stands in the files, compiling ends with faults or with a pack and never traps.
@Suite struct FuzzTests {
  /// The same numbers in every run, so that a failure comes back (splitmix64).
  private struct Numbers: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }
  }

  /// How many times the usual number of mutations, from `KNEEGUIDE_FUZZ`; 1 without it.
  private static let patience =
    max(1, getenv("KNEEGUIDE_FUZZ").flatMap { Int(String(cString: $0)) } ?? 1)

  private static let pieces: [String] = [
    "", " ", "\n", "\t", ":", ": ", "- ", "[", "]", "{", "}", ",", "\"", "'", "#", "&a ", "*a", "!",
    "|",
    ">", "%", "@", "---\n", "...\n", "\u{0}", "\u{FEFF}", "\u{200B}", "é", "🦵", "\r\n", "?", "<<: ",
    "~",
    "yes", "null", "1e999", "-0", "99999999999999999999", "0x1", "nan", "not ", " and ", " or ",
    "(", ")",
    "at least 9 of (", " is ", "in []", ".", ">= ", "<b>", "![a](b)", "[a](page:a)", "`", "***",
    "> ", "1. ",
    "id: ", "when: ", "unknown", "\\u0000", "\"\\uD800\"", "{emergency-number", "\\", "&#0;",
    "2026-02-30",
  ]

  private func mutated(_ bytes: [UInt8], _ numbers: inout Numbers) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...3, using: &numbers) {
      let start = Int.random(in: 0...bytes.count, using: &numbers)
      let end = min(bytes.count, start + Int.random(in: 0...12, using: &numbers))
      switch Int.random(in: 0..<6, using: &numbers) {
      case 0: bytes.removeSubrange(start..<end)
      case 1:
        bytes.insert(
          contentsOf: bytes[start..<end], at: Int.random(in: 0...bytes.count, using: &numbers))
      case 2: if start < bytes.count { bytes[start] = UInt8.random(in: 0...255, using: &numbers) }
      case 3: bytes = Array(bytes.prefix(start))
      default:
        bytes.replaceSubrange(
          start..<end, with: Self.pieces.randomElement(using: &numbers)?.utf8.map { $0 } ?? [])
      }
    }
    return bytes
  }

  @Test(arguments: 1...8)
  func `mutated content ends with faults or with a pack`(seed: Int) throws {
    var numbers = Numbers(state: UInt64(seed))
    // The wording is most of the work and least of the format: all seeds but one do without it.
    let isWhole = seed == 1
    let base = ContentInMemory(baseContent)
    let names = base.files.keys.filter { isWhole || $0 != "wording.yaml" }.sorted()
    let day = try #require(testDay)
    for _ in 0..<(isWhole ? 50 : 150) * Self.patience {
      var content = base
      if !isWhole { content.files["wording.yaml"] = nil }
      for _ in 0..<Int.random(in: 1...4, using: &numbers) {
        let name = try #require(names.randomElement(using: &numbers))
        content.files[name] = mutated(content.bytes(of: name), &numbers)
      }
      let compilation = compile(content, on: day)
      #expect(compilation.hasErrors == (compilation.pack == nil))
      #expect(compilation.diagnostics.allSatisfy { $0.line >= 1 && $0.column >= 1 })
    }
  }

  @Test func `deep nesting is a fault`() throws {
    for text in ["[", "{a: ", "- ", "> ", "!a ", "? "] {
      for file in ["rules/scores.yaml", "pages/exercise.md"] {
        var content = ContentInMemory(baseContent)
        let before = file.hasSuffix(".md") ? (content.files[file] ?? []) : []
        content.files[file] = before + Array(String(repeating: text, count: 2_000).utf8)
        _ = compile(content, on: try #require(testDay))
      }
    }
  }

  @Test func `every beginning of a file ends with faults or with a pack`() throws {
    let base = ContentInMemory(baseContent)
    let day = try #require(testDay)
    for name in ["rules/conditions.yaml", "patients/worn-knee.yaml", "pages/hot-knee.md"] {
      let bytes = base.bytes(of: name)
      for length in stride(from: 0, to: bytes.count, by: 23) {
        var content = base
        content.files[name] = Array(bytes.prefix(length))
        let compilation = compile(content, on: day)
        #expect(compilation.hasErrors == (compilation.pack == nil))
      }
    }
  }
}
