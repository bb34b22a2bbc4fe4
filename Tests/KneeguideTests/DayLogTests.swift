import QuestionnaireModel
import Testing
import kneeguide

/// What the log of a kiosk tells of visits: the day, and neither the second nor the order.
struct DayLogTests {
  private final class Clinic {
    var day: Day?
    var lines: [String] = []
  }

  private let clinic = Clinic()
  private let log: DayLog

  init() {
    log = DayLog(on: { [clinic] in clinic.day }, log: { [clinic] in clinic.lines.append($0) })
    clinic.day = Day("2026-11-23")
  }

  @Test func `nothing is told on its day, and all of it once on the next`() {
    #expect(log.turn() && !log.turn())
    for line in ["b failed", "a failed", "b failed"] { log.hold(line) }
    #expect(!log.turn() && clinic.lines == [])
    clinic.day = Day("2026-11-24")
    log.hold("c failed")
    #expect(log.turn() && !log.turn())
    let told = ["on 2026-11-23: a failed", "on 2026-11-23: b failed"]
    #expect(clinic.lines == told)
    clinic.day = Day("2026-11-25")
    #expect(log.turn() && clinic.lines == told + ["on 2026-11-24: c failed"])
  }

  @Test func `the end of the kiosk is the end of its day`() {
    _ = log.turn()
    log.hold("a failed")
    log.end()
    log.end()
    #expect(clinic.lines == ["on 2026-11-23: a failed"])
  }

  /// A clock that is set back leaves no line behind.
  @Test func `another day may be one before`() {
    log.hold("a failed")
    clinic.day = Day("2026-11-22")
    #expect(log.turn() && clinic.lines == ["on 2026-11-23: a failed"])
  }

  @Test func `without a day there is nothing to tell`() {
    clinic.day = nil
    log.hold("a failed")
    #expect(!log.turn())
    log.end()
    #expect(clinic.lines == [])
  }
}
