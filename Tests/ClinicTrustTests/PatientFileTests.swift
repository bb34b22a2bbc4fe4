import ClinicTrust
import FixturePack
import PackFile
import QuestionnaireModel
import RecommendationCore
import Testing

struct PatientFileTests {
  private static let pack = FixturePack.pack
  private static let digest = PackDigest(of: [1, 2, 3])

  private static func file(_ count: Int = 3) throws -> [UInt8] {
    let day = try #require(Day(year: 2026, month: 11, day: 22))
    let patients = (0..<count).map { number in
      var response = QuestionnaireResponse()
      response["age"] = .number(Quantity(Double(60 + number), .years))
      return PatientFile.Patient(id: "patient-\(number)", day: day, response: response)
    }
    return PatientFile.write(patients, of: pack, digest: digest)
  }

  @Test func `all have the result that they had`() throws {
    let run = try PatientFile.run(Self.file(), of: Self.pack, digest: Self.digest)
    #expect(run.count == 3 && run.failed == [])
  }

  @Test func `one with another result is named`() throws {
    var text = String(decoding: try Self.file(), as: UTF8.self)
    let line = try #require(text.split(separator: "\n").first { $0.hasPrefix("patient-1 ") })
    let brace = try #require(line.firstIndex(of: "{"))
    text.replace(line, with: line[..<brace] + line[brace...].replacing("61", with: "62"))
    let run = try PatientFile.run(Array(text.utf8), of: Self.pack, digest: Self.digest)
    #expect(run.count == 3 && run.failed == ["patient-1"])
  }

  @Test func `a file that is cut, or another pack's, is a fault`() throws {
    let file = try Self.file()
    for end in 0..<file.count {
      #expect(throws: PatientFault.self, "\(end) bytes") {
        try PatientFile.run(Array(file[..<end]), of: Self.pack, digest: Self.digest)
      }
    }
    #expect(throws: PatientFault.otherPack) {
      try PatientFile.run(file, of: Self.pack, digest: PackDigest(of: []))
    }
  }
}
