import Glibc
import Kiosk

// A supervisor whose processes do what they are told, for good or bad:
//
//   kiosk-probe supervise VISITOR STAFF [keys|touch]   the last: the staff's door while it is out of order
//   kiosk-probe act WHAT                               started by it
//
//   kiosk-probe kiosk ARGUMENTS                        takes what a keyboard can send in its first line, and ends with 0
//
// WHAT is a word, a colon and the status to end with: `exit` says nothing before, `drawn` that something stands on the
// screen, `tried` that a number is tried too; `wait` says the latter and then waits for a key.

let arguments = Array(CommandLine.arguments.dropFirst())

func act(_ what: String) -> Never {
  let parts = what.split(separator: ":").map(String.init)
  let status = parts.count == 2 ? Int32(parts[1]) ?? 64 : 64
  if parts[0] != "exit" { VisitorProcess.tell(.isVisited) }
  if parts[0] == "wait" {
    let text = Array("STAFF".utf8)
    _ = write(1, text, text.count)
    var byte: UInt8 = 0
    _ = read(0, &byte, 1)
  }
  if ["tried", "wait"].contains(parts[0]) { VisitorProcess.tell(.pinTried) }
  _exit(status)
}

func supervise(_ visitor: String, _ staff: String, door: String?) -> Int32 {
  guard let line = TerminalLine.take() else { return 64 }
  let environment = VisitorStart.environment(terminal: nil)
  let starts = { (what: String) in VisitorStart(arguments: ["act", what], environment: environment)
  }
  let kind: StaffDoorKind? = door.map { $0 == "touch" ? .touch : .keys }
  var supervisor = Supervisor(
    on: line, starting: starts(visitor),
    with: { VisitSettings(bytes: [], brokers: []) },
    asking: SupervisorHooks(
      obstacle: { nil }, isOutdated: { false }, isMended: { false },
      outOfOrder: { ["OUT OF ORDER"] }, note: { _ in },
      staff: { _, _ in starts(staff) }, door: { kind }),
    retryingAfter: { 60_000 }, notifying: nil, log: { _ in })
  return supervisor.run()
}

switch arguments.first {
case "act" where arguments.count == 2: act(arguments[1])
case "supervise" where arguments.count >= 3:
  exit(
    supervise(arguments[1], arguments[2], door: arguments.count > 3 ? arguments[3] : nil))
case "kiosk":
  for number in [SIGINT, SIGQUIT, SIGTSTP] { raise(number) }
  exit(0)
default: exit(64)
}
