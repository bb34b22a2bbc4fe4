import Kiosk
import Testing

@Suite struct `What a visitor tells the voice` {
  private static let messages: [SpeechMessage] = [
    .say("Hello there.\nAre you – well?", language: "en", isUrgent: false), .hush,
    .say("", language: "pt-br", isUrgent: false), .say("Stop", language: "en", isUrgent: true),
  ]

  @Test(arguments: [1, 2, 7, 1000])
  func `arrives whole however it is cut`(size: Int) throws {
    let bytes = Self.messages.flatMap(\.bytes)
    var reader = SpeechReader()
    var read: [SpeechMessage] = []
    for start in stride(from: 0, to: bytes.count, by: size) {
      let part = bytes[start..<min(start + size, bytes.count)]
      let new = reader.read(part)
      read += try #require(new)
    }
    #expect(read == Self.messages)
  }

  @Test(arguments: [
    "say 0 en 99999999\n", "say 0 -x 1\na", "say 0 e/n 1\na", "say 0 en -1\n", "run 0 en 1\na",
    "\n",
  ])
  func `is nothing else`(text: String) {
    var reader = SpeechReader()
    let read = reader.read(Array(text.utf8))
    #expect(read == nil)
  }

  /// 600 letters are 100 words, and those a minute at 100 words a minute.
  @Test(arguments: [(100, 600, 7500), (200, 600, 3750), (160, 3, 23), (160, 0, 0)])
  func `takes its time to say`(speed: Int, letters: Int, least: Int) {
    var speech = Speech()
    speech.speed = speed
    #expect(speech.leastMilliseconds(for: String(repeating: "a", count: letters)) == least)
  }

  @Test func `is cut where it is too long, between two characters`() {
    let long = String(repeating: "é", count: SpeechMessage.longest)
    var reader = SpeechReader()
    let read = reader.read(SpeechMessage.say(long, language: "en", isUrgent: false).bytes)
    guard case .say(let said, _, _)? = read?.first else {
      Issue.record("nothing came")
      return
    }
    #expect(said.utf8.count <= SpeechMessage.longest && said.allSatisfy { $0 == "é" })
  }
}
