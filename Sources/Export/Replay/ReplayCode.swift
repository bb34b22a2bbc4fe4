import CSodium
package import QuestionnaireModel
package import RecommendationCore

/// The answers of a summary as a code of few lines, so that what they lead to can be worked out
/// again, or compared with what other content makes of them.
///
/// Parked answers are left out, and private ones unless they are asked for. The level and the red
/// flags in it are those of the answers in it, so that it says nothing about what was left out.
package struct ReplayCode: Equatable, Sendable {
  /// The first digits of the hash of the content, in hexadecimal.
  package let packHash: String
  package let language: String
  package let region: Region.ID
  package let day: Day
  package let level: Disposition
  package let includesPrivate: Bool
  let flags: [FlagMark]
  private let shape: UInt64
  private let answers: [UInt8]

  static let version: UInt64 = 1
  static let hashDigits = 16
  static let sumBytes = 4

  /// A red flag as a number, so that its name needs no room.
  struct FlagMark: Equatable, Sendable {
    let mark: UInt64
    let isUnsure: Bool
    static let bits = 16
  }

  package init(
    _ answers: Answers, pack: ContentPack, region: Region, packHash: String,
    includesPrivate: Bool = false
  ) {
    let letOut = Self.letOut(of: answers, in: pack, includesPrivate: includesPrivate)
    let result = assess(
      Answers(letOut, to: pack.questionnaire, on: answers.day), rules: pack.rules)
    self.packHash = Self.shortened(packHash)
    self.includesPrivate = includesPrivate
    self.region = region.id
    language = pack.manifest.language
    day = answers.day
    level = result.disposition
    flags = Self.marks(of: result)
    shape = replaySum(of: Array(pack.questionnaire.replayShape.utf8), bits: 32)
    var writer = ReplayBitWriter()
    writer.add(letOut, of: pack.questionnaire)
    self.answers = writer.bytes
  }

  /// What the code carries of the answers.
  package static func letOut(
    of answers: Answers, in pack: ContentPack, includesPrivate: Bool
  ) -> QuestionnaireResponse {
    var letOut = QuestionnaireResponse()
    for item in answers.enabled where includesPrivate || !item.isPrivate {
      letOut[item.id] = answers.response[item.id]
    }
    return letOut
  }

  /// As many digits as a code carries.
  package static func shortened(_ hash: String) -> String {
    let digits = hash.prefix(hashDigits)
    return UInt64(digits, radix: 16) == nil
      ? String(repeating: "0", count: hashDigits)
      : digits + String(repeating: "0", count: hashDigits - digits.count)
  }

  /// The answers, or `nil` where this questionnaire asks in another way than the one that they were
  /// given to.
  package func response(to questionnaire: Questionnaire) throws(ReplayFault)
    -> QuestionnaireResponse?
  {
    guard shape == replaySum(of: Array(questionnaire.replayShape.utf8), bits: 32) else {
      return nil
    }
    var reader = ReplayBitReader(answers)
    guard let response = reader.readResponse(of: questionnaire), reader.isAtEnd else {
      throw .foreign
    }
    return response
  }

  /// What the code and this recommendation of its answers do not have in common.
  package func difference(
    from recommendation: Recommendation, rules: Rules
  ) -> ReplayDifference? {
    let now = Self.marks(of: recommendation)
    let difference = ReplayDifference(
      before: level, now: recommendation.disposition,
      gone: flags.filter { !now.contains($0) }.map { flag in
        rules.redFlags.first { Self.mark(of: $0.id) == flag.mark }?.id
      },
      new: zip(recommendation.redFlags, now).filter { !flags.contains($1) }.map(\.0.id))
    return difference.isNone ? nil : difference
  }

  private static func marks(of recommendation: Recommendation) -> [FlagMark] {
    recommendation.redFlags.map { FlagMark(mark: mark(of: $0.id), isUnsure: $0.isUnsure) }
  }

  private static func mark(of flag: RedFlag.ID) -> UInt64 {
    replaySum(of: Array(flag.rawValue.utf8), bits: FlagMark.bits)
  }
}

