import ClinicTrust
import FixturePack
import Foundation
internal import Glibc
import QuestionnaireModel
import RecommendationCore
import TerminalTestKit
import Testing
import TextUI

/// How old a kiosk's content may be.
@Suite(.serialized) struct KioskReviewTests {
  private let clinic: Clinic
  private let words = FixturePack.pack.wording

  init() throws { clinic = try Clinic() }

  /// One row a day of the review, counted from today, and the line of the check.
  @Test(arguments: [
    (365, "\nready: the content is reviewed; the next review is due in 365 days\n", true),
    (31, "\nready: the content is reviewed; the next review is due in 31 days\n", true),
    (30, "\nto do: the review of the content: the review of the content is due in 30 days;", true),
    (0, "\nto do: the review of the content: the review of the content is due in 0 days;", true),
    (
      -1, "\nnot ready: the review of the content: the review of the content was due 1 days ago",
      false
    ),
  ])
  func `its review has a state`(days: Int, line: String, isUsable: Bool) throws {
    let long = try Clinic.day(in: -400)
    try clinic.sign(Clinic.pack(due: Clinic.day(in: days), reviewed: long))
    let run = try clinic.check()
    #expect(run.output.contains(line), "\(run.output)")
    // The terminal is none in a pipe: 78; the content comes first.
    #expect(run.status == (isUsable ? 78 : 65))
  }

  @Test func `past its date it is out of order, until the clinic signs a day`() throws {
    let pack = try Clinic.pack(due: Clinic.day(in: -1), reviewed: Clinic.day(in: -400))
    try clinic.sign(pack)
    let kiosk = try Kiosk.started(
      with: clinic.settings("retry-seconds = 2"), waitingFor: words[.outOfOrder])
    #expect(kiosk.terminal.screenText.contains("111") && kiosk.visitor == nil)
    func override(_ days: Int, of pack: [UInt8], by key: SecretKey) throws {
      let override = ReviewOverride(pack: PackDigest(of: pack), until: try Clinic.day(in: days))
      try clinic.put("knee.pack.override", override.signed(by: key))
    }
    // Of another pack, of another key, until yesterday.
    try override(9, of: Clinic.pack(), by: clinic.key)
    #expect(try clinic.check().output.contains("was due 1 days ago; install a newer"))
    try override(9, of: pack, by: SecretKey())
    #expect(
      try clinic.check().output.contains("knee.pack.override: it was signed with another key"))
    try override(-1, of: pack, by: clinic.key)
    #expect(try clinic.check().output.contains("was due 1 days ago; install a newer"))
    #expect(kiosk.visitor == nil)
    try override(0, of: pack, by: clinic.key)
    #expect(try clinic.check().output.contains("\nto do: the review of the content: "))
    #expect(kiosk.waitForNext(after: nil, milliseconds: 6000), "\(kiosk.terminal.screenText)")
    kiosk.expectToEnd()
  }

  @Test func `an override without a key counts for nothing`() throws {
    let pack = try Clinic.pack(due: Clinic.day(in: -1), reviewed: Clinic.day(in: -400))
    try clinic.sign(pack)
    let override = ReviewOverride(pack: PackDigest(of: pack), until: try Clinic.day(in: 9))
    try clinic.put("knee.pack.override", override.signed(by: clinic.key))
    let run = try Program.run(
      "kiosk", "--check", "--config", Kiosk.settings(pack: clinic.path("knee.pack")))
    #expect(run.output.contains("\nnot ready: the review of the content: "), "\(run.output)")
  }

  @Test func `one for the pack in use is installed, and no other`() throws {
    let old = try Clinic.pack(due: Clinic.day(in: -1), reviewed: Clinic.day(in: -400))
    try clinic.sign(old)
    let settings = try clinic.settingsForInstalled()
    func keep(_ arguments: String...) throws -> Program.Run {
      try Program.run(["kiosk", "--config", settings] + arguments)
    }
    #expect(try keep("--install-pack", clinic.path("knee.pack")).status == 0)
    #expect(try keep("--check").output.contains("\nnot ready: the review of the content: "))
    for (pack, status) in [(try Clinic.pack(), 65), (old, 0)] as [([UInt8], Int32)] {
      let override = ReviewOverride(pack: PackDigest(of: pack), until: try Clinic.day(in: 9))
      try clinic.put("word", override.signed(by: clinic.key))
      #expect(try keep("--install-override", clinic.path("word")).status == status)
    }
    #expect(try keep("--check").output.contains("\nto do: the review of the content: "))
  }

  @Test func `a clock before the review is a fault, whatever the clinic signs`() throws {
    let pack = try Clinic.pack(reviewed: Clinic.day(in: 2))
    try clinic.sign(pack)
    let override = ReviewOverride(pack: PackDigest(of: pack), until: try Clinic.day(in: 9))
    try clinic.put("knee.pack.override", override.signed(by: clinic.key))
    #expect(try clinic.check().output.contains("which has been; set the date"))
    let kiosk = try Kiosk.started(with: clinic.settings(), waitingFor: words[.outOfOrder])
    kiosk.expectToEnd()
  }

  /// The program's own day is that of its file.
  @Test func `a clock before the build of the program is a fault`() throws {
    try clinic.sign(Clinic.pack())
    let program = clinic.path("kneeguide")
    try FileManager.default.copyItem(atPath: Program.path(), toPath: program)
    func check() throws -> String {
      let process = Process()
      let output = Pipe()
      process.executableURL = URL(fileURLWithPath: program)
      process.arguments = ["kiosk", "--check", "--config", try clinic.settings()]
      process.standardOutput = output
      try process.run()
      let data = output.fileHandleForReading.readDataToEndOfFile()
      process.waitUntilExit()
      return String(decoding: data, as: UTF8.self)
    }
    #expect(try check().contains("\nready: the content is reviewed"))
    try FileManager.default.setAttributes(
      [.modificationDate: Date.now.addingTimeInterval(3 * 86_400)], ofItemAtPath: program)
    #expect(try check().contains("before \(Clinic.day(in: 3)), which has been; set the date"))
  }
}

