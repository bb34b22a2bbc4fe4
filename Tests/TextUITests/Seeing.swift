import Foundation
import TextUI

/// Red, green and blue as light, 0 to 1 each.
typealias Light = SIMD3<Double>

func light(_ rgb: UInt32) -> Light {
  func linear(_ byte: UInt32) -> Double {
    let value = Double(byte & 255) / 255
    return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
  }
  return Light(linear(rgb >> 16), linear(rgb >> 8), linear(rgb))
}

/// WCAG 2.2, "contrast ratio" and "relative luminance".
func contrast(_ a: UInt32, _ b: UInt32) -> Double {
  let both = [a, b].map { (light($0) * Light(0.2126, 0.7152, 0.0722)).sum() + 0.05 }.sorted()
  return both[1] / both[0]
}

/// What a terminal makes of the first sixteen colours, and its own two.
struct TerminalPalette: Sendable {
  let name: String
  let ink: UInt32
  let paper: UInt32
  let colors: [UInt32]

  /// The color as red, green and blue.
  func color(_ color: Color?, otherwise own: UInt32) -> UInt32 {
    guard let color else { return own }
    return color.rgb ?? colors[Int(color.number)]
  }

  static let all = [
    TerminalPalette(
      name: "the Linux console", ink: 0xAAAAAA, paper: 0x000000,
      colors: [
        0x000000, 0xAA0000, 0x00AA00, 0xAA5500, 0x0000AA, 0xAA00AA, 0x00AAAA, 0xAAAAAA,
        0x555555, 0xFF5555, 0x55FF55, 0xFFFF55, 0x5555FF, 0xFF55FF, 0x55FFFF, 0xFFFFFF,
      ]),
    TerminalPalette(
      name: "xterm", ink: 0xE5E5E5, paper: 0x000000,
      colors: [
        0x000000, 0xCD0000, 0x00CD00, 0xCDCD00, 0x0000EE, 0xCD00CD, 0x00CDCD, 0xE5E5E5,
        0x7F7F7F, 0xFF0000, 0x00FF00, 0xFFFF00, 0x5C5CFF, 0xFF00FF, 0x00FFFF, 0xFFFFFF,
      ]),
    TerminalPalette(
      name: "VTE", ink: 0xD3D7CF, paper: 0x2E3436,
      colors: [
        0x2E3436, 0xCC0000, 0x4E9A06, 0xC4A000, 0x3465A4, 0x75507B, 0x06989A, 0xD3D7CF,
        0x555753, 0xEF2929, 0x8AE234, 0xFCE94F, 0x729FCF, 0xAD7FA8, 0x34E2E2, 0xEEEEEC,
      ]),
    TerminalPalette(
      name: "Solarized", ink: 0x839496, paper: 0x002B36,
      colors: [
        0x073642, 0xDC322F, 0x859900, 0xB58900, 0x268BD2, 0xD33682, 0x2AA198, 0xEEE8D5,
        0x002B36, 0xCB4B16, 0x586E75, 0x657B83, 0x839496, 0x6C71C4, 0x93A1A1, 0xFDF6E3,
      ]),
  ]
}

/// How colours look to an eye that lacks one kind of cones.
///
/// The matrices are those of Machado, Oliveira and Fernandes 2009 ("A physiologically-based model
/// for simulation of color vision deficiency", severity 1.0), for light. The distance is CIE 1976.
struct Eye: Sendable {
  let name: String
  let rows: [Light]

  func distance(_ a: UInt32, _ b: UInt32) -> Double {
    let difference = lab(a) - lab(b)
    return (difference * difference).sum().squareRoot()
  }

  private func lab(_ rgb: UInt32) -> SIMD3<Double> {
    let plain = light(rgb)
    let seen = rows.map { min(1, max(0, ($0 * plain).sum())) }
    let shown = Light(seen[0], seen[1], seen[2])
    let x = curve((shown * Light(0.4124564, 0.3575761, 0.1804375)).sum() / Self.white[0])
    let y = curve((shown * Light(0.2126729, 0.7151522, 0.0721750)).sum() / Self.white[1])
    let z = curve((shown * Light(0.0193339, 0.1191920, 0.9503041)).sum() / Self.white[2])
    return SIMD3(116 * y - 16, 500 * (x - y), 200 * (y - z))
  }

  /// D65 in XYZ.
  private static let white = Light(0.95047, 1, 1.08883)

  private func curve(_ value: Double) -> Double {
    value > 216.0 / 24389 ? cbrt(value) : (24389.0 / 27 * value + 16) / 116
  }

  static let all = [
    Eye(name: "all cones", rows: [Light(1, 0, 0), Light(0, 1, 0), Light(0, 0, 1)]),
    Eye(
      name: "protanopia",
      rows: [
        Light(0.152286, 1.052583, -0.204868), Light(0.114503, 0.786281, 0.099216),
        Light(-0.003882, -0.048116, 1.051998),
      ]),
    Eye(
      name: "deuteranopia",
      rows: [
        Light(0.367322, 0.860646, -0.227968), Light(0.280085, 0.672501, 0.047413),
        Light(-0.011820, 0.042940, 0.968881),
      ]),
    Eye(
      name: "tritanopia",
      rows: [
        Light(1.255528, -0.076749, -0.178779), Light(-0.078411, 0.930809, 0.147602),
        Light(0.004733, 0.691367, 0.303900),
      ]),
  ]
}
