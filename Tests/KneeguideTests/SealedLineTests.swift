import ClinicTrust
import Kiosk
import Testing
import WalkthroughCore
import kneeguide

/// What a visitor sends to be kept, and what it makes of the answers.
struct SealedLineTests {
  /// The other end, as a test plays it.
  private final class Other {
    let key: OpeningKey
    var taken: [KeepRequest] = []
    var isListening = true
    var said: [BrokerChannel.Received] = []
    var now = 1000
    private var reader = KeepReader()

    init() throws { key = try OpeningKey() }

    func line() -> SealedLine {
      SealedLine(
        key.sealingKey,
        send: { [self] bytes in
          if isListening { taken += reader.requests(in: bytes) ?? [] }
          return isListening
        }, receive: { [self] in said.isEmpty ? .nothing : said.removeFirst() },
        now: { [self] in now })
    }

    func answer(_ number: Int, _ outcome: Walkthrough.SealOutcome) {
      said.append(.bytes(KeepAnswer(number: number, outcome: outcome).bytes))
    }
  }

  @Test func `seals a text before it goes, and tells what came of it`() throws {
    let other = try Other()
    let line = other.line()
    #expect(line.arrived() == nil && !line.isBusy)
    #expect(line.keep("My knee hurts", for: "4711") == nil && line.arrived() == nil)
    #expect(line.isBusy)
    let request = try #require(other.taken.first)
    #expect(request.number == 1 && request.code == "4711")
    #expect(!String(decoding: request.bytes, as: UTF8.self).contains("knee hurts"))
    #expect(try SealedPage.open(request.page, with: other.key).text == "My knee hurts")
    other.answer(1, .kept)
    #expect(line.arrived() == .sealEnded(.kept) && line.arrived() == nil && !line.isBusy)
  }

  @Test func `says that nobody knows, after ten seconds, and takes what comes later`() throws {
    let other = try Other()
    let line = other.line()
    _ = line.keep("a", for: "4711")
    other.now += SealedLine.patience - 1
    #expect(line.arrived() == nil)
    other.now += 1
    #expect(line.arrived() == .sealEnded(.unsure) && line.arrived() == nil && !line.isBusy)
    other.answer(1, .kept)
    #expect(line.arrived() == .sealEnded(.kept))
  }

  @Test func `takes no answer for that of another page`() throws {
    let other = try Other()
    let line = other.line()
    _ = line.keep("a", for: "4711")
    other.now += SealedLine.patience
    #expect(line.arrived() == .sealEnded(.unsure))
    _ = line.keep("a", for: "4711")
    other.answer(1, .kept)
    #expect(line.arrived() == nil)
    other.answer(2, .full)
    #expect(line.arrived() == .sealEnded(.full))
    #expect(other.taken.map(\.number) == [1, 2])
  }

  /// It may have been killed after it had kept the page.
  @Test(arguments: [BrokerChannel.Received.end, .bytes(Array("what?\n".utf8))])
  func `says that nobody knows where the other end is gone`(said: BrokerChannel.Received) throws {
    let other = try Other()
    let line = other.line()
    _ = line.keep("a", for: "4711")
    other.said = [said]
    #expect(line.arrived() == .sealEnded(.unsure) && !line.isBusy)
    #expect(line.arrived() == nil && line.keep("a", for: "4711") == .sealEnded(.failed))
    #expect(other.taken.count == 1)
  }

  @Test func `says at once what cannot go`() throws {
    let other = try Other()
    let line = other.line()
    let long = String(repeating: "a", count: 60_000)
    #expect(line.keep(long, for: "4711") == .sealEnded(.failed))
    #expect(line.keep("a", for: "47") == .sealEnded(.failed) && other.taken.isEmpty)
    other.isListening = false
    #expect(line.keep("a", for: "4711") == .sealEnded(.failed))
    other.isListening = true
    // Half of it may have gone, so nothing may follow.
    #expect(line.keep("a", for: "4711") == .sealEnded(.failed) && other.taken.isEmpty)
  }

  /// What one part of the program takes for a code the others take too.
  @Test func `agrees on what a code is, and on how long a page may be`() {
    #expect(Walkthrough.Sealing.codeLengths == VisitCode.lengths)
    #expect(SealedPage.longest <= KeepRequest.longest)
  }
}
