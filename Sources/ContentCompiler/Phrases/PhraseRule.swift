/// What no text for a patient may say, as `wording-rules.yaml` has it.
struct PhraseRule {
  /// A part of the file, each checked by a rule of its own.
  enum Group: String, CaseIterable {
    case diagnosis
    case promises
    case doses
    case stopping
    case sellers
    case emergencyNumbers = "emergency-numbers"
  }

  let phrases: [Phrase]
  /// The phrase is a fault only with one of these behind it, in the same part of the sentence.
  var names: [Phrase]?
  /// With one of these before it, in the same sentence, the phrase is none.
  let unlessAfter: [Phrase]
}

/// A text that the rules let pass, with the reason.
struct PhraseException {
  let group: PhraseRule.Group
  let text: String
  let place: Place
}

/// The whole of `wording-rules.yaml`.
struct PhraseRules {
  var rules: [PhraseRule.Group: PhraseRule] = [:]
  /// Words that count as a number.
  var numbers: Set<String> = []
  /// Words at the beginning of a name that a sentence may leave out or change.
  var articles: Set<String> = []
  var exceptions: [PhraseException] = []
}

/// A text that a patient reads.
struct PatientText {
  let text: String
  let place: Place
  /// It stands in a block quote: somebody else says it.
  let isQuote: Bool
}

extension PhraseRules {
  /// The first fault of a sentence: the phrase, the name behind it, and the line within the text.
  func fault(
    of rule: PhraseRule, in sentence: Sentence
  ) -> (phrase: Phrase, name: Phrase?, line: Int)? {
    for start in sentence.words.indices {
      for phrase in rule.phrases {
        guard let end = phrase.end(in: sentence, at: start, numbers: numbers) else { continue }
        let isExcused = sentence.words.indices.prefix(start).contains { earlier in
          rule.unlessAfter.contains {
            ($0.end(in: sentence, at: earlier, numbers: numbers) ?? .max) <= start
          }
        }
        if isExcused { continue }
        let line = sentence.words[start].line
        guard let names = rule.names else { return (phrase, nil, line) }
        let clause = sentence.words[start].clause
        for place in end..<max(end, sentence.words.count)
        where sentence.words[place].clause == clause {
          if let name = names.first(where: {
            $0.end(in: sentence, at: place, numbers: numbers) != nil
          }) {
            return (phrase, name, line)
          }
        }
      }
    }
    return nil
  }
}

extension Draft {
  /// Whatever a patient reads: the screens' words, questions, rules and pages; not what is for the
  /// clinician, for authors, or the title of a source.
  func findPatientTexts() -> [PatientText] {
    let notForPatients = [
      "evidence/references.yaml", "evidence/article.yaml", "rules/scores.yaml", "patients/",
      "hazards.yaml",
    ]
    let ledger = "evidence/claims.yaml"
    let regional = Set(KnownPlaceholders.known)
    let values = texts.filter { text in
      guard let key = text.key else { return false }
      return key != "clinical" && !regional.contains(key)
        && (text.place.original != ledger || key == "say" || key == "claim")
        && !notForPatients.contains(where: text.place.original.hasPrefix)
    }
    return (values + wordingTexts).map {
      // What the article claims is told as such, wherever it stands.
      PatientText(
        text: $0.text, place: $0.place, isQuote: $0.place.original == ledger && $0.key == "claim")
    } + prose
  }

  /// Reports each sentence that a group of the wording rules speaks against.
  func report(
    _ group: PhraseRule.Group, as rule: String, _ remedy: String,
    where isMeant: (PatientText, Sentence) -> Bool = { _, _ in true }
  ) {
    guard let phrases = phraseRules, let checked = phrases.rules[group] else { return }
    for (text, sentences) in patientSentences {
      for sentence in sentences where isMeant(text, sentence) {
        guard let found = phrases.fault(of: checked, in: sentence) else { continue }
        if let number = phrases.exceptions.firstIndex(where: {
          $0.group == group && text.text.lowercased().contains($0.text.lowercased())
        }) {
          usedPhraseExceptions.insert(number)
          continue
        }
        let name = found.name.map { " with '\($0.text)'" } ?? ""
        let place =
          found.line == 0
          ? text.place : Place(text.place.file, line: text.place.line + found.line, column: 1)
        report.error(
          rule, at: place,
          "a text for patients says '\(found.phrase.text)'\(name)", remedy)
      }
    }
  }
}
