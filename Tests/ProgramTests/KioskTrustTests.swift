import ClinicTrust
import FixturePack
import Foundation
internal import Glibc
import RecommendationCore
import TerminalTestKit
import Testing
import TextUI

/// Whose content a kiosk shows.
@Suite(.serialized) struct KioskTrustTests {
  private let clinic: Clinic
  private let words = FixturePack.pack.wording

  init() throws { clinic = try Clinic() }

  @Test func `without a key it says that packs are not verified`() throws {
    let run = try Program.run("kiosk", "--check", "--config", Kiosk.settings())
    #expect(run.output.contains("not checked: who answers for the content: packs are not verified"))
  }

  @Test func `what is signed by the key is shown`() throws {
    try clinic.sign(Clinic.pack())
    let run = try clinic.check()
    #expect(
      run.output.contains(
        "\nready: the content is signed by the key \(clinic.key.publicKey.name)\n"),
      "\(run.output)")
    let kiosk = try Kiosk.started(with: clinic.settings())
    kiosk.expectToEnd()
  }

  /// One row a fault: what is done to the files, and what is said of it.
  enum Harm: CaseIterable {
    case unsigned, emptySignature, otherKey, otherPack, noKey, secretKey, flippedPack

    var words: String {
      switch self {
      case .unsigned, .emptySignature: "the signature is missing"
      case .otherKey: "signed with another key"
      case .otherPack, .flippedPack: "the signature is another pack's"
      case .noKey: "cannot read the key"
      case .secretKey: "the other half of a key pair"
      }
    }

    func inflict(on clinic: Clinic) throws {
      let file = FileManager.default
      switch self {
      case .unsigned: try file.removeItem(atPath: clinic.path("knee.pack.sig"))
      case .emptySignature: try clinic.put("knee.pack.sig", [])
      case .otherKey:
        let pack = try clinic.bytes(of: "knee.pack")
        try clinic.put("knee.pack.sig", PackSignature.sign(pack, key: try SecretKey()))
      case .otherPack:
        try clinic.put(
          "knee.pack.sig", PackSignature.sign(try Clinic.pack("Another"), key: clinic.key))
      case .noKey: try file.removeItem(atPath: clinic.path("clinic.pub"))
      case .secretKey: try clinic.put("clinic.pub", clinic.key.withFile { $0 })
      case .flippedPack:
        var pack = try clinic.bytes(of: "knee.pack")
        pack[pack.count / 2] ^= 1
        try clinic.put("knee.pack", pack)
      }
    }
  }

  @Test(arguments: Harm.allCases)
  func `what is not signed by the key is refused, in the check and on the screen`(
    harm: Harm
  ) throws {
    try clinic.sign(Clinic.pack())
    try harm.inflict(on: clinic)
    let run = try clinic.check()
    #expect(run.status == 65, "\(run.error)")
    #expect(run.output.contains("not ready: the content: "), "\(run.output)")
    #expect(run.output.contains(harm.words), "\(run.output)")

    // The supervisor's own words: none of the pack counts.
    let log = Program.newPath("log")
    let terminal = try PseudoTerminal(
      "/bin/sh",
      [
        "-c", #"exec "$0" kiosk --config "$1" 2>"$2""#, Program.path(), try clinic.settings(), log,
      ])
    #expect(terminal.wait(for: "Please ask the staff.", milliseconds: 10_000))
    #expect(!terminal.screenText.contains("111"), "words of a pack that nobody answers for")
    let said = try String(contentsOfFile: log, encoding: .utf8)
    #expect(said.contains(harm.words) && said.contains(": out of order\n"), "\(said)")
    #expect(Kiosk(terminal: terminal).visitor == nil)
    Kiosk(terminal: terminal).expectToEnd()
  }

  /// The signature all of it, the pack here and there; in full everywhere.
  @Test func `no byte of either file can be another`() throws {
    let pack = try Clinic.pack()
    let signature = PackSignature.sign(pack, key: clinic.key)
    try clinic.sign(pack)
    func expectRefused(_ name: String, _ bytes: [UInt8], at place: Int) throws {
      var changed = bytes
      changed[place] ^= UInt8(1 << (place % 8))
      try clinic.put(name, changed)
      let run = try clinic.check()
      #expect(run.output.contains("not ready: the content: "), "byte \(place) of \(name)")
      try clinic.put(name, bytes)
    }
    for place in stride(from: 0, to: signature.count, by: Kiosk.isInFull ? 1 : 5) {
      try expectRefused("knee.pack.sig", signature, at: place)
    }
    for place in stride(from: 0, to: pack.count, by: Kiosk.isInFull ? 997 : pack.count / 15) {
      try expectRefused("knee.pack", pack, at: place)
    }
    #expect(try clinic.check().output.contains("\nready: the content is signed by"))
  }

  /// A pack and a signature that were good when the kiosk began.
  @Test func `a pack that loses its signature while it runs leads to the page, and back`() throws {
    try clinic.sign(Clinic.pack())
    let kiosk = try Kiosk.started(with: clinic.settings("retry-seconds = 2"))
    let visitor = try #require(kiosk.visitor)
    try clinic.put("knee.pack.sig", PackSignature.sign(Clinic.pack(), key: try SecretKey()))
    // Nobody is there, so nobody has to begin for it.
    #expect(kiosk.terminal.wait(for: words[.outOfOrder], milliseconds: 12_000))
    #expect(!Kiosk.isAlive(visitor))
    try clinic.sign(Clinic.pack())
    #expect(kiosk.waitForNext(after: visitor, milliseconds: 6000))
    kiosk.expectToEnd()
  }
}