/// The example patients of a pack, run where it is used.
@Suite(.serialized) struct KioskPatientsTests {
  @Test func `the check runs the example patients of the pack in use`() throws {
    let clinic = try Clinic()
    let pack = try Clinic.pack()
    try clinic.sign(pack)
    func line() throws -> String {
      try String(
        #require(clinic.check().output.split(separator: "\n").first { $0.contains("example pat") }))
    }
    #expect(try line().hasPrefix("not checked: the example patients: they are not beside"))
    let day = try #require(Day(year: 2026, month: 11, day: 22))
    func put(for pack: [UInt8], _ change: (String) -> String = { $0 }) throws {
      let patients = (50...51).map { age in
        var response = QuestionnaireResponse()
        response["age"] = .number(Quantity(Double(age), .years))
        return PatientFile.Patient(id: "aged-\(age)", day: day, response: response)
      }
      let file = PatientFile.write(
        patients, of: FixturePack.pack, digest: PackDigest(of: pack))
      try clinic.put(
        "knee.pack.patients", Array(change(String(decoding: file, as: UTF8.self)).utf8))
    }
    try put(for: pack)
    #expect(try line() == "ready: 2 example patients have the result that they should")
    try put(for: pack) { $0.replacing("\":51", with: "\":67").replacing("\": 51", with: "\": 67") }
    #expect(
      try line().contains("not ready: the example patients: 1 of 2 have another result, aged-51"))
    try put(for: Clinic.pack("Another"))
    #expect(try line().contains("are another pack's"))

    try put(for: pack)
    let settings = try clinic.settingsForInstalled()
    let run = try Program.run(
      "kiosk", "--config", settings, "--install-pack", clinic.path("knee.pack"))
    #expect(run.status == 0, "\(run.error)")
    #expect(
      try Program.run("kiosk", "--config", settings, "--check").output
        .contains("\nready: 2 example patients"))
  }
}
