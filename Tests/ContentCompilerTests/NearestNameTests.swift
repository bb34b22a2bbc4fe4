import Testing

@testable import ContentCompiler

@Suite struct NearestNameTests {
  @Test(
    arguments: [
      ("agee", "age"), ("ega", nil), ("chest-pian", "chest-pain"), ("swolen", "swollen"),
      ("chset-pain", "chest-pain"), ("xyz", nil), ("", nil), ("a", nil), ("ag", "age"),
    ] as [(String, String?)])
  func `the nearest name is at most one edit in three letters away`(name: String, nearest: String?)
  {
    #expect(nearestName(to: name, among: ["age", "chest-pain", "swollen"]) == nearest)
  }

  @Test func `of equally near names the first of the alphabet is taken`() {
    #expect(nearestName(to: "cat", among: ["rat", "bat", "hat"]) == "bat")
  }

  @Test func `a name that won or lost a part is found`() {
    let remedy = suggestion(for: "injury", among: ["acute-injury", "age"], otherwise: "none")
    #expect(remedy == "did you mean 'acute-injury'?")
  }
}
