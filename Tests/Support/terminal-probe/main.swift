internal import CursesTerminal
internal import Glibc
internal import TextUI

/// A small program on the real terminal: it names the size and the keys it gets, moves a focus, and
/// dies in each way that a program can die in.

let arguments = CommandLine.arguments.dropFirst()

func screen(size: Size, glyphs: Glyphs, focus: Int, last: String) -> Frame {
  var frame = Frame(size: size)
  frame.fill(Area(x: 0, y: 0, width: size.width, height: 1), style: .header)
  frame.put("probe \(size.width)x\(size.height)", at: Point(x: 0, y: 0), style: .header)
  for option in 0..<5 {
    let text =
      (option == focus ? glyphs.focus : "  ") + "option \(option + 1) café 漢字 \(glyphs.bullet)"
    let style: Style = option == focus ? .focus : .body
    frame.put(text, at: Point(x: 2, y: 2 + option), style: style)
  }
  frame.put("warning", at: Point(x: 2, y: 8), style: .warning)
  frame.put("urgent", at: Point(x: 2, y: 9), style: .urgent)
  frame.put("last: " + last, at: Point(x: 0, y: size.height - 1), style: .footer)
  frame.cursor = Point(x: 2, y: 2 + focus)
  return frame
}

func overflow(_ depth: Int) -> Int {
  withUnsafeTemporaryAllocation(byteCount: 4096, alignment: 16) { room in
    room.initializeMemory(as: UInt8.self, repeating: UInt8(truncatingIfNeeded: depth))
    return overflow(depth + 1) + Int(room[depth % 4096])
  }
}

func run() throws(TerminalError) -> Int32 {
  let theme = Theme.all.first { arguments.contains($0.name) } ?? .default
  var terminal = try CursesTerminal(
    theme: theme, pointer: arguments.contains("pointer"), ascii: arguments.contains("ascii"))
  var focus = 0
  var last = "nothing"
  while true {
    terminal.present(
      screen(size: terminal.size, glyphs: terminal.glyphs, focus: focus, last: last))
    switch terminal.wait(milliseconds: nil) {
    case .key(.character("q")): return 0
    case .key(.character("e")): exit(7)
    case .key(.character("t")):
      let none: [Int] = []
      last = String(none[focus])
    case .key(.character("a")): abort()
    case .key(.character("k")): kill(getpid(), SIGKILL)
    case .key(.character("o")): last = String(overflow(0))
    case .key(.down): focus = min(4, focus + 1)
    case .key(.up): focus = max(0, focus - 1)
    case .key(.paste(let text)): last = "paste of \(text.utf8.count)"
    case .key(.pointer(let pointer)): last = "\(pointer.kind) at \(pointer.at.x) \(pointer.at.y)"
    case .key(let key): last = "\(key)"
    case .resized(let size): last = "resized \(size.width) \(size.height)"
    case .signal(let number):
      terminal.close()
      return 128 + number
    case .closed: return 75
    case .idle: last = "idle"
    }
  }
}

do {
  exit(try run())
} catch {
  let message = Array("\(error.what); \(error.remedy)\n".utf8)
  write(STDERR_FILENO, message, message.count)
  exit(69)
}
