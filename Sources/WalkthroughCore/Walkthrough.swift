package import QuestionnaireModel
package import RecommendationCore

/// A person's way through the questionnaire to the result, as one value.
package enum Walkthrough {
  /// What was said and where we are.
  ///
  /// All else (what is asked next, red flags, the result) is computed from it.
  package struct State: Equatable, Sendable {
    package var response = QuestionnaireResponse() { didSet { memo = Memo() } }
    var memo = Memo()
    package let day: Day
    package let region: Region.ID
    /// The units that height and weight are asked in first.
    package let units: UnitSystem
    /// Whether the person has come as far as the result, wherever they have gone since.
    package private(set) var hasResult = false
    /// What is otherwise in a kiosk; `nil`: this is none.
    package let kiosk: KioskPolicy?
    /// How the pages can be handed over here, in the order offered.
    package let forms: [Form]
    /// What the file of the summary is called unless the person says otherwise.
    package let suggestedFile: String
    /// The answers came with another standing text than that of this content.
    package let noticeHasChanged: Bool
    /// The screens on top of each other; the last is seen.
    ///
    /// Never empty.
    package internal(set) var visits: [Visit]
    /// What stands on question screens and is not an answer yet.
    package var drafts: [Item.ID: Draft] = [:]
    /// The language that the person chose; `nil`: the one that it began in.
    ///
    /// Whoever holds the packs hands in the one in this language from then on.
    package var language: String? { didSet { memo = Memo() } }
    /// How the screen looks, and what else a visitor has chosen for this visit.
    package internal(set) var look = Look.usual
    package internal(set) var needsMoreTime = false
    /// Whether the screens are read aloud.
    package internal(set) var speaks = false
    /// The emergencies that the person was stopped for, and went on.
    package var acknowledged: Set<RedFlag.ID> = []
    /// The answers that do not fit together, where the person said that both are right.
    package var confirmed: Set<ConsistencyRule.ID> = []
    /// Whether the article's stages are laid over the ladder.
    package var showsArticle = false
    /// The file name being typed, and what came of the last try.
    package var file = FileDraft()
    /// What the person lets out, and what was shown of it.
    package var handOver = HandOver()
    /// The sealed page for the clinic.
    package internal(set) var sealing = Sealing()
    package internal(set) var history = History()
    /// Whether this visit ends since somebody asks for the way out of the staff.
    package var asksForStaff = false
    /// Said above the screen, until the next action.
    package internal(set) var notice: Notice?
    /// What was read and gone back from, the next to read again last.
    package private(set) var forward: [Visit] = []

    package init(
      day: Day, region: Region.ID, units: UnitSystem = .metric, suggestedFile: String = "",
      noticeHasChanged: Bool = false, kiosk: KioskPolicy? = nil, forms: [Form]? = nil,
      start: Screen = .welcome
    ) {
      self.day = day
      self.region = region
      self.units = units
      self.suggestedFile = suggestedFile
      self.noticeHasChanged = noticeHasChanged
      self.kiosk = kiosk
      // A kiosk has no folder of the visitor's.
      let allowed =
        kiosk.map { $0.forms.filter { $0.fileEnding == nil } } ?? forms
        ?? [.text, .markdown, .screen]
      // Who named a file that ends so wants that form first.
      let wanted = allowed.filter { $0.isForm(of: suggestedFile) }
      self.forms = wanted + allowed.filter { !wanted.contains($0) }
      visits = []
      file.name = suggestedFile
      go(to: start)
    }

    /// Lent and not copied: it is asked for at every turn, and holds much.
    package var visit: Visit {
      _read { yield visits[visits.count - 1] }
      _modify { yield &visits[visits.count - 1] }
    }

    package var screen: Screen { visits[visits.count - 1].screen }

    /// Whether the focus is what the eye is on, so that the text follows it: among answers, and
    /// among what was found.
    package var keepsFocusSeen: Bool {
      switch screen {
      case .question, .search: true
      default: false
      }
    }

    /// The question, check or result that lies under any help, page or dialog.
    package var place: Screen { visits.last { $0.screen.isPlace }?.screen ?? visits[0].screen }

    mutating func push(_ screen: Screen, from passage: Int? = nil) {
      visits.append(Visit(screen, from: passage))
      if screen.isReading { forward = [] }
    }

    /// Begins that screen anew wherever it lies; false where it does not.
    mutating func freshen(_ screen: Screen) -> Bool {
      guard let index = visits.firstIndex(where: { $0.screen == screen }) else { return false }
      visits[index] = Visit(screen)
      return true
    }

    /// Goes back to the screen below; false at the lowest.
    ///
    /// From one thing to read to another the way forward is kept.
    mutating func pop() -> Bool {
      guard visits.count > 1 else { return false }
      let left = visits.removeLast()
      if left.screen.isReading {
        if screen.isReading { forward.append(left) } else { forward = [] }
      }
      return true
    }

    /// Shows again what was gone back from, as it was left.
    mutating func goForward() {
      guard canGoForward else { return }
      visits.append(forward.removeLast())
    }

    /// Takes away what lies over the question, check or result.
    mutating func uncoverPlace() {
      while !screen.isPlace, pop() {}
    }

    /// Takes away codes that lie under another screen.
    mutating func dropCodesBelow() {
      guard visits.count > 1, visits.dropLast().contains(where: { $0.screen == .codes }) else {
        return
      }
      visits = visits.dropLast().filter { $0.screen != .codes } + [visit]
    }

    package var canGoForward: Bool { screen.isReading && !forward.isEmpty }

    /// Replaces all screens by one.
    mutating func go(to screen: Screen) {
      forward = []
      visits = [Visit(screen)]
      if case .result = screen { hasResult = true }
    }
  }

  /// What was worked out from the response already, so that it need not be worked out again.
  ///
  /// It says nothing that the state does not say, and so makes no state differ from another.
  struct Memo: Equatable, Sendable {
    var answers: Answers?
    /// Of the same answers, at the levels that stop the walk.
    var flags: FlagTruths?
    /// Which flags look at which items.
    var flagReaders: CriterionReaders?
    /// As it is meant for this person.
    var picture: Picture?

    static func == (_: Self, _: Self) -> Bool { true }
  }

  /// One screen and where the eye is on it.
  package struct Visit: Equatable, Sendable {
    package let screen: Screen
    /// The index of the focused entry.
    package var focus = 0
    /// The first line of the body that is seen.
    package var scroll = 0
    /// The entries that have been on the screen so far.
    package var seen: Set<Int> = []
    /// The entry that was pressed before all had been seen: the focus comes back to it when they
    /// have.
    package var waiting: Int?
    package var metrics: Metrics?
    /// The sheet of a picture that is seen, where one is.
    package var sheet = 0
    /// The passage of a page that is shown first, until it was drawn.
    package var passage: Int?
    /// The first digit of a number of two, where the second is still to come.
    package var firstDigit: Int?
    /// Something was marked by its number, so that Enter goes on and does not take it back.
    package var isMarkedByNumber = false
    /// The words looked for in the pages, and where they were found.
    package var search = Search()
    /// Not settled yet: the focus still goes to where this screen wants it first.
    var isNew = true

    package init(_ screen: Screen, from passage: Int? = nil) {
      self.screen = screen
      self.passage = passage
    }
  }

  /// What drawing a screen told: needed to scroll, and to know that every option was seen.
  package struct Metrics: Equatable, Sendable {
    /// Lines of the body that are seen at once.
    package let height: Int
    /// Lines that the whole body has.
    package let contentHeight: Int
    /// The lines of each entry, in the order of the entries.
    package let entries: [Range<Int>]
    /// The first line that was seen.
    package let scroll: Int
    /// Whether the entries are seen as a picture, so that arrows lead from zone to zone.
    package let showsPicture: Bool
    /// How large a code the window has room for.
    package var codeRoom: CodeRoom?

    package init(
      height: Int, contentHeight: Int, entries: [Range<Int>], scroll: Int,
      showsPicture: Bool = false, codeRoom: CodeRoom? = nil
    ) {
      self.height = height
      self.contentHeight = contentHeight
      self.entries = entries
      self.scroll = scroll
      self.showsPicture = showsPicture
      self.codeRoom = codeRoom
    }

    package var scrollLimit: Int { max(0, contentHeight - height) }
  }

  package enum Screen: Equatable, Sendable {
    case welcome
    /// The first screen of a kiosk, which waits for whoever comes.
    case attract
    /// Over any screen of a kiosk: nobody has pressed a key, and so many seconds are left.
    case idleWarning(seconds: Int)
    /// The last screen of a kiosk, when all that was said is gone already.
    case thanks
    /// `isChange`: reached from "check your answers", and straight back to it.
    case question(Item.ID, isChange: Bool)
    case interruption([RedFlag.ID])
    case checkAnswers
    /// What a changed answer does, before it is kept.
    case changeEffect(Item.ID, Answer)
    /// Answers that do not fit together, on the way to the result.
    case consistency(ConsistencyRule.ID)
    case result(ResultPart)
    case flag(RedFlag.ID)
    case pattern(ConditionPattern.ID)
    /// One step of the ladder with its treatments.
    case step(Ladder.Step.ID)
    case treatment(Treatment.ID)
    /// What something in the result rests on.
    case grounds(Grounds)
    case pageList
    case page(Page.ID)
    /// Where a page comes from: the claims that it marks, and its sources.
    case sources(Page.ID)
    case claim(Claim.ID)
    /// The headings of a page, to go to one.
    case headings(Page.ID)
    /// Words looked for in all pages.
    case search
    /// The sections of the form, and where in them we are.
    case sections
    case help
    case why(Item.ID)
    /// What these words mean, which stand on the screen below.
    case words([GlossaryTerm.ID])
    /// What all words mean.
    case glossary
    case emergencyHelp
    /// Which pages go into what is handed over.
    case handOverChoice
    /// The pages as they stand.
    case shownPages
    /// How far the pages are on paper.
    case printing
    /// A code of them, or why there is none.
    case codes
    case save
    case saved
    /// Where the visit's code is typed, without which nothing is sealed.
    case visitCode
    /// A sealed page on its way, and what came of it.
    case sealing
    case leave

    /// A stage of the way, not something laid over one.
    var isPlace: Bool {
      switch self {
      case .welcome, .attract, .thanks, .question, .interruption, .checkAnswers, .changeEffect,
        .consistency, .result:
        true
      default: false
      }
    }

    /// Something to read, from which the way leads back and forward again.
    package var isReading: Bool {
      switch self {
      case .pageList, .page, .sources, .claim, .glossary, .search: true
      default: false
      }
    }
  }

  /// The parts of the result, in the order shown.
  package enum ResultPart: Int, CaseIterable, Sendable {
    case now
    case sooner
    case patterns
    case ladder
    case cautions
    case surgery
    case questions
    case readMore
    case handOver
  }

  package struct Search: Equatable, Sendable {
    package var query = ""
    /// The pages found; `nil` before these words were looked for.
    package var hits: [PageHit]?

    package init() {}
  }

  package struct FileDraft: Equatable, Sendable {
    package var name = ""
    /// Why the last try failed, in words for the person.
    package var fault: String?
    /// Where the summary lies, once it does; and what more is to be said of it.
    package var savedAt: String?
    package var note: String?

    package init() {}
  }
}
