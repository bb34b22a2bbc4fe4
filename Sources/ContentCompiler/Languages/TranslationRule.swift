/// Something that must hold for each translated text beside its original.
protocol TranslationRule: Sendable {
  static func check(_ text: TranslatedText, _ head: TranslationHead, _ report: Report)
}

extension TranslationRule {
  /// The name under which its faults are reported.
  static var name: String { String(describing: Self.self) }
}

/// Every rule on translated texts, in the order of the alphabet.
let translationRules: [any TranslationRule.Type] = [
  FittingTranslations.self,
  KeptLinks.self,
  KeptNumbers.self,
  KeptPlaceholders.self,
  KeptWords.self,
]
