package import ClinicTrust
package import Kiosk
package import WalkthroughCore

/// The way of a visit's pages to the process that keeps them: they are sealed before they go on it.
package final class SealedLine {
  /// So many milliseconds without an answer, and nobody can say what came of a page.
  package static let patience = 10_000

  private let key: SealingKey
  private let send: ([UInt8]) -> Bool
  private let receive: () -> BrokerChannel.Received
  private let now: () -> Int
  private var reader = KeepReader()
  private var number = 0
  /// Until when an answer is waited for.
  private var deadline: Int?
  /// Whether nobody can be told anything any more.
  private var isBroken = false

  package init(
    _ key: SealingKey, send: @escaping ([UInt8]) -> Bool,
    receive: @escaping () -> BrokerChannel.Received, now: @escaping () -> Int
  ) {
    self.key = key
    self.send = send
    self.receive = receive
    self.now = now
  }

  /// Seals a text and sends it; what comes of it `arrived` tells, unless it is known at once.
  package func keep(_ text: String, for code: String) -> Walkthrough.Action? {
    guard !isBroken, number < KeepRequest.most, let code = VisitCode(code),
      let page = SealedPage.seal(text, for: code, with: key)
    else { return .sealEnded(.failed) }
    number += 1
    guard
      send(KeepRequest(number: number, code: code.description, page: page).bytes)
    else {
      isBroken = true
      return .sealEnded(.failed)
    }
    deadline = now() + Self.patience
    return nil
  }

  /// Whether an answer is waited for.
  package var isBusy: Bool { deadline != nil }

  /// What has come of the last page since, if anything; it never waits.
  package func arrived() -> Walkthrough.Action? {
    if isBroken || number == 0 { return nil }
    switch receive() {
    case .nothing: break
    case .bytes(let bytes):
      guard let answers = reader.answers(in: bytes) else { return end() }
      guard let answer = answers.last(where: { $0.number == number }) else { break }
      deadline = nil
      return .sealEnded(answer.outcome)
    case .end: return end()
    }
    guard let deadline, now() >= deadline else { return nil }
    self.deadline = nil
    return .sealEnded(.unsure)
  }

  /// Nobody will answer any more; what is under way may have been kept before.
  private func end() -> Walkthrough.Action? {
    isBroken = true
    defer { deadline = nil }
    return deadline == nil ? nil : .sealEnded(.unsure)
  }
}
