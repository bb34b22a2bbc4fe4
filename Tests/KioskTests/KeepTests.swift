import Kiosk
import Testing
import WalkthroughCore

@Suite struct `What a visitor tells the keeper` {
  private static let requests = [
    KeepRequest(number: 1, code: "4711", page: [1, 10, 0, 255]),
    KeepRequest(number: 99, code: "12345678", page: Array(repeating: 10, count: 5000)),
    KeepRequest(number: 2, code: "0000", page: Array("keep 1 4711 3\nabc".utf8)),
  ]

  @Test(arguments: [1, 2, 7, 1000, 100_000])
  func `arrives whole however it is cut`(size: Int) throws {
    let bytes = Self.requests.flatMap(\.bytes)
    var reader = KeepReader()
    var read: [KeepRequest] = []
    for start in stride(from: 0, to: bytes.count, by: size) {
      let new = reader.requests(in: bytes[start..<min(start + size, bytes.count)])
      read += try #require(new)
    }
    #expect(read == Self.requests)
  }

  @Test(arguments: [
    "keep 1 4711 0\n", "keep 1 4711 50001\n", "keep 1 4711 -1\n", "keep 0 4711 1\na",
    "keep 100 4711 1\na", "keep 1 471 1\na", "keep 1 123456789 1\na", "keep 1 47a1 1\na",
    "keep 1 ../x 1\na", "open 1 4711 1\na", "\n",
    "keep 00000000000000000000000000000000001 4711 1\na",
  ])
  func `is nothing else`(text: String) {
    var reader = KeepReader()
    let read = reader.requests(in: Array(text.utf8))
    #expect(read == nil, "\(text)")
  }

  @Test func `is answered with what came of it`() throws {
    let answers = Walkthrough.SealOutcome.allCases.enumerated().map {
      KeepAnswer(number: $0.offset + 1, outcome: $0.element)
    }
    for size in 1...20 {
      let bytes = answers.flatMap(\.bytes)
      var reader = KeepReader()
      var read: [KeepAnswer] = []
      for start in stride(from: 0, to: bytes.count, by: size) {
        let new = reader.answers(in: bytes[start..<min(start + size, bytes.count)])
        read += try #require(new)
      }
      #expect(read == answers)
    }
    for text in ["kept\n", "kept 0\n", "kept 1 2\n", "lost 1\n", String(repeating: "k", count: 40)]
    {
      var reader = KeepReader()
      let read = reader.answers(in: Array(text.utf8))
      #expect(read == nil, "\(text)")
    }
  }
}
