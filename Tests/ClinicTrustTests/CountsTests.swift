import ClinicTrust
import Export
import Glibc
import QuestionnaireModel
import RecommendationCore
import Testing

struct CountsTests {
  private let names = CountNames(sections: ["signs", "pain", "health"], languages: ["en", "es"])
  private let day: Day

  init() throws { day = try #require(Day("2026-11-22")) }

  private func visit(_ number: Int) -> VisitCount {
    VisitCount(
      end: number % 3 == 0 ? .left(section: number % 4 == 3 ? nil : number % 4) : .finished,
      level: [nil, .routine, .selfCare, .emergencyCall][number % 4],
      language: number % 5 == 0 ? 1 : 0, length: VisitLength(minutes: number * 3))
  }

  private func pool(_ visits: some Sequence<Int>) -> CountPool {
    var pool = CountPool()
    for number in visits { pool.add(visit(number), names: names) }
    return pool
  }

  private typealias Folder = CountsFolder<MemoryStore>

  @Test func `nothing is on the disk before ten visits have come together`() throws {
    var folder = Folder("c", calls: MemoryStore())
    var pool = CountPool()
    for number in 1...9 {
      pool.add(visit(number), names: names)
      #expect(try folder.write(&pool, on: day) == .notYet)
      #expect(folder.calls.log.isEmpty)
    }
    pool.add(visit(10), names: names)
    #expect(try folder.write(&pool, on: day) == .added)
    #expect(pool == CountPool())
    #expect(Array(folder.calls.files.keys) == ["c/counts-2026-11-22.txt"])
    #expect(folder.calls.modes["c/counts-2026-11-22.txt"] == 0o600)
  }

  @Test func `the file holds the sums and reads back`() throws {
    let counts = pool(1...10).counts
    let text = String(decoding: counts.file(of: day), as: UTF8.self)
    #expect(
      text == """
        kneeguide-counts 1
        day 2026-11-22
        finished 7
        language.en 8
        language.es 2
        left._ 1
        left.health 1
        left.pain 1
        level._ 2
        level.emergency-call 2
        level.routine 3
        level.self-care 3
        minutes.0-4 1
        minutes.10-14 1
        minutes.15-19 2
        minutes.20-29 3
        minutes.30-up 1
        minutes.5-9 2
        started 10
        end

        """)
    #expect(Counts(file: Array(text.utf8), of: day) == counts)
    #expect(Counts(file: Array(text.utf8), of: try #require(Day("2026-11-23"))) == nil)
  }