/// Packs that are installed, and the way back.
@Suite(.serialized) struct KioskPacksTests {
  private let clinic: Clinic

  init() throws {
    clinic = try Clinic()
    try clinic.sign(Clinic.pack("First"), as: "first.pack")
    try clinic.sign(Clinic.pack("Second"), as: "second.pack")
  }

  private func keep(_ arguments: String...) throws -> Program.Run {
    try Program.run(["kiosk", "--config", clinic.settingsForInstalled()] + arguments)
  }

  private func digest(_ name: String) throws -> String {
    PackDigest(of: try clinic.bytes(of: name)).description
  }

  @Test func `one command installs, one lists and one goes back`() throws {
    let (first, second) = (try digest("first.pack"), try digest("second.pack"))
    try keep("--roll-back").expectOneLine(status: 65, "no pack before this one")
    #expect(try keep("--list-packs").output == "none is installed\n")
    #expect(try keep("--check").output.contains("no pack is installed; install one"))
    for (name, digest) in [("first.pack", first), ("second.pack", second)] {
      let run = try keep("--install-pack", clinic.path(name))
      #expect(run.output == "in use from the next visit on: \(digest)\n", "\(run.error)")
    }
    #expect(try keep("--list-packs").output == "current \(second)\nprevious \(first)\n")
    #expect(try keep("--roll-back").output == "in use again from the next visit on: \(first)\n")
    #expect(try keep("--list-packs").output == "current \(first)\nprevious \(second)\n")
  }

  @Test func `what is not signed is not installed, and the old one stays`() throws {
    #expect(try keep("--install-pack", clinic.path("first.pack")).status == 0)
    try FileManager.default.removeItem(atPath: clinic.path("second.pack.sig"))
    try keep("--install-pack", clinic.path("second.pack"))
      .expectOneLine(status: 65, "second.pack: the signature is missing")
    var bytes = try clinic.bytes(of: "first.pack")
    bytes[100] ^= 1
    try clinic.put("first.pack", bytes)
    try keep("--install-pack", clinic.path("first.pack")).expectOneLine(
      status: 65, "another pack's")
    #expect(try keep("--list-packs").output.split(separator: "\n").count == 1)
    #expect(try keep("--check").output.contains("\nready: the content is signed by"))
  }

