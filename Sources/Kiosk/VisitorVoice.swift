internal import CKiosk
internal import Glibc

/// The way of a visitor's process to the one that reads aloud.
package enum VisitorVoice {
  /// The descriptor that it needs beside that of its beat.
  package static let descriptor = Int32(KIOSK_VOICE)

  /// Whether there is somebody to tell.
  package static var isThere: Bool {
    var status = stat()
    return fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFIFO
  }

  /// Whether somebody still listens.
  package static var isHeard: Bool {
    var watched = pollfd(fd: descriptor, events: 0, revents: 0)
    return poll(&watched, 1, 0) == 0
  }

  /// Tells it; false when nobody listens any more.
  ///
  /// It never waits. A pipe that is full counts as nobody: half a message would garble all that
  /// follow.
  package static func send(_ message: SpeechMessage) -> Bool {
    let bytes = message.bytes
    return Glibc.write(descriptor, bytes, bytes.count) == bytes.count
  }
}
