import QuestionnaireModel
import RecommendationCore
import Screens
import TerminalTestKit
import TextUI
import WalkthroughCore
import WalkthroughTestKit

/// The program on a terminal and the model beside it, at the same random keys and sizes.
///
/// After every few keys what stands on the terminal is what the model draws, with the cursor in its
/// place; at the end two keys leave, and the terminal is as before.
struct LockstepWalk {
  /// What the program has in its environment.
  struct Setting {
    let program: String
    let packFile: String
    let pack: ContentPack
    let day: Day
  }

  private(set) var keysSent = 0

  private let pack: ContentPack
  private let terminal: PseudoTerminal
  private var state: Walkthrough.State
  private var renderer: Renderer
  private var shown: Frame
  private var random: SeededGenerator
  private var hasLeft = false

  init(_ setting: Setting, seed: UInt64) throws(PseudoTerminal.Failure) {
    pack = setting.pack
    random = SeededGenerator(seed: seed)
    let manifest = setting.pack.manifest
    let region = manifest.regions.first { $0.id == manifest.defaultRegion }
    state = Walkthrough.State(
      day: setting.day, region: manifest.defaultRegion, units: region?.units ?? .metric,
      suggestedFile: "\(manifest.id)-\(setting.day).txt",
      forms: [.text, .markdown, .screen, .qr])
    state.settleFocus(in: pack)
    renderer = Renderer(pack)
    let size = Size(width: 80, height: 24)
    shown = Frame(size: size)
    // A lone ESC counts as the key soon.
    terminal = try PseudoTerminal(
      setting.program, ["walk"], size: size,
      // Without the program that makes PDFs, so that the same forms are offered everywhere.
      environment: [
        "KNEEGUIDE_PACK": setting.packFile, "ESCDELAY": "5", "PATH": "/nowhere",
      ])
    draw(size)
  }

  /// Walks; the fault that was found, or `nil`.
  mutating func run() -> String? {
    if let fault = compared(after: "the start") { return fault }
    for _ in 0..<random.number(in: 5...40) {
      let fault = random.number(in: 0...9) == 0 ? resize() : typeSome()
      if let fault { return fault }
      if hasLeft { return ended() }
    }
    terminal.send("<ctrl-c>" as Keys)
    terminal.waitUntilRead()
    terminal.wait(milliseconds: 5) { false }
    terminal.send("<ctrl-c>" as Keys)
    return ended()
  }

  private mutating func draw(_ size: Size) {
    let drawn = renderer.render(state, size: size, glyphs: .unicode)
    shown = drawn.frame
    _ = reduce(&state, .drawn(drawn.metrics), in: pack)
  }

  private mutating func resize() -> String? {
    var size = random.size()
    // An emulator of one column dies of wide characters.
    size = Size(width: max(2, size.width), height: max(1, size.height))
    if random.number(in: 0...9) == 0 { size = Size(width: 500, height: 300) }
    if size == shown.size { return nil }
    let written = terminal.output.count
    terminal.resize(size)
    terminal.wait { terminal.output.count > written }
    draw(size)
    return compared(after: "the size \(size.width)x\(size.height)")
  }

  /// At most 30 keys, which still is no burst, nor together with those before: they were read more
  /// than 20 milliseconds ago.
  private mutating func typeSome() -> String? {
    var bytes: [UInt8] = []
    var names: [String] = []
    for _ in 0..<random.number(in: 1...30) {
      let key = random.key()
      let sequence = Keys([key]).bytes
      guard press(key, sequence) else { continue }
      bytes += sequence
      names.append("\(key)")
      keysSent += 1
      // What follows an ESC at once would be one key with it.
      if key == .escape || hasLeft { break }
    }
    terminal.send(bytes)
    if hasLeft { return nil }
    terminal.waitUntilRead()
    let fault = compared(after: names.joined(separator: " "))
    terminal.wait(milliseconds: 21) { false }
    return fault
  }

  /// Presses the keys that these bytes mean on the model; `false`, and nothing, where the program
  /// would write a file, and for an ESC that shows nothing, so that nobody could tell when it is
  /// over.
  private mutating func press(_ key: Key, _ bytes: [UInt8]) -> Bool {
    var next = self
    var decoder = KeyDecoder()
    for key in decoder.decode(bytes) + decoder.flush() {
      guard let action = action(for: key, in: next.state, pack: pack) else { continue }
      for effect in reduce(&next.state, action, in: pack) {
        switch effect {
        case .save, .handOut: return false
        case .leave: next.hasLeft = true
        case .ring: break
        }
      }
      if !next.hasLeft { next.draw(next.shown.size) }
    }
    if key == .escape, !next.hasLeft, next.shown == shown { return false }
    self = next
    return true
  }

  private func compared(after what: String) -> String? {
    let (text, cursor) = (shown.text, shown.cursor)
    let isSame = terminal.wait {
      terminal.cursor.place == cursor && terminal.screenText == text && terminal.cursor.isVisible
    }
    if isSame { return nil }
    return """
      after \(what) on \(state.screen), \(String(describing: terminal.exit))
      -- the model, cursor at \(String(describing: cursor))
      \(text)
      -- the terminal, cursor at \(terminal.cursor.place), seen: \(terminal.cursor.isVisible)
      \(terminal.screenText)
      """
  }

  private func ended() -> String? {
    let exit = terminal.waitForExit()
    if exit != .code(0) { return "left on \(state.screen), but \(String(describing: exit))" }
    if terminal.lineModes != terminal.lineModesBefore { return "the line has other modes" }
    for mode in [1049, 2004, 1000, 1006] where terminal.mode(mode) == true {
      return "mode \(mode) was left on"
    }
    return terminal.cursor.isVisible ? nil : "the cursor was left hidden"
  }
}
