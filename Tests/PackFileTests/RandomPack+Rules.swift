import QuestionnaireModel
import RecommendationCore

extension RandomPack {
  mutating func pack() -> ContentPack {
    ContentPack(
      manifest: manifest(),
      wording: Wording(
        Dictionary(some { ($0.text(), $0.text()) }, uniquingKeysWith: { first, _ in first })),
      questionnaire: Questionnaire(
        sections: some {
          Section(
            id: $0.id(), title: $0.text(), isEmergency: $0.bool(), items: $0.some { $0.item() })
        }, forAnotherWhen: maybe { $0.criterion() }),
      rules: rules(), pages: some { $0.page() }, references: some { $0.reference() },
      ledger: ClaimLedger(some { $0.claim() }),
      figures: Deferred(some { $0.figure() }), glossary: glossary(),
      pictures: some { $0.picture() })
  }

  private mutating func claim() -> Claim {
    Claim(
      id: id(), number: integer(), place: text(), kind: one(), saidBy: text(), interest: text(),
      claim: text(), verdict: one(), badge: one(), isBenefit: bool(), support: ids(),
      dissent: ids(), say: text(), shown: ids(), reviewDue: day())
  }

  private mutating func manifest() -> Manifest {
    Manifest(
      id: text(), version: text(), title: text(), language: bool() ? "en" : "pt-br",
      languages: some { Language(code: $0.text(), name: $0.text()) }, reviewed: day(),
      reviewDue: day(), defaultRegion: id(),
      regions: some {
        Region(
          id: $0.id(), name: $0.text(), emergencyNumber: $0.text(), nurseLine: $0.text(),
          crisisLine: $0.text(), units: $0.one(),
          numbersChecked: $0.maybe { $0.day() })
      }, intendedUse: text(), notADiagnosis: text(),
      about: Manifest.About(
        authors: text(), isNot: some { $0.text() }, marking: text(), deployers: text(),
        licenses: text()),
      signedOff: maybe { Manifest.SignOff(by: $0.text(), on: $0.day()) })
  }

  private mutating func rules() -> Rules {
    Rules(
      dispositions: DispositionRules(
        texts: some {
          DispositionText(
            disposition: $0.one(), title: $0.text(), action: $0.text(), inClinic: $0.text(),
            whenClosed: $0.text(), symbol: $0.text())
        }, selfCareWhen: criterion(), incomplete: text(),
        questionsShown: integer()),
      redFlags: some { $0.redFlag() }, conditions: some { $0.condition() },
      ladder: Ladder(
        shownWhen: criterion(), judgedWhen: maybe { $0.criterion() }, hiddenBecause: text(),
        steps: some {
          .init(
            id: $0.id(), name: $0.text(), about: $0.text(), reachedWhen: $0.criterion(),
            tried: $0.some { $0.subject() })
        },
        articleStages: some { .init(number: $0.integer(), name: $0.text(), about: $0.text()) },
        sources: ids()),
      treatments: some { $0.treatment() },
      surgery: Surgery(
        reasons: some {
          .init(
            id: $0.id(), name: $0.text(), when: $0.criterion(), met: $0.text(),
            missing: $0.text(), isOfArticle: $0.bool(), page: $0.maybe { $0.id() },
            sources: $0.ids())
        },
        advice: some {
          .init(id: $0.id(), when: $0.maybe { $0.criterion() }, text: $0.text())
        }),
      advice: some {
        Advice(
          id: $0.id(), kind: $0.one(), when: $0.criterion(), text: $0.text(),
          levels: $0.some { $0.one() }, page: $0.maybe { $0.id() }, sources: $0.ids())
      },
      scores: some {
        Score(
          id: $0.id(), name: $0.text(), items: $0.ids(), combine: $0.one(),
          decimals: $0.number(below: 16), range: $0.text(), about: $0.text(), sources: $0.ids())
      },
      consistency: some {
        ConsistencyRule(id: $0.id(), when: $0.criterion(), ask: $0.text(), items: $0.ids())
      },
      notes: some {
        ClinicalNote(id: $0.id(), when: $0.criterion(), text: $0.text(), sources: $0.ids())
      })
  }

  private mutating func redFlag() -> RedFlag {
    RedFlag(
      id: id(), title: text(), disposition: one(), within: text(), when: criterion(),
      unsure: maybe { $0.one() }, action: text(), inClinic: maybe { $0.text() },
      whenClosed: maybe { $0.text() }, why: text(), doNot: some { $0.text() },
      getHelpSooner: some { $0.text() }, page: maybe { $0.id() }, sources: ids())
  }

  private mutating func condition() -> ConditionPattern {
    ConditionPattern(
      id: id(), name: text(), when: maybe { $0.criterion() },
      features: some { .init(when: $0.criterion(), points: $0.integer(), text: $0.text()) },
      fit: .init(strong: integer(), some: integer(), weak: integer()), isOnLadder: bool(),
      firstSteps: some { $0.text() }, getHelpSooner: some { $0.text() }, page: maybe { $0.id() },
      sources: ids())
  }

  private mutating func gate() -> Treatment.Gate {
    Treatment.Gate(when: criterion(), because: text(), sources: ids())
  }

  private mutating func treatment() -> Treatment {
    Treatment(
      id: id(), name: text(), step: id(), articleStage: maybe { $0.integer() },
      articleNote: maybe { $0.text() }, about: text(), suits: criterion(),
      doesNotSuit: maybe { $0.text() }, notAdvised: maybe { $0.text() }, stop: some { $0.gate() },
      askFirst: some { $0.gate() }, takenOnPrescription: maybe { $0.criterion() },
      prescribedNote: maybe { $0.text() }, takenOverCounter: maybe { $0.criterion() },
      overCounterNote: maybe { $0.text() },
      guidelines: some {
        GuidelineView(
          guideline: $0.id(), direction: $0.one(), strength: $0.one(),
          certainty: $0.maybe { $0.one() }, isUnverified: $0.bool())
      }, page: maybe { $0.id() }, sources: ids())
  }

  private mutating func page() -> Page {
    Page(
      id: id(), title: text(), about: text(), group: one(), reviewed: day(), reviewDue: day(),
      sources: ids(), blocks: some { $0.block(depth: 3) })
  }

  private mutating func figure() -> Figure {
    Figure(
      id: id(), title: text(), base: one(), after: text(), with: text(), without: text(),
      benefit: outcome(), harms: some { $0.outcome() }, noneKnown: maybe { $0.text() },
      certainty: text(), sources: ids(), isUnverified: bool(), derived: maybe { $0.text() })
  }

  private mutating func outcome() -> Figure.Outcome {
    Figure.Outcome(
      what: text(), with: integer(), without: integer(), after: maybe { $0.text() })
  }

  private mutating func reference() -> Reference {
    Reference(
      id: id(), kind: one(), title: text(), short: maybe { $0.text() }, authors: text(),
      year: integer(),
      place: maybe { $0.text() }, doi: maybe { $0.text() }, number: maybe { $0.text() },
      address: maybe { $0.text() }, read: one())
  }
}
