package import WalkthroughCore

/// A sealed page on its way from a visitor to the process that keeps it.
///
///     keep 1 4711 16450\n
///     KNEESEAL…
package struct KeepRequest: Equatable, Sendable {
  /// From 1; the answer has the same, so that a late one is not taken for that of the next.
  package let number: Int
  /// Digits alone.
  package let code: String
  package let page: [UInt8]

  /// No page has more bytes, so that all of one fits into the line at once.
  package static let longest = 50_000
  /// So many pages of one visit at most.
  package static let most = 99

  package init(number: Int, code: String, page: [UInt8]) {
    self.number = number
    self.code = code
    self.page = page
  }

  package var bytes: [UInt8] { Array("keep \(number) \(code) \(page.count)\n".utf8) + page }
}

/// What came of a sealed page.
///
///     kept 1\n
package struct KeepAnswer: Equatable, Sendable {
  package let number: Int
  package let outcome: Walkthrough.SealOutcome

  package init(number: Int, outcome: Walkthrough.SealOutcome) {
    self.number = number
    self.outcome = outcome
  }

  package var bytes: [UInt8] { Array("\(outcome.word) \(number)\n".utf8) }
}

extension Walkthrough.SealOutcome {
  fileprivate var word: String {
    switch self {
    case .kept: "kept"
    case .unsure: "unsure"
    case .full: "full"
    case .gone: "gone"
    case .failed: "failed"
    }
  }
}

/// Puts messages together from bytes, however they are cut into pieces.
package struct KeepReader: Sendable {
  private var bytes: [UInt8] = []

  package init() {}

  /// The pages that end within these bytes; `nil`: it is none, and nothing more can be read.
  package mutating func requests(in more: some Sequence<UInt8>) -> [KeepRequest]? {
    bytes += more
    var requests: [KeepRequest] = []
    while let end = bytes.prefix(40).firstIndex(of: 0x0A) {
      let words = String(decoding: bytes[..<end], as: UTF8.self).split(separator: " ")
      guard words.count == 4, words[0] == "keep", let number = Self.number(words[1]),
        Walkthrough.Sealing.codeLengths.contains(words[2].utf8.count),
        words[2].utf8.allSatisfy({ (0x30...0x39).contains($0) }), let count = Int(words[3]),
        (1...KeepRequest.longest).contains(count)
      else { return nil }
      guard bytes.count - end - 1 >= count else { return requests }
      let page = bytes[(end + 1)..<(end + 1 + count)]
      requests.append(KeepRequest(number: number, code: String(words[2]), page: Array(page)))
      bytes.removeFirst(end + 1 + count)
    }
    return bytes.count < 40 ? requests : nil
  }

  /// The same of answers.
  package mutating func answers(in more: some Sequence<UInt8>) -> [KeepAnswer]? {
    bytes += more
    var answers: [KeepAnswer] = []
    while let end = bytes.prefix(40).firstIndex(of: 0x0A) {
      let words = String(decoding: bytes[..<end], as: UTF8.self).split(separator: " ")
      guard words.count == 2, let number = Self.number(words[1]),
        let outcome = Walkthrough.SealOutcome.allCases.first(where: { $0.word == words[0] })
      else { return nil }
      answers.append(KeepAnswer(number: number, outcome: outcome))
      bytes.removeFirst(end + 1)
    }
    return bytes.count < 40 ? answers : nil
  }

  private static func number(_ text: Substring) -> Int? {
    guard let number = Int(text), (1...KeepRequest.most).contains(number) else { return nil }
    return number
  }
}