  /// R16: nothing tells whether somebody had it read aloud, changed the colors or needed more time.
  @Test(arguments: ["speech 4", "speech.on 4", "look.light 4", "more-time 4", "keypad 4"])
  func `nothing is counted beyond the closed list`(line: String) throws {
    let listed = /(started|finished|(left|level|language|minutes)\.[-a-z0-9_]+) [0-9]+/
    let counts = pool(1...40).counts
    #expect(counts.lines.count > 10)
    for line in counts.lines { #expect(line.wholeMatch(of: listed) != nil, "\(line)") }
    let file = String(decoding: counts.file(of: day), as: UTF8.self)
    let lines = file.split(separator: "\n").map(String.init)
    let more = lines.dropLast() + [line] + lines.suffix(1)
    func read(_ lines: some Sequence<String>) -> Counts? {
      Counts(file: Array(lines.map { $0 + "\n" }.joined().utf8), of: day)
    }
    #expect(read(lines) == counts)
    #expect(read(more.prefix(2) + more.dropFirst(2).dropLast().sorted() + ["end"]) == nil)
  }

  @Test func `the order of the visits leaves no trace`() throws {
    let file = pool(1...10).counts.file(of: day)
    #expect(pool((1...10).reversed()).counts.file(of: day) == file)
    #expect(pool([3, 1, 4, 10, 5, 9, 2, 6, 8, 7]).counts.file(of: day) == file)
    let text = String(decoding: file, as: UTF8.self)
    #expect(!text.contains(":"), "a time of the day")
  }

  @Test func `later visits are added to the day`() throws {
    var folder = Folder("c", calls: MemoryStore())
    var first = pool(1...10)
    var second = pool(11...21)
    _ = try folder.write(&first, on: day)
    _ = try folder.write(&second, on: day)
    var other = pool(1...10)
    _ = try folder.write(&other, on: try #require(Day("2026-11-23")))
    let days = try folder.days()
    #expect(days.map(\.day.description) == ["2026-11-22", "2026-11-23"])
    #expect(days.first?.counts == pool(1...21).counts)
    let report = try folder.report()
    #expect(report.hasPrefix("2 days with counts, from 2026-11-22 to 2026-11-23\n"))
    #expect(report.contains("\nstarted 31\n"))
  }

  @Test func `nothing counted is said in words`() throws {
    var folder = Folder("c", calls: MemoryStore())
    #expect(try folder.report().contains("nothing is counted yet"))
  }

  @Test func `a damaged file is set aside, not added to`() throws {
    let good = String(decoding: pool(1...10).counts.file(of: day), as: UTF8.self)
    let bad = [
      "", "hello\n", String(good.dropLast()), good + "x\n",
      good.replacing("finished 7", with: "finished 8"),
      good.replacing("started 10", with: "started 11"),
      good.replacing("language.en 8", with: "language.en +8"),
      good.replacing("language.en", with: "language.My knee hurts"),
      good.replacing("level.routine", with: "level.dire"),
      good.replacing("finished 7\n", with: "finished 7\nfinished 7\n"),
      good.replacing("2026-11-22", with: "2026-11-21"),
      good.replacing("finished 7\nlanguage.en 8\n", with: "language.en 8\nfinished 7\n"),
    ]
    var folder = Folder("c", calls: MemoryStore())
    for (number, text) in bad.enumerated() {
      var store = folder.calls.restarted
      store.files["c/counts-2026-11-22.txt"] = Array(text.utf8)
      folder = Folder("c", calls: store)
      #expect(try folder.report().contains("damaged"))
      var pool = pool(1...10)
      let aside = "counts-2026-11-22.txt.damaged-\(number + 1)"
      #expect(try folder.write(&pool, on: day) == .besideDamaged(aside), "\(text)")
      #expect(folder.calls.files["c/" + aside] == Array(text.utf8))
      #expect(folder.calls.files["c/counts-2026-11-22.txt"] == Array(good.utf8))
    }
  }

  @Test(arguments: MemoryStore.Trouble.allCases)
  func `trouble at any step keeps the old sums or has the new ones`(
    trouble: MemoryStore.Trouble
  ) throws {
    var folder = Folder("c", calls: MemoryStore())
    var first = pool(1...10)
    _ = try folder.write(&first, on: day)
    for failing in 1...6 {
      var store = folder.calls.restarted
      (store.failing, store.trouble) = (failing, trouble)
      var broken = Folder("c", calls: store)
      var second = pool(11...20)
      let isWritten = (try? broken.write(&second, on: day)) != nil
      #expect(second == (isWritten ? CountPool() : pool(11...20)), "step \(failing)")
      var after = Folder("c", calls: broken.calls.restarted)
      let visits = try after.days().first?.counts?.visits
      #expect(visits == 10 || visits == 20)
      if isWritten { #expect(visits == 20) }
      // Else they would be counted twice.
      if trouble == .failure && !isWritten { #expect(visits == 10, "step \(failing)") }
    }
  }

  @Test func `a visit goes over a pipe as five bytes, and no other bytes are one`() {
    for number in 0..<60 {
      let visit = visit(number)
      #expect(visit.bytes.count == VisitCount.byteCount)
      #expect(VisitCount(bytes: visit.bytes, names: names) == visit)
    }
    let good: [UInt8] = [0, 2, 5, 1, 5]
    #expect(VisitCount(bytes: good, names: names) != nil)
    for (place, byte) in [(0, 2), (1, 3), (2, 6), (3, 2), (4, 6), (0, 1), (4, 255)] {
      var bad = good
      bad[place] = UInt8(byte)
      #expect(VisitCount(bytes: bad, names: names) == nil, "\(bad)")
    }
    for bytes in [[], [0, 2, 5, 1], good + [0]] {
      #expect(VisitCount(bytes: bytes, names: names) == nil)
    }
  }

  @Test func `minutes fall into coarse bins`() {
    let rows: [(Int, VisitLength)] = [
      (-1, .under5), (0, .under5), (4, .under5), (5, .under10), (9, .under10), (10, .under15),
      (15, .under20), (20, .under30), (29, .under30), (30, .longer), (Int.max, .longer),
    ]
    for (minutes, length) in rows { #expect(VisitLength(minutes: minutes) == length) }
  }

  @Test func `no name but one of the content's kind is counted`() {
    let names = CountNames(
      sections: ["pain", "My knee hurts", "", "a\nb", String(repeating: "a", count: 41)],
      languages: ["en", "EN"])
    #expect(names == CountNames(sections: ["pain"], languages: ["en"]))
  }
}
