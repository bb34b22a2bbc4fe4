import ClinicTrust
import QuestionnaireModel
import Testing

struct KioskStatusTests {
  @Test func `all that is known stands in one line each`() throws {
    var status = KioskStatus(version: "0.1.0")
    status.pack = KioskStatus.Pack(id: "knee", version: "0.2.0", hash: "5f00", isSignedOff: false)
    status.lastVisitFinished = KioskStatus.Hour(day: try #require(Day("2026-11-22")), hour: 9)
    status.crashes = 2
    status.emergencies = 1
    status.printer = .failed
    status.printerFault = "out-of-paper"
    status.notifier = .failed
    status.keeper = .ready
    status.sealedPages = 3
    status.review = .dueSoon(days: 12)
    #expect(
      status.text == """
        state=serving
        reason=-
        version=0.1.0
        settings=ok
        pack=knee
        pack-version=0.2.0
        pack-hash=5f00
        signed-off=no
        last-visit-finished=2026-11-22 09h
        crashes=2
        emergencies=1
        printer=failed
        printer-fault=out-of-paper
        notifier=failed
        keeper=ready
        sealed-pages=3
        days-to-review=12
        review=the review of the content is due in 12 days; ask for a newer pack

        """)
  }

  @Test func `what there is not is a dash, and the keys stay`() {
    var status = KioskStatus(version: "0.1.0")
    status.outOfOrder = "no pack\nstate=serving"
    status.settingsFault = "line 2: 'bell'"
    let lines = status.text.split(separator: "\n")
    #expect(lines.count == 18)
    #expect(lines.first == "state=out-of-order")
    #expect(lines.contains("reason=no pack?state=serving"))
    #expect(lines.contains("settings=line 2: 'bell'"))
    #expect(lines.contains("last-visit-finished=-"))
    #expect(lines.contains("days-to-review=-"))
  }

  @Test func `an hour is one of the day's`() throws {
    let day = try #require(Day("2026-11-22"))
    for hour in [-1, 24] { #expect(KioskStatus.Hour(day: day, hour: hour) == nil) }
  }

  @Test func `a monitor reads the last whole status`() throws {
    var store = MemoryStore()
    #expect(try KioskStatusFile.read(in: "s", calls: &store) == nil)
    for version in ["1", "2"] {
      let status = KioskStatus(version: version)
      try KioskStatusFile.write(status, in: "s", calls: &store)
      #expect(try KioskStatusFile.read(in: "s", calls: &store) == status.text)
    }
    #expect(Array(store.files.keys) == ["s/status"])
    #expect(store.modes["s/status"] == 0o644)
  }
}
