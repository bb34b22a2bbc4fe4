import Foundation
import TerminalTestKit
import TextUI

/// The probe, built beside the tests.
func probe(
  _ arguments: String..., size: Size = Size(width: 80, height: 24),
  environment: [String: String] = [:]
) throws -> PseudoTerminal {
  try PseudoTerminal(probePath(), arguments, size: size, environment: environment)
}

func probePath() -> String {
  let products = Bundle(for: Marker.self).bundleURL.deletingLastPathComponent()
  let beside = Bundle.main.executableURL?.deletingLastPathComponent()
  let places = [products, beside].compactMap { $0?.appendingPathComponent("terminal-probe").path }
  return places.first { FileManager.default.isExecutableFile(atPath: $0) } ?? "terminal-probe"
}

private final class Marker {}
