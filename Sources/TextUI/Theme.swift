/// Which colours each role has.
///
/// Text is read at 7:1 and all else at 4.5:1 (WCAG 2.2, 1.4.6 and 1.4.3) on the palettes of the
/// Linux console, of xterm, of VTE and of Solarized alike. Of sixteen colours only white, bright
/// white and bright cyan on black, and black on the first two, get there; so the hues are among the
/// 240 that no palette changes, and where these are missing bold, reverse and underline do the
/// work.
package struct Theme: Hashable, Sendable {
  package let name: String
  private let eight: Paints
  private let sixteen: Paints
  private let many: Paints

  /// Of each role, in the order of their numbers: to hash a few costs more than to list all.
  private struct Paints: Hashable, Sendable {
    private var paints: [Paint]

    init(common: Paint, roles: KeyValuePairs<Palette, Paint> = [:]) {
      paints = Palette.allCases.map { _ in common }
      for (role, paint) in roles { paints[Int(role.rawValue)] = paint }
    }

    subscript(role: Palette) -> Paint { paints[Int(role.rawValue)] }
  }

  package subscript(role: Palette, depth: ColorDepth) -> Paint {
    let paints: Paints? =
      switch depth {
      case .none: nil
      case .eight: eight
      case .sixteen: sixteen
      case .many, .direct: many
      }
    return paints.map { $0[role] } ?? Paint()
  }

  /// Text in the terminal's own colours, which its owner may have chosen with care.
  package static let `default` = Theme(
    name: "default", eight: Paints(common: Paint(), roles: [.code: Paint(.white, on: .black)]),
    sixteen: Paints(
      common: Paint(),
      roles: [
        .good: Paint(.brightCyan, on: .black), .link: Paint(.brightCyan, on: .black),
        .code: Paint(.brightWhite, on: .black),
      ]),
    many: Paints(
      common: Paint(),
      roles: [
        .warning: Paint(.amber, on: .deepBlack), .good: Paint(.skyBlue, on: .deepBlack),
        .link: Paint(.paleCyan, on: .deepBlack), .code: Paint(.pureWhite, on: .deepBlack),
      ]))

  package static let highContrast = Theme(
    name: "high-contrast", eight: Paints(common: Paint(.white, on: .black)),
    sixteen: Paints(
      common: Paint(.brightWhite, on: .black),
      roles: [
        .heading: Paint(.brightCyan, on: .black), .key: Paint(.brightCyan, on: .black),
        .good: Paint(.brightCyan, on: .black), .link: Paint(.brightCyan, on: .black),
      ]),
    many: Paints(
      common: Paint(.pureWhite, on: .deepBlack),
      roles: [
        .heading: Paint(.amber, on: .deepBlack), .key: Paint(.amber, on: .deepBlack),
        .warning: Paint(.amber, on: .deepBlack), .good: Paint(.skyBlue, on: .deepBlack),
        .link: Paint(.paleCyan, on: .deepBlack),
      ]))

  package static let light = Theme(
    name: "light",
    eight: Paints(common: Paint(.black, on: .white), roles: [.code: Paint(.white, on: .black)]),
    sixteen: Paints(
      common: Paint(.black, on: .white), roles: [.code: Paint(.brightWhite, on: .black)]),
    many: Paints(
      common: Paint(.deepBlack, on: .pureWhite),
      roles: [
        .heading: Paint(.navy, on: .pureWhite), .key: Paint(.navy, on: .pureWhite),
        .good: Paint(.navy, on: .pureWhite), .link: Paint(.blue, on: .pureWhite),
        .warning: Paint(.darkRed, on: .pureWhite), .code: Paint(.pureWhite, on: .deepBlack),
      ]))

  /// No colour at all: bold, reverse and underline do the work.
  package static let monochrome = Theme(
    name: "monochrome", eight: Paints(common: Paint()), sixteen: Paints(common: Paint()),
    many: Paints(common: Paint()))

  package static let all = [`default`, highContrast, light, monochrome]

  /// `nil` when no theme has the name.
  package init?(named name: String) {
    guard let theme = Theme.all.first(where: { $0.name == name }) else { return nil }
    self = theme
  }

  private init(name: String, eight: Paints, sixteen: Paints, many: Paints) {
    self.name = name
    self.eight = eight
    self.sixteen = sixteen
    self.many = many
  }
}
