import Foundation
import TerminalTestKit
import TextUI

/// The probe, built beside the tests.
func probe(
  _ arguments: String..., size: Size = Size(width: 80, height: 24),
  environment: [String: String] = [:]
) throws -> PseudoTerminal {
  let products = Bundle(for: Marker.self).bundleURL.deletingLastPathComponent()
  let beside = Bundle.main.executableURL?.deletingLastPathComponent()
  let places = [products, beside].compactMap { $0?.appendingPathComponent("terminal-probe").path }
  let path = places.first { FileManager.default.isExecutableFile(atPath: $0) }
  return try PseudoTerminal(
    path ?? "terminal-probe", arguments, size: size, environment: environment)
}

private final class Marker {}
