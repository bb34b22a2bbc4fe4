import Kiosk
import Printing
import Testing

@Suite struct `What a visitor sends to be printed` {
  private static let texts = ["Page one\n\u{0C}Page two – é\n", "", "print 3\nabc"].map {
    Array($0.utf8)
  }

  @Test(arguments: [1, 2, 7, 1000])
  func `arrives whole however it is cut`(size: Int) throws {
    let bytes = Self.texts.flatMap { PagesReader.message($0) }
    var reader = PagesReader()
    var read: [[UInt8]] = []
    for start in stride(from: 0, to: bytes.count, by: size) {
      let new = reader.read(bytes[start..<min(start + size, bytes.count)])
      read += try #require(new)
    }
    #expect(read == Self.texts)
  }

  @Test(arguments: [
    "print 99999999\n", "print -1\n", "print 131073\n", "print 1 2\nab", "lp 3\nabc", "\n",
    "print 000000000000000003\nabc",
  ])
  func `is nothing else`(text: String) {
    var reader = PagesReader()
    let read = reader.read(Array(text.utf8))
    #expect(read == nil)
  }

  @Test func `is cut where it is too long`() {
    var reader = PagesReader()
    let read = reader.read(
      PagesReader.message([UInt8](repeating: 0x61, count: PrintJob.longest + 9)))
    #expect(read?.map(\.count) == [PrintJob.longest])
  }
}