/// How a result differs from the one that a code tells of.
package struct ReplayDifference: Equatable, Sendable {
  package let before: Disposition
  package let now: Disposition
  /// Red flags that were raised and are not now; `nil`: one that this content does not have.
  package let gone: [RedFlag.ID?]
  package let new: [RedFlag.ID]

  var isNone: Bool { before == now && gone.isEmpty && new.isEmpty }
}

// MARK: - Bytes

extension ReplayCode {
  /// All of it as bytes, with a sum over them at the end.
  var bytes: [UInt8] {
    var writer = ReplayBitWriter()
    writer.add(Self.version, bits: 4)
    writer.add(includesPrivate)
    writer.add(UInt64(level.urgency), bits: 3)
    writer.add(UInt64(packHash, radix: 16) ?? 0, bits: 64)
    writer.add(shape, bits: 32)
    writer.add(UInt64(day.year), bits: 14)
    writer.add(UInt64(day.month), bits: 4)
    writer.add(UInt64(day.day), bits: 5)
    writer.addText(language)
    writer.addText(region.rawValue)
    writer.addNumber(UInt64(flags.count))
    for flag in flags {
      writer.add(flag.mark, bits: FlagMark.bits)
      writer.add(flag.isUnsure)
    }
    writer.addNumber(UInt64(answers.count))
    let whole = writer.bytes + answers
    return whole + replaySumBytes(of: whole, count: Self.sumBytes)
  }

  init(bytes: [UInt8]) throws(ReplayFault) {
    let body = Array(bytes.dropLast(Self.sumBytes))
    guard bytes.count > Self.sumBytes,
      replaySumBytes(of: body, count: Self.sumBytes) == Array(bytes.suffix(Self.sumBytes))
    else { throw .wrongSum }
    var reader = ReplayBitReader(body)
    guard reader.read(bits: 4) == Self.version else { throw .newer }
    guard let includesPrivate = reader.readFlag(), let urgency = reader.read(bits: 3),
      let level = Disposition.allCases.first(where: { UInt64($0.urgency) == urgency }),
      let hash = reader.read(bits: 64), let shape = reader.read(bits: 32),
      let year = reader.read(bits: 14), let month = reader.read(bits: 4),
      let dayOfMonth = reader.read(bits: 5),
      let day = Day(year: Int(year), month: Int(month), day: Int(dayOfMonth)),
      let language = reader.readText(), let region = reader.readText(),
      let flagCount = reader.readNumber(), flagCount <= UInt64(body.count)
    else { throw .foreign }
    var flags: [FlagMark] = []
    for _ in 0..<flagCount {
      guard let mark = reader.read(bits: FlagMark.bits), let isUnsure = reader.readFlag() else {
        throw .foreign
      }
      flags.append(FlagMark(mark: mark, isUnsure: isUnsure))
    }
    guard let count = reader.readNumber(), count <= UInt64(body.count) else { throw .foreign }
    let digits = String(hash, radix: 16)
    packHash = String(repeating: "0", count: Self.hashDigits - digits.count) + digits
    self.includesPrivate = includesPrivate
    self.level = level
    self.shape = shape
    self.day = day
    self.language = language
    self.region = Region.ID(region)
    self.flags = flags
    answers = Array(body.suffix(Int(count)))
  }
}

/// The first bits of BLAKE2b.
func replaySum(of bytes: [UInt8], bits: Int) -> UInt64 {
  let sum = replaySumBytes(of: bytes, count: 8).reduce(0) { $0 << 8 | UInt64($1) }
  return sum >> UInt64(64 - bits)
}

private func replaySumBytes(of bytes: [UInt8], count: Int) -> [UInt8] {
  _ = sodium_init()
  var sum = [UInt8](repeating: 0, count: Int(crypto_generichash_BYTES))
  _ = crypto_generichash(&sum, sum.count, bytes, UInt64(bytes.count), nil, 0)
  return Array(sum.prefix(count))
}
