/// The way of a visitor's process to the one that reads aloud.
package enum VisitorVoice {
  package static let channel = BrokerChannel(to: .voice)

  /// Tells it; false when nobody listens any more.
  ///
  /// It never waits. A pipe that is full counts as nobody: half a message would garble all that
  /// follow.
  package static func send(_ message: SpeechMessage) -> Bool { channel.send(message.bytes) }
}
