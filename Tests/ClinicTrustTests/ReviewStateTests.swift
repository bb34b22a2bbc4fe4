import ClinicTrust
import QuestionnaireModel
import Testing

struct ReviewStateTests {
  private static let pack = PackDigest(of: [1])
  private static let other = PackDigest(of: [2])

  private func day(_ text: String) throws -> Day { try #require(Day(text)) }

  /// Reviewed on 2026-11-22, due on 2027-11-22.
  @Test func `a day has its state`() throws {
    let dates = (reviewed: try day("2026-11-22"), due: try day("2027-11-22"))
    let until = try day("2027-12-31")
    let rows: [(on: String, override: (PackDigest, Day)?, built: String?, ReviewState)] = [
      ("2026-11-22", nil, nil, .current(days: 365)),
      ("2027-10-22", nil, nil, .current(days: 31)),
      ("2027-10-23", nil, nil, .dueSoon(days: 30)),
      ("2027-11-22", nil, nil, .dueSoon(days: 0)),
      ("2027-11-23", nil, nil, .overdue(days: 1)),
      ("2027-11-23", (Self.pack, until), nil, .postponed(days: 1, until: until)),
      ("2027-12-31", (Self.pack, until), nil, .postponed(days: 39, until: until)),
      ("2028-01-01", (Self.pack, until), nil, .overdue(days: 40)),
      ("2027-11-23", (Self.other, until), nil, .overdue(days: 1)),
      ("2027-11-01", (Self.pack, until), nil, .dueSoon(days: 21)),
      ("2026-11-21", nil, nil, .clockWrong(before: dates.reviewed)),
      ("1970-01-01", (Self.pack, until), nil, .clockWrong(before: dates.reviewed)),
      ("2027-01-14", nil, "2027-01-15", .clockWrong(before: try day("2027-01-15"))),
      ("2027-01-15", nil, "2027-01-15", .current(days: 311)),
      ("2026-11-21", nil, "2026-01-01", .clockWrong(before: dates.reviewed)),
    ]
    for (on, override, built, state) in rows {
      let dates = ReviewDates(
        reviewed: dates.reviewed, due: dates.due, built: try built.map { try day($0) })
      let found = ReviewState(
        dates, of: Self.pack, on: try day(on),
        override: override.map { ReviewOverride(pack: $0.0, until: $0.1) })
      #expect(found == state, "\(on)")
    }
  }

  @Test func `only a reviewed or a postponed pack is used`() throws {
    let day = try day("2027-01-01")
    let rows: [(ReviewState, Bool, Int?)] = [
      (.current(days: 40), true, 40), (.dueSoon(days: 3), true, 3),
      (.postponed(days: 2, until: day), true, -2), (.overdue(days: 2), false, -2),
      (.clockWrong(before: day), false, nil),
    ]
    for (state, isUsable, days) in rows {
      #expect(state.isUsable == isUsable)
      #expect(state.daysToReview == days)
      #expect(!state.message.isEmpty)
    }
  }

  @Test func `an override reads back, and no bit of it can be turned`() throws {
    let key = try SecretKey()
    let override = ReviewOverride(pack: Self.pack, until: try day("2027-12-31"))
    let file = override.signed(by: key)
    #expect(file.count == ReviewOverride.length)
    #expect(try ReviewOverride(file: file, key: key.publicKey) == override)
    for bit in 0..<file.count * 8 {
      var other = file
      other[bit / 8] ^= 1 << (bit % 8)
      #expect(throws: SignatureFault.self, "bit \(bit)") {
        try ReviewOverride(file: other, key: key.publicKey)
      }
    }
    let another = try SecretKey()
    #expect(throws: SignatureFault.wrongKey) {
      try ReviewOverride(file: file, key: another.publicKey)
    }
    #expect(throws: SignatureFault.missing) { try ReviewOverride(file: [], key: key.publicKey) }
  }
}
