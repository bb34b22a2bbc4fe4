import Foundation
internal import Glibc
import TerminalTestKit
import Testing
import TextUI

/// R43: who watches over the kiosk hears from the loop that draws, and from nobody else.
@Suite(.serialized) struct KioskWatchTests {
  /// A socket as systemd has one.
  final class Listener {
    let path = "/tmp/kneeguide-notify-\(getpid())-\(UInt32.random(in: 0...999_999))"
    private let descriptor: Int32
    private(set) var heard: [String] = []

    init() throws {
      descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue) | O_NONBLOCK, 0)
      var address = sockaddr_un()
      address.sun_family = sa_family_t(AF_UNIX)
      withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
      let size = socklen_t(MemoryLayout<sockaddr_un>.size)
      let isBound = withUnsafePointer(to: &address) {
        $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(descriptor, $0, size) == 0 }
      }
      try #require(isBound, "\(errno)")
    }

    deinit {
      close(descriptor)
      unlink(path)
    }

    func take() -> [String] {
      var buffer = [UInt8](repeating: 0, count: 4096)
      var new: [String] = []
      while true {
        let count = recv(descriptor, &buffer, buffer.count, 0)
        if count <= 0 { break }
        new += String(decoding: buffer[..<count], as: UTF8.self).split(separator: "\n")
          .map(String.init)
      }
      heard += new
      return new
    }
  }

  @Test func `it is ready with the first screen, alive while it draws, and silent when it hangs`()
    throws
  {
    let listener = try Listener()
    let kiosk = try Kiosk.started(environment: ["NOTIFY_SOCKET": listener.path])
    kiosk.terminal.wait(milliseconds: 2000) { !listener.take().isEmpty }
    #expect(listener.heard.prefix(2) == ["READY=1", "WATCHDOG=1"])
    // Nothing is pressed: it waits, and says so.
    #expect(kiosk.terminal.wait(milliseconds: 5000) { listener.take().contains("WATCHDOG=1") })
    let visitor = try #require(kiosk.visitor)
    kill(visitor, SIGSTOP)
    kiosk.terminal.wait(milliseconds: 200) { false }
    _ = listener.take()
    kiosk.terminal.wait(milliseconds: 5000) { false }
    #expect(listener.take() == [])
    kill(visitor, SIGCONT)
    #expect(kiosk.terminal.wait(milliseconds: 5000) { listener.take().contains("WATCHDOG=1") })
    #expect(listener.heard.count { $0 == "READY=1" } == 1)
    kiosk.expectToEnd()
    #expect(listener.take().contains("STOPPING=1"))
  }

  /// systemd ends a service that is not ready in time: the page would blink, and be black in between.
  @Test func `out of order from the start, it is ready with that page, alive, and says why`() throws
  {
    let listener = try Listener()
    let damaged = try Program.file("damaged.pack", "no pack")
    let kiosk = try Kiosk.started(
      pack: damaged, environment: ["NOTIFY_SOCKET": listener.path],
      waitingFor: "Please ask the staff.")
    kiosk.terminal.wait { listener.take().contains("WATCHDOG=1") }
    let heard = listener.heard
    try #require(heard.count >= 3, "\(heard)")
    #expect(heard[0] == "READY=1" && heard[2] == "WATCHDOG=1", "\(heard)")
    #expect(heard[1].hasPrefix("STATUS=out of order: the pack "), "\(heard)")
    #expect(kiosk.terminal.wait(milliseconds: 6000) { listener.take().contains("WATCHDOG=1") })
    #expect(listener.heard.count { $0 == "READY=1" } == 1)
    kiosk.expectToEnd()
  }

  /// To begin all anew would only take the page away.
  @Test func `it is alive while it is out of order, says so, and that it is over`() throws {
    let listener = try Listener()
    let kiosk = try Kiosk.started(
      "retry-seconds = 6", environment: ["NOTIFY_SOCKET": listener.path])
    kiosk.terminal.wait(milliseconds: 2000) { !listener.take().isEmpty }
    for death in 1...5 {
      let visitor = try #require(kiosk.visitor)
      kill(visitor, SIGKILL)
      if death < 5 { try #require(kiosk.waitForNext(after: visitor)) }
    }
    try #require(
      kiosk.terminal.wait(milliseconds: 2000) {
        listener.take().contains("STATUS=out of order: 5 visitors died within a minute")
      })
    #expect(kiosk.terminal.wait(milliseconds: 5000) { listener.take().contains("WATCHDOG=1") })
    #expect(kiosk.visitor == nil)
    #expect(kiosk.terminal.wait(milliseconds: 8000) { listener.take().contains("STATUS=in order") })
    #expect(listener.heard.count { $0 == "READY=1" } == 1)
    kiosk.expectToEnd()
  }

  /// An upgrade: the new program may read content that the old one does not know.
  @Test(arguments: [true, false])
  func `replaced by another program, the service ends when nobody is there`(isService: Bool) throws
  {
    let listener = try Listener()
    let program = Program.newPath("kneeguide")
    try FileManager.default.copyItem(atPath: Program.path(), toPath: program)
    let kiosk = try Kiosk.started(
      environment: isService ? ["NOTIFY_SOCKET": listener.path] : [:], program: program)
    let terminal = kiosk.terminal
    terminal.send("<enter>" as Keys)
    #expect(terminal.wait(for: "Do you have any of these signs now?"))
    let visitor = try #require(kiosk.visitor)
    unlink(program)
    terminal.wait(milliseconds: 7000) { false }
    #expect(kiosk.visitor == visitor, "a visit was ended for a program")
    kill(visitor, SIGKILL)
    if isService {
      #expect(terminal.waitForExit(milliseconds: 8000) == .code(0))
    } else {
      try #require(kiosk.waitForNext(after: visitor))
      kiosk.expectToEnd()
    }
  }

  @Test func `replaced at the first screen, the service ends by itself`() throws {
    let listener = try Listener()
    let program = Program.newPath("kneeguide")
    try FileManager.default.copyItem(atPath: Program.path(), toPath: program)
    let kiosk = try Kiosk.started(
      environment: ["NOTIFY_SOCKET": listener.path], program: program)
    unlink(program)
    #expect(kiosk.terminal.waitForExit(milliseconds: 8000) == .code(0))
    #expect(listener.take().contains("STOPPING=1"))
  }
}
