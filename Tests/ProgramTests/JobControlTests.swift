internal import Glibc
import TerminalTestKit
import Testing
import TextUI

/// R74: the program as a job of a shell.
@Suite(.serialized) struct JobControlTests {
  /// A shell that starts the program, and does this each time that it is stopped.
  private func job(_ afterwards: String, size: Size = Size(width: 80, height: 24)) throws
    -> PseudoTerminal
  {
    let script = #"set -m; "$0" walk; echo "stopped with $?"; "# + afterwards
    let terminal = try PseudoTerminal(
      "/bin/bash", ["--norc", "--noprofile", "-c", script, Program.path()], size: size,
      environment: ["KNEEGUIDE_PACK": Program.pack()])
    #expect(terminal.wait(for: "> [ Start ]"), "\(terminal.screenText)")
    terminal.send("<enter> 0 <enter> 67" as Keys)
    #expect(terminal.wait(for: "67"))
    return terminal
  }

  @Test func `Ctrl-Z gives the terminal to the shell, and the same screen comes back`() throws {
    // In no loop: bash leaves one where a job in it stops.
    let once = #"read -r; fg >/dev/null; echo "stopped with $?"; "#
    let terminal = try job(once + once + once)
    let before = terminal.screenText
    let (place, taken) = (terminal.cursor.place, terminal.lineModes)
    for _ in 1...3 {
      terminal.send("<ctrl-z>" as Keys)
      #expect(terminal.wait { terminal.mode(1049) == false }, "\(terminal.screenText)")
      #expect(terminal.wait { terminal.lineModes != taken })
      #expect(terminal.wait(for: "stopped with \(128 + SIGTSTP)"), "\(terminal.screenText)")
      #expect(terminal.mode(2004) == false && terminal.cursor.isVisible)
      terminal.resize(Size(width: 60, height: 20))
      terminal.send("\n")
      #expect(terminal.wait { terminal.mode(1049) == true && terminal.lineModes == taken })
      #expect(terminal.wait { terminal.line(0).contains("Step") }, "\(terminal.screenText)")
      terminal.resize(Size(width: 80, height: 24))
      #expect(terminal.wait { terminal.screenText == before }, "\(terminal.screenText)")
      #expect(terminal.cursor.place == place)
      #expect(terminal.mode(2004) == true)
    }
    terminal.send("<ctrl-c>" as Keys)
    #expect(terminal.wait(for: "Your answers will be gone."))
    terminal.send("<ctrl-c>" as Keys)
    #expect(terminal.wait(for: "stopped with 0"), "\(terminal.screenText)")
  }

  /// R71: the shell has the terminal by then, and keeps it.
  @Test func `a stopped program ends when it is told to`() throws {
    let terminal = try job(#"kill %1; for k in {1..100}; do sleep 0.03; jobs; done; read -r"#)
    let modes = terminal.lineModesBefore
    terminal.send("<ctrl-z>" as Keys)
    #expect(terminal.wait(for: "stopped with \(128 + SIGTSTP)"), "\(terminal.screenText)")
    #expect(terminal.wait(for: "Exit \(128 + SIGTERM)"), "\(terminal.screenText)")
    #expect(terminal.lineModes == modes)
    #expect(terminal.mode(1049) == false)
  }

  /// What is put into the background has no terminal, and waits.
  @Test func `continued in the background it leaves the terminal alone`() throws {
    let terminal = try job(#"bg; sleep 0.3; echo "still here"; read -r; fg >/dev/null; read -r"#)
    let before = terminal.screenText
    terminal.send("<ctrl-z>" as Keys)
    #expect(terminal.wait(for: "still here"), "\(terminal.screenText)")
    #expect(terminal.mode(1049) == false)
    terminal.send("\n")
    #expect(terminal.wait { terminal.screenText == before }, "\(terminal.screenText)")
  }

  /// Nobody would ever wake it, and what is typed while a program leaves its screen is lost.
  @Test func `without a shell Ctrl-Z stops nothing`() throws {
    let terminal = try Program.start()
    #expect(terminal.wait(for: "> [ Start ]"))
    let shown = terminal.output.count
    terminal.send("<ctrl-z>" as Keys)
    terminal.waitUntilRead()
    terminal.send("<enter>" as Keys)
    #expect(terminal.wait(for: "Do you have any of these signs now?"))
    #expect(!String(decoding: terminal.output.dropFirst(shown), as: UTF8.self).contains("[?1049"))
    leave(terminal)
  }

  /// Its shell is no shell that a person types to: the program has left before it can know.
  @Test func `under a script Ctrl-Z stops nothing`() throws {
    let terminal = try PseudoTerminal(
      "/bin/sh", ["-c", #""$0" walk; exit $?"#, Program.path()],
      environment: ["KNEEGUIDE_PACK": Program.pack()])
    #expect(terminal.wait(for: "> [ Start ]"))
    let shown = terminal.output.count
    terminal.send("<ctrl-z>" as Keys)
    #expect(
      terminal.wait {
        String(decoding: terminal.output.dropFirst(shown), as: UTF8.self).contains("[?1049h")
      })
    #expect(terminal.wait(for: "> [ Start ]"))
    terminal.send("<enter>" as Keys)
    #expect(terminal.wait(for: "Do you have any of these signs now?"))
    leave(terminal)
  }

  private func leave(_ terminal: PseudoTerminal) {
    #expect(terminal.mode(1049) == true && terminal.mode(2004) == true)
    terminal.send("q2")
    #expect(terminal.waitForExit() == .code(0))
    #expect(terminal.lineModes == terminal.lineModesBefore)
  }
}
