import FixturePack
import Foundation
internal import Glibc
import RecommendationCore
import TerminalTestKit
import Testing
import TextUI

/// The voice of a real kiosk, with a recorder in the place of the synthesizer.
@Suite(.serialized) struct KioskSpeechTests {
  private let words = FixturePack.pack.wording

  /// A program that shows what it is told as its own name, since it may write no file, and speaks so
  /// many seconds.
  private func recorder(speaking seconds: Int) throws -> String {
    let script = "#!/bin/bash\nexec -a \"$(echo \"$@\"; cat)\" sleep \(seconds)\n"
    let program = try Program.file("recorder", script)
    chmod(program, 0o755)
    return program
  }

  /// What is being read aloud.
  private func heard(_ kiosk: Kiosk) -> String {
    let voices = Kiosk.children(of: kiosk.terminal.process).flatMap(Kiosk.children)
    return voices.compactMap { try? String(contentsOfFile: "/proc/\($0)/cmdline", encoding: .utf8) }
      .joined()
  }

  /// R3: within 100 ms.
  @Test func `a screen is read aloud when asked for, and a key ends it`() throws {
    let program = try recorder(speaking: 30)
    let kiosk = try Kiosk.started("speech = on\nspeech-program = \(program)\nspeech-speed = 200")
    let visitor = try #require(kiosk.visitor)
    let speaker = try #require(Kiosk.children(of: kiosk.terminal.process).last)
    #expect(speaker != visitor && heard(kiosk).isEmpty)
    kiosk.terminal.send("5" as Keys)
    let staff = words[.attractStaff]
    #expect(kiosk.terminal.wait(milliseconds: 5000) { heard(kiosk).contains(staff) })
    #expect(heard(kiosk).hasPrefix("-v en -s 200 --stdin\n"))
    let voice = try #require(Kiosk.children(of: speaker).first)
    let open = Kiosk.descriptors(of: speaker).filter { $0.hasPrefix("/dev/pts/") }
    #expect(open.isEmpty)
    kiosk.terminal.send("<f12>" as Keys)
    #expect(kiosk.terminal.wait(milliseconds: 100) { !Kiosk.isAlive(voice) })
    kiosk.terminal.send("<enter>" as Keys)
    #expect(
      kiosk.terminal.wait(milliseconds: 5000) {
        heard(kiosk).contains("Do you have any of these signs now?")
      })
    // All of it ends with the visit.
    let last = Kiosk.children(of: speaker)
    kiosk.terminal.send("q" as Keys)
    #expect(kiosk.waitForNext(after: visitor))
    #expect(kiosk.terminal.wait { !Kiosk.isAlive(speaker) && !last.contains(where: Kiosk.isAlive) })
    kiosk.expectToEnd()
  }

  /// The second ends well and at once, as espeak-ng does where there is no sound device.
  @Test(arguments: ["/nowhere/espeak-ng", "/bin/true", "/bin/false"])
  func `without a voice the visit goes on and says so`(program: String) throws {
    let kiosk = try Kiosk.started("speech = on\nspeech-program = \(program)")
    kiosk.terminal.send("5" as Keys)
    let isTold = kiosk.terminal.wait(for: words[.speechEnded], milliseconds: 10_000)
    #expect(isTold, "\(kiosk.terminal.screenText)")
    kiosk.terminal.send("1" as Keys)
    #expect(kiosk.terminal.wait(for: "Do you have any of these signs now?"))
    kiosk.expectToEnd()
  }

  @Test func `a voice that is turned on or off counts from the next visit on`() throws {
    let path = try Kiosk.settings()
    let silent = try String(contentsOfFile: path, encoding: .utf8)
    let kiosk = Kiosk(terminal: try PseudoTerminal(Program.path(), ["kiosk", "--config", path]))
    var last: Int32?
    for (text, processes) in [(silent, 1), (silent + "speech = on\n", 2), (silent, 1)] {
      try Data(text.utf8).write(to: URL(fileURLWithPath: path))
      if let last { kill(last, SIGKILL) }
      try #require(kiosk.waitForNext(after: last), "\(kiosk.terminal.screenText)")
      #expect(Kiosk.children(of: kiosk.terminal.process).count == processes)
      // The last screen's bytes may still be on their way.
      let isOffered = kiosk.terminal.wait {
        kiosk.terminal.screenText.contains(words[.speechStart]) == (processes == 2)
      }
      #expect(isOffered, "\(kiosk.terminal.screenText)")
      last = kiosk.visitor
    }
    kiosk.expectToEnd()
  }

  /// R5: what one visitor has chosen is not there for the next.
  @Test func `the next visitor finds the usual settings`() throws {
    let program = try recorder(speaking: 30)
    let kiosk = try Kiosk.started("speech = on\nspeech-program = \(program)")
    let first = kiosk.visitor
    kiosk.terminal.send("4 5" as Keys)
    #expect(kiosk.terminal.wait(for: words[.speechStop]))
    kiosk.terminal.send("<esc>" as Keys)
    #expect(kiosk.waitForNext(after: first))
    #expect(kiosk.terminal.screenText.contains(words[.speechStart]))
    kiosk.expectToEnd()
  }
}
