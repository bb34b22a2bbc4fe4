package import RecommendationCore

extension FixturePack {
  /// The pack in its own language, and in one whose words of the screens are in capitals.
  package static let bilingual = [pack(in: "en"), pack(in: "xx")]

  /// The pack that says that there are two languages, in one of them.
  package static func pack(in language: String) -> ContentPack {
    let words = pack.wording.words.mapValues { text in
      // Placeholders stay as they are.
      language == "en" || text.contains("{") ? text : text.uppercased()
    }
    return variant(
      manifest: Manifest(
        id: manifest.id, version: manifest.version, title: manifest.title, language: language,
        languages: [Language(code: "en", name: "English"), Language(code: "xx", name: "LOUD")],
        reviewed: manifest.reviewed, reviewDue: manifest.reviewDue,
        defaultRegion: manifest.defaultRegion, regions: manifest.regions,
        intendedUse: manifest.intendedUse, notADiagnosis: manifest.notADiagnosis,
        about: manifest.about, signedOff: manifest.signedOff),
      wording: Wording(words))
  }
}
