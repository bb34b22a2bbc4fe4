import Kiosk
import Testing

@Suite struct `Crashes` {
  @Test func `are too many when five come within a minute`() {
    #expect(tooMany([0, 1000, 2000, 3000, 59_999]) == [false, false, false, false, true])
    #expect(tooMany([0, 1000, 2000, 3000, 60_000]) == [false, false, false, false, false])
  }

  @Test func `that lie apart never are`() {
    #expect(!tooMany((0..<100).map { $0 * 15_000 }).contains(true))
  }

  private func tooMany(_ times: [Int]) -> [Bool] {
    var count = CrashCount()
    return times.map { count.note(at: $0) }
  }
}

@Suite struct `The size of type` {
  /// R7: by Section 508 near the screen, by EN 301 549 far from it.
  @Test(arguments: [
    (4.8, 300.0, true), (4.7, 300, false), (4.8, 392, true), (4.8, 400, false), (6.2, 500, true),
    (6.1, 500, false), (12.3, 1000, true),
  ])
  func `is enough by both standards`(capital: Double, distance: Double, isEnough: Bool) {
    #expect(TypeSize(capital: capital, distance: distance).isLargeEnough == isEnough)
  }
}

@Suite struct `The environment of a visitor` {
  @Test(arguments: [
    ("linux", "linux"), ("xterm-256color", "xterm-256color"), ("", "linux"), ("../../x", "linux"),
    (".x", "linux"), ("a b", "linux"), ("x\u{1B}", "linux"),
    (String(repeating: "x", count: 41), "linux"),
  ])
  func `has the terminal's type if it is a name`(given: String, expected: String) {
    #expect(VisitorStart.environment(terminal: given)["TERM"] == expected)
  }

  @Test func `is small, and keeps the runtime from showing memory`() {
    let environment = VisitorStart.environment(terminal: nil)
    #expect(environment["SWIFT_BACKTRACE"] == "enable=no" && environment["TERM"] == "linux")
    #expect(environment.keys.sorted() == ["LANG", "PATH", "SWIFT_BACKTRACE", "TERM"])
  }
}

@Suite struct `Wiping` {
  @Test func `blanks both screens and what has scrolled away, and begins anew`() throws {
    let bytes = String(decoding: TerminalLine.wipingBytes, as: UTF8.self)
    let parts = bytes.split(separator: "\u{1B}").map(String.init)
    let back = try #require(parts.firstIndex(of: "[?1049l"))
    for half in [parts[..<back], parts[back...]] {
      #expect(half.contains("[2J") && half.contains("[3J"))
    }
    #expect(parts.last == "c")
    for mode in ["[?1000l", "[?1006l", "[?2004l"] { #expect(parts.contains(mode)) }
    // Nothing that names a window or talks to a clipboard.
    #expect(!bytes.contains("\u{1B}]"))
  }
}

@Suite struct `What a visitor says` {
  @Test func `is heard however it is cut`() {
    let said: [VisitorMessage] = [
      .isAwaited, .isVisited, .counted([1, 255, 2, 0, 3]), .isWalking, .counted([4, 4, 4, 4, 4]),
      .pinTried, .emergency, .printed(0), .printed(255),
    ]
    let bytes = said.flatMap(\.bytes)
    for size in 1...bytes.count {
      var reader = VisitorReader()
      var heard: [VisitorMessage] = []
      for start in stride(from: 0, to: bytes.count, by: size) {
        heard += reader.read(bytes[start..<min(start + size, bytes.count)]) ?? []
      }
      #expect(heard == said, "in pieces of \(size)")
    }
  }

  @Test(arguments: [UInt8(0), 9, 200, 255])
  func `is nothing else`(byte: UInt8) {
    var reader = VisitorReader()
    #expect(reader.read([1, byte]) == nil)
  }
}
