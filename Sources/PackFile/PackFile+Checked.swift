import QuestionnaireModel
package import RecommendationCore

extension PackFile {
  /// The file of a pack that is whole: the checksum over all of it fits, and each part is in its
  /// place.
  package struct Checked: Sendable {
    private let source: PackSource
    private let parts: [Range<Int>]

    package init(_ bytes: [UInt8]) throws(PackFault) {
      try PackFile.checkEnvelope(bytes)
      var source = PackSource(file: bytes)
      let parts = try PackFile.readHeader(source)
      source.strings = try source.read(PackPart.strings.name, at: parts[PackPart.strings.place]) {
        (pack) throws(PackFault) in try StringTable(from: &pack)
      }
      self.source = source
      self.parts = parts
    }

    /// The pack, or what is wrong with it; never a part of one.
    package func pack() throws(PackFault) -> ContentPack {
      try reading { (reader) throws(PackFault) in
        reader.keepTexts()
        let wording: Wording = try read(.wording, by: &reader)
        return try ContentPack(
          manifest: read(.manifest, by: &reader), wording: wording.atHand,
          questionnaire: read(.questionnaire, by: &reader), rules: read(.rules, by: &reader),
          pages: read(.pages, by: &reader), references: read(.references, by: &reader),
          ledger: read(.claims, by: &reader), figures: deferred(.figures),
          glossary: read(.glossary, by: &reader), pictures: read(.pictures, by: &reader))
      }
    }

    /// What the first screen says and nothing else: the manifest and the wording, without a
    /// question or a rule.
    ///
    /// To decode the rest takes far longer, and can wait until that screen is seen.
    package func opening() throws(PackFault) -> ContentPack {
      try reading { (reader) throws(PackFault) in
        try ContentPack(
          manifest: read(.manifest, by: &reader), wording: read(.wording, by: &reader),
          questionnaire: Questionnaire(sections: []), rules: .none, pages: [], references: [])
      }
    }

    private func reading(
      _ read: (inout PackReader) throws(PackFault) -> ContentPack
    ) throws(PackFault) -> ContentPack {
      try source.file.withUnsafeBufferPointer { (bytes) throws(PackFault) in
        var reader = PackReader(source, UnsafeRawBufferPointer(bytes), at: 0..<0, of: "")
        return try read(&reader)
      }
    }

    private func read<Value: PackCoded>(
      _ part: PackPart, by reader: inout PackReader
    ) throws(PackFault) -> Value {
      reader.move(to: parts[part.place], of: part.name)
      let value: Value = try reader.read()
      try reader.finish()
      return value
    }

    /// A list that is read when somebody asks for it, and is empty where it cannot be read.
    private func deferred<Value: PackCoded>(_ part: PackPart) -> Deferred<[Value]> {
      let (source, place) = (source, parts[part.place])
      return Deferred {
        do throws(PackFault) { return try source.read(part.name, at: place) } catch { return [] }
      }
    }
  }
}

extension Rules {
  /// No rule at all.
  fileprivate static var none: Rules {
    Rules(
      dispositions: DispositionRules(
        texts: [], selfCareWhen: .never, incomplete: "", questionsShown: 0),
      redFlags: [], conditions: [],
      ladder: Ladder(
        shownWhen: .never, hiddenBecause: "", steps: [], articleStages: [], sources: []),
      treatments: [], surgery: Surgery(reasons: [], advice: []), advice: [], scores: [])
  }
}
