package import QuestionnaireModel
package import RecommendationCore

extension Walkthrough {
  /// What happened.
  ///
  /// Never what to do.
  package enum Action: Equatable, Sendable {
    /// Enter: the focused entry was pressed.
    case pressed
    case spacePressed
    case digitPressed(Int)
    case moved(Direction)
    case characterTyped(Character)
    case textPasted(String)
    case deletedBackward
    case backPressed
    case helpPressed
    case whyPressed
    /// The words on the screen were asked for, which are these.
    case wordsPressed([GlossaryTerm.ID])
    case reviewPressed
    case emergencyPressed
    case leavePressed
    case unitsPressed
    case sourcesPressed
    /// The same of an entry, by its number: from the line face.
    case sourcesAsked(of: Entry)
    /// The article's stages were asked for on the ladder, or to be taken away again.
    case articlePressed
    case undoPressed
    case redoPressed
    case sectionsPressed
    case searchPressed
    case headingsPressed
    case forwardPressed
    /// The next views of a picture were asked for, or those before.
    case viewTurned(by: Int)
    /// The screen was drawn, with these measures.
    case drawn(Metrics)
    /// An answer came as a whole: from the line face.
    case answered(Item.ID, Answer)
    /// An entry was chosen by its number: from the line face.
    case chosen(Entry)
    /// An entry was pressed with a mouse or a finger.
    case entryTouched(Entry)
    /// One of the answers of a row was.
    case rowTouched(AnswerOption.ID, RowAnswer)
    /// A number of the scale was.
    case scaleTouched(Int)
    /// A wheel was turned so many lines down, or up if negative.
    case scrolled(by: Int)
    /// The pages are to be seen, as these blocks.
    case pagesShown([ShownBlock])
    /// What became of the pages at the printer.
    case printingEnded(Printing)
    /// The pages are to be seen as these codes, or it is to be said why not.
    case codesMade(Codes)
    /// A code has been seen for long enough.
    case codesEnded
    /// The person has to wait while this form is made.
    case waitBegan(Form)
    case saved(at: String, note: String?)
    case saveFailed(String)
    /// What came of the sealed page that was sent last.
    case sealEnded(SealOutcome)
    /// Leaving had to wait, since the summary that was asked for could not be written.
    case obstacleMet
    /// Nobody has pressed a key for long; so many seconds are left.
    case idleWarned(seconds: Int)
    /// Nobody did until the end.
    case idleEnded
    /// Some key was pressed where any does.
    case anyKeyPressed
    /// There, the one that asks for more time.
    case moreTimePressed
    /// To read aloud was asked for, or to stop that.
    case speechPressed
    /// Nothing can be read aloud any more.
    case speechFailed
  }

  package enum Direction: CaseIterable, Sendable {
    case up, down, left, right, first, last, pageUp, pageDown
  }

  /// What the world has to do.
  ///
  /// The reducer itself does nothing.
  package enum Effect: Equatable, Sendable {
    case save(to: String)
    /// In a form that is no file. What takes its time is begun, and goes on while keys are served.
    case handOut(Form)
    case leave
    /// An emergency has come up: the bell of the terminal, or what else the clinic has.
    case ring
  }
}
