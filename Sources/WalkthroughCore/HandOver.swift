import QuestionnaireModel
package import RecommendationCore

extension Walkthrough {
  /// A way in which the pages reach whoever is to read them.
  package enum Form: String, CaseIterable, Sendable {
    case text, markdown, pdf
    /// Shown on the screen, which is also how a person sees what any other form holds.
    case screen
    case qr, print
    /// A sealed file for the clinic alone, in a kiosk.
    case sealed = "file"

    /// How the name of its file ends; `nil`: it is none.
    package var fileEnding: String? {
      switch self {
      case .text: ".txt"
      case .markdown: ".md"
      case .pdf: ".pdf"
      case .screen, .qr, .print, .sealed: nil
      }
    }

    func isForm(of fileName: String) -> Bool { fileEnding.map(fileName.hasEnding) ?? false }
  }

  /// What the person lets out.
  package struct HandOver: Equatable, Sendable {
    package var pages = SummaryPages.both
    /// Whether the answers to private items stand on the pages: never, unless the person says so.
    package var includesPrivate = false
    /// What was shown of the pages last.
    package var shown: [ShownBlock] = []
    /// What became of the pages at the printer; `nil`: nothing was printed.
    package var printing: Printing?
    /// The codes that are seen; `nil` as soon as they are not.
    package internal(set) var codes: Codes?

    package init() {}
  }

  /// How far the pages are on paper.
  package enum Printing: Equatable, Sendable {
    case underway
    /// The printer has taken them.
    case done
    /// Why not, in words.
    case failed(String)
  }

  /// A part of the pages, as a screen shows it.
  package enum ShownBlock: Equatable, Sendable {
    case heading(String)
    case text(String)
    case strong(String)
    case bullet(String)
    case numbered(Int, String)
    case gap
  }
}

extension Walkthrough.State {
  /// Whether there is an answer that stays off the pages unless the person lets it in.
  package func hasPrivateAnswers(in pack: ContentPack) -> Bool {
    let answers = answers(in: pack)
    return answers.enabled.contains { item in
      guard item.isPrivate, let answer = response[item.id] else { return false }
      return answer != .declined
    }
  }

  /// The name of the file in that form: as it was typed, but with the form's own ending where it had
  /// that of another.
  ///
  /// Text takes any ending that no other form has.
  func fileName(for form: Walkthrough.Form) -> String {
    guard let ending = form.fileEnding, !file.name.hasEnding(ending) else { return file.name }
    let others = Walkthrough.Form.allCases.compactMap(\.fileEnding).filter { $0 != ending }
    guard let other = others.first(where: file.name.hasEnding) else {
      return form == .text ? file.name : file.name + ending
    }
    return file.name.dropLast(other.count) + ending
  }
}

/// What pressing a form does: a file asks for its name first, a sealed page for the visit's code; all
/// else is done at once.
func pressForm(_ state: inout Walkthrough.State, _ form: Walkthrough.Form) -> [Walkthrough.Effect] {
  guard state.forms.contains(form) else { return [] }
  if form == .print { return pressPrint(&state) }
  if form == .sealed {
    state.push(state.sealing.isUnderWay ? .sealing : .visitCode)
    return []
  }
  guard form.fileEnding != nil else { return [.handOut(form)] }
  state.file.fault = nil
  state.file.name = state.fileName(for: form)
  state.push(.save)
  return []
}

/// One job at a time: whoever presses again sees how far it is.
private func pressPrint(_ state: inout Walkthrough.State) -> [Walkthrough.Effect] {
  let isUnderway = state.handOver.printing == .underway
  if !isUnderway { state.handOver.printing = .underway }
  if state.screen == .printing { state.visit = Walkthrough.Visit(.printing) }
  if state.screen != .printing { state.push(.printing) }
  return isUnderway ? [] : [.handOut(.print)]
}

extension Walkthrough.State {
  /// What became of the pages, if anybody still waits for them.
  mutating func notePrinting(_ end: Walkthrough.Printing) {
    guard handOver.printing == .underway else { return }
    handOver.printing = end
    // There is something else to press now.
    if !freshen(.printing) || screen != .printing { notice = .printing(end) }
  }
}

extension String {
  fileprivate func hasEnding(_ ending: String) -> Bool { lowercased().hasSuffix(ending) }
}
