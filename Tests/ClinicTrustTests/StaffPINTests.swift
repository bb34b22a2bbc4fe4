import ClinicTrust
import Testing

/// Digits as somebody types them.
func digits(_ text: String) throws -> PINDigits {
  let digits = try #require(PINDigits())
  for byte in text.utf8 { #expect(digits.append(byte)) }
  return digits
}

struct StaffPINTests {
  @Test func `its own digits match, and no others`() throws {
    let pin = try StaffPIN(try digits("271828"))
    #expect(pin.matches(try digits("271828")))
    for other in ["271829", "27182", "2718280", "", "828172"] {
      #expect(!pin.matches(try digits(other)), "\(other)")
    }
    #expect(pin.hash.hasPrefix("$argon2id$v=19$m=65536,t=2,p=1$"))
    #expect(!pin.hash.contains("271828"))
    #expect(try StaffPIN(hash: pin.hash) == pin)
    #expect(try StaffPIN(try digits("271828")) != pin, "the salt is the same twice")
  }

  @Test func `it has six to twelve digits in no order`() throws {
    for (text, fault) in [
      ("27182", PINFault.tooShort), ("", .tooShort), ("000000", .guessable),
      ("123456", .guessable), ("987654", .guessable), ("345678", .guessable),
    ] {
      #expect(throws: fault) { try StaffPIN(try digits(text)) }
    }
    let full = try digits("271828182845")
    #expect(!full.append(0x30), "a thirteenth digit was taken")
    #expect(try StaffPIN(full).matches(try digits("271828182845")))
  }

  @Test func `digits can be taken back, and nothing else is one`() throws {
    let typed = try digits("1234567")
    for byte in [UInt8(0), 0x2F, 0x3A, 0x41, 0xFF] { #expect(!typed.append(byte)) }
    typed.removeLast()
    #expect(typed.count == 6)
    typed.clear()
    typed.removeLast()
    #expect(typed.count == 0)
    for byte in "271828".utf8 { #expect(typed.append(byte)) }
    #expect(try StaffPIN(typed).matches(try digits("271828")))
  }

  @Test(arguments: [
    "", "271828", "$argon2id$v=19$m=65536,t=2,p=1$", "$argon2id$v=19$m=65536,t=2,p=1$x$y",
    "$argon2id$v=19$m=4194304,t=9,p=1$AAAAAAAAAAAAAAAAAAAAAA$"
      + "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
    String(repeating: "$", count: 300),
  ])
  func `what is no hash of ours is refused`(text: String) {
    #expect(throws: PINFault.noHash) { try StaffPIN(hash: text) }
  }

  @Test func `a damaged file is no PIN, and a failed write keeps the old one`() throws {
    let pin = try StaffPIN(try digits("271828"))
    var store = MemoryStore()
    try StaffPINFile.write(pin, in: "k", calls: &store)
    let steps = store.log.count
    for trouble in MemoryStore.Trouble.allCases {
      for failing in 1...steps {
        var broken = store.restarted
        (broken.failing, broken.trouble) = (failing, trouble)
        let other = try StaffPIN(hash: pin.hash)
        _ = try? StaffPINFile.write(other, in: "k", calls: &broken)
        var after = broken.restarted
        #expect(try StaffPINFile.read(in: "k", calls: &after) == pin)
      }
    }
    for bytes in [[], [0xFF, 0x0A], Array(pin.hash.utf8), Array((pin.hash + "x\n").utf8)] {
      store.files["k/staff-pin"] = bytes
      #expect(throws: PINFault.noHash) { try StaffPINFile.read(in: "k", calls: &store) }
    }
  }
}

struct PINAttemptsTests {
  @Test func `five tries, then waits that double up to an hour`() {
    var attempts = PINAttempts()
    var now = 1000
    for _ in 1...5 { #expect(attempts.begin(at: now) == .mayTry) }
    for minutes in [1, 2, 4, 8, 16, 32, 60, 60, 60] {
      #expect(attempts.begin(at: now) == .wait(minutes * 60_000))
      #expect(attempts.begin(at: now + minutes * 60_000 - 1) == .wait(1))
      #expect(attempts.wait(at: now + 1) == minutes * 60_000 - 1)
      now += minutes * 60_000
      #expect(attempts.wait(at: now) == 0)
      #expect(attempts.begin(at: now) == .mayTry)
    }
  }

  @Test func `the right PIN ends the counting`() {
    var attempts = PINAttempts()
    for _ in 1...4 { #expect(attempts.begin(at: 0) == .mayTry) }
    #expect(attempts.begin(at: 0) == .mayTry)
    attempts.wasRight()
    #expect(attempts == PINAttempts())
    for _ in 1...5 { #expect(attempts.begin(at: 0) == .mayTry) }
    #expect(attempts.begin(at: 0) == .wait(60_000))
  }

  @Test func `asking while closed makes nothing longer, and a try that never ends counts`() {
    var attempts = PINAttempts()
    for _ in 1...5 { _ = attempts.begin(at: 0) }
    for now in [0, 1, 30_000, 59_999] { #expect(attempts.begin(at: now) == .wait(60_000 - now)) }
    #expect(attempts.begin(at: 60_000) == .mayTry)
    #expect(attempts.begin(at: 60_000) == .wait(120_000))
  }

  @Test func `years of tries overflow nothing`() {
    var attempts = PINAttempts()
    for turn in 0..<10_000 { #expect(attempts.begin(at: turn * 3_600_000) == .mayTry) }
  }
}