  @Test func `without a folder of packs, or with two commands, nothing is done`() throws {
    try Program.run(
      "kiosk", "--config", Kiosk.settings(), "--install-pack", clinic.path("first.pack")
    ).expectOneLine(status: 78, "write packs and pack-key")
    let run = try keep("--roll-back", "--list-packs")
    #expect(run.status == 64 && run.error.contains("give one of them"))
  }

  /// Between visits alone: who has begun goes on with what they began with.
  @Test func `a new pack is taken up on the first screen, and not in a visit`() throws {
    #expect(try keep("--install-pack", clinic.path("first.pack")).status == 0)
    let kiosk = try Kiosk.started(with: clinic.settingsForInstalled(), waitingFor: "First")
    let terminal = kiosk.terminal
    let first = kiosk.visitor
    terminal.send("<enter>" as Keys)
    #expect(terminal.wait(for: "Do you have any of these signs now?"))
    #expect(try keep("--install-pack", clinic.path("second.pack")).status == 0)
    terminal.wait(milliseconds: 7000) { false }
    #expect(kiosk.visitor == first, "a visit was ended for a pack")
    terminal.send("q" as Keys)
    #expect(terminal.wait(for: "Second"), "\(terminal.screenText)")
    try #require(kiosk.waitForNext(after: first))
    let waiting = kiosk.visitor
    #expect(try keep("--roll-back").status == 0)
    #expect(terminal.wait(for: "First", milliseconds: 12_000), "\(terminal.screenText)")
    #expect(kiosk.visitor != waiting)
    kiosk.expectToEnd()
  }

  @Test func `one that is damaged where it lies is out of order, and rolled back`() throws {
    for name in ["first.pack", "second.pack"] {
      #expect(try keep("--install-pack", clinic.path(name)).status == 0)
    }
    var bytes = try clinic.bytes(of: "second.pack")
    bytes[bytes.count / 2] ^= 4
    try clinic.put("packs/\(digest("second.pack")).pack", bytes)
    #expect(try keep("--check").output.contains("not ready: the content: "))
    #expect(try keep("--list-packs").output.contains("another pack's"))
    let kiosk = try Kiosk.started(
      with: clinic.settingsForInstalled("retry-seconds = 2"), waitingFor: "Please ask the staff.")
    #expect(try keep("--roll-back").status == 0)
    #expect(kiosk.terminal.wait(for: "First", milliseconds: 8000), "\(kiosk.terminal.screenText)")
    kiosk.expectToEnd()
  }
}

/// Whether a clinician has read the rules.
@Suite(.serialized) struct KioskSignOffTests {
  private let words = FixturePack.pack.wording

  @Test(arguments: [true, false])
  func `rules that nobody has signed off are said to be so`(isSignedOff: Bool) throws {
    let pack = try Program.file("knee.pack", Clinic.pack(signedOff: isSignedOff))
    let settings = try Kiosk.settings(pack: pack)
    let run = try Program.run("kiosk", "--check", "--config", settings)
    #expect(run.output.contains("\nready: the rules are signed off by Dr. Thing") == isSignedOff)
    #expect(
      run.output.contains("\nto do: a clinician's word on the rules: nobody has") != isSignedOff)
    let about = try Program.run("--about", pack: pack)
    #expect(about.output.contains(words[.aboutNotSignedOff]) != isSignedOff)

    let kiosk = try Kiosk.started(with: settings)
    kiosk.terminal.send("?" as Keys)
    #expect(kiosk.terminal.wait(for: words[.helpHeading]))
    kiosk.terminal.send("<end>" as Keys)
    if isSignedOff {
      kiosk.terminal.wait(milliseconds: 200) { false }
      #expect(!kiosk.terminal.screenText.contains(words[.aboutNotSignedOff]))
    } else {
      #expect(kiosk.terminal.wait(for: words[.aboutNotSignedOff]))
    }
    kiosk.expectToEnd()
  }
}
