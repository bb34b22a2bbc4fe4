import Testing
import TextUI

struct KeyBurstTests {
  /// R77: reads of so many keys at so many milliseconds, and whether each is part of a burst.
  @Test(
    arguments: [
      ([(1, 0)], [false]), ([(30, 0)], [false]), ([(31, 0)], [true]), ([(0, 0)], [false]),
      // What adds up within 20 milliseconds.
      ([(15, 0), (15, 19)], [false, false]), ([(15, 0), (16, 19)], [false, true]),
      ([(15, 0), (16, 20)], [false, false]), ([(30, 5), (30, 25)], [false, false]),
      // It goes on until there is a pause, however few keys come.
      ([(31, 0), (1, 10), (1, 25), (1, 44)], [true, true, true, true]),
      ([(31, 0), (1, 20), (1, 21)], [true, false, false]),
      ([(4096, 0), (4096, 3), (12, 9), (1, 40)], [true, true, true, false]),
      // A key held down comes 30 times a second.
      ((0..<90).map { (1, Int64($0) * 33) }, Array(repeating: false, count: 90)),
    ] as [([(Int, Int64)], [Bool])])
  func `more than 30 keys in 20 milliseconds are a burst`(
    reads: [(Int, Int64)], expected: [Bool]
  ) {
    var burst = KeyBurst()
    #expect(reads.map { burst.take($0.0, at: $0.1) } == expected)
  }
}
