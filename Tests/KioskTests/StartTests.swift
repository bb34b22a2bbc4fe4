import Foundation
internal import Glibc
import TerminalTestKit
import Testing

/// The program whose processes do what they are told.
let kioskProbe: String = {
  let places = [Bundle(for: Marker.self).bundleURL, Bundle.main.executableURL]
    .compactMap { $0?.deletingLastPathComponent().appendingPathComponent("kiosk-probe").path }
  return places.first { FileManager.default.isExecutableFile(atPath: $0) } ?? "kiosk-probe"
}()

private final class Marker {}

@Suite struct `The start of a kiosk` {
  /// Nobody stands before it who has ignored them.
  @Test(arguments: [[], ["--config", "/k"], ["--config=/k"], ["--config", "--check"]])
  func `is past the signals of a keyboard before its first line`(arguments: [String]) throws {
    let terminal = try PseudoTerminal(kioskProbe, ["kiosk"] + arguments)
    #expect(terminal.waitForExit() == .code(0))
  }

  @Test(arguments: [
    ["--check"], ["--config", "/k", "--check"], ["--make-keep-key", "/k"], ["--help"],
    ["--config=/k", "--set-pin"], ["--test-notify", "--config", "/k"],
  ])
  func `leaves a command of whoever keeps it to Ctrl-C`(arguments: [String]) throws {
    let terminal = try PseudoTerminal(kioskProbe, ["kiosk"] + arguments)
    #expect(terminal.waitForExit() == .signal(SIGINT))
  }
}
