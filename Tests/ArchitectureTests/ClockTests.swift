import Testing

@Suite struct `The clock` {
  private static let calls =
    #"[^A-Za-z_](time\s*\(\s*(?:nil|NULL|&)|gettimeofday|clock_gettime|localtime\w*|gmtime\w*|mktime|strftime|timer_create|setitimer|alarm\s*\(|Date\s*\(\s*\)|Date\.now|ContinuousClock|SuspendingClock|Calendar|Timer)"#

  /// The programs of authors and tests, and what only they are made of.
  private static let others = ["kneeguide-content", "kneeguide-soak", "ContentCompiler"]

  private static let files = Tree.files(below: "Sources", endingIn: [".swift", ".c", ".h"])
    .filter { file in !others.contains { file.hasPrefix("Sources/\($0)/") } }

  /// R84: a clock that jumps, or the change to summer time, cannot do anything to a walkthrough.
  ///
  /// The day is read once, before it begins; between keys there is only the clock that never jumps.
  @Test func `is read by the patient's program in few places`() throws {
    var found: [String: Set<String>] = [:]
    for file in Self.files {
      let calls = try Tree.text(file).withoutCommentsAndLiterals.firstGroups(of: Self.calls)
      if !calls.isEmpty { found[file] = Set(calls) }
    }
    #expect(
      found == [
        "Sources/kneeguide/Today.swift": ["time(nil", "localtime_r"],
        "Sources/CTerminal/input.c": ["clock_gettime"],
        "Sources/CProcess/process.c": ["clock_gettime"],
        "Sources/Export/ByteFilter.swift": ["clock_gettime"],
      ])
    for file in ["CTerminal/input.c", "CProcess/process.c", "Export/ByteFilter.swift"] {
      let clocks = try Tree.text("Sources/\(file)").firstGroups(of: #"clock_gettime\((\w+)"#)
      #expect(clocks == ["CLOCK_MONOTONIC"], "in \(file)")
    }
  }

  /// R84: neither loop, nor anything that it calls, asks for the day; a kiosk that nobody uses does,
  /// and begins anew on another one.
  @Test func `gives the day before anything is drawn`() throws {
    let readers = try Self.files.filter { try Tree.text($0).contains(/today(OrFailure)?\(\)/) }
    let known = [
      "ContentWatch", "KioskCheck", "KioskKeeper", "KioskRecord", "KioskSealing", "KioskStaff",
      "KioskVisitor", "Read", "Recommend", "Screen", "Today", "Walk",
    ]
    #expect(readers.sorted() == known.map { "Sources/kneeguide/\($0).swift" })
    // On the way in alone: the states of the walk and of the reading are made with it.
    for file in ["Walk", "Read"] {
      let text = try Tree.text("Sources/kneeguide/\(file).swift")
      let day = try #require(text.firstRange(of: "Day.todayOrFailure()"))
      #expect(text.ranges(of: "Day.todayOrFailure()").count == 1)
      let begun = try #require(text.firstRange(of: "try walk("), "\(file).swift begins no walk")
      #expect(day.lowerBound < begun.lowerBound)
    }
  }
}
