package import QuestionnaireModel
import RecommendationCore

extension Walkthrough {
  /// What can be taken back, and what of that can be done again.
  ///
  ///     past            now      future
  ///     age, place  |  parts  |           an answer: it joins the past, and no future is left
  ///     age         |  place  |  parts    undo
  ///     age, place  |  parts  |           redo
  ///
  /// It holds the latest steps alone, and nothing outside of the walkthrough: a file that was saved
  /// stays.
  package struct History: Equatable, Sendable {
    /// So many steps can be taken back; older ones are forgotten.
    package static let mostSteps = 200

    package fileprivate(set) var past: [Step] = []
    package fileprivate(set) var future: [Step] = []

    package init() {}

    /// The next to take back and the next to do again, without the others.
    var latest: History {
      var history = History()
      history.past = past.suffix(1)
      history.future = future.suffix(1)
      return history
    }

    fileprivate mutating func record(
      _ name: StepName, since moment: Moment, isTried: Bool = false
    ) {
      past.append(Step(name: name, isTried: isTried, moment: moment))
      if past.count > Self.mostSteps { past.removeFirst() }
      future = []
    }
  }

  /// Something that was said, with all that was so on its other side.
  package struct Step: Equatable, Sendable {
    package let name: StepName
    /// An answer whose effect is shown, and that is not kept yet.
    fileprivate(set) var isTried: Bool
    fileprivate let moment: Moment
  }

  /// What a step was.
  package enum StepName: Equatable, Sendable {
    case answer(Item.ID)
    /// Went on after a stop for an emergency.
    case wentOn
    /// Said that answers that do not fit together are both right.
    case bothRight
  }

  /// What was said and the place, as they were before or after a step.
  struct Moment: Equatable, Sendable {
    fileprivate let response: QuestionnaireResponse
    fileprivate let visits: [Visit]
    fileprivate let drafts: [Item.ID: Draft]
    fileprivate let acknowledged: Set<RedFlag.ID>
    fileprivate let confirmed: Set<ConsistencyRule.ID>
  }

  /// What the last action did that the screen itself does not show.
  package enum Notice: Equatable, Sendable {
    /// Nothing is read aloud any more, since it could not be.
    case speechEnded
    /// What became of the pages at the printer, where that is not on the screen.
    case printing(Printing)
    /// A code was seen for long enough.
    case codesHidden
    /// This is being made, which takes a while.
    case waiting(Form)
    case undone(StepName)
    case redone(StepName)
    case nothingToUndo
    case nothingToRedo
  }
}

extension Walkthrough.State {
  package var canUndo: Bool { !history.past.isEmpty }
  package var canRedo: Bool { !history.future.isEmpty }

  var moment: Walkthrough.Moment {
    Walkthrough.Moment(
      response: response, visits: visits, drafts: drafts, acknowledged: acknowledged,
      confirmed: confirmed)
  }

  mutating func undo() {
    guard let step = history.past.popLast() else {
      notice = .nothingToUndo
      return
    }
    history.future.append(Walkthrough.Step(name: step.name, isTried: step.isTried, moment: moment))
    restore(step.moment)
    notice = .undone(step.name)
  }

  mutating func redo() {
    guard let step = history.future.popLast() else {
      notice = .nothingToRedo
      return
    }
    history.past.append(Walkthrough.Step(name: step.name, isTried: step.isTried, moment: moment))
    restore(step.moment)
    notice = .redone(step.name)
  }

  private mutating func restore(_ moment: Walkthrough.Moment) {
    response = moment.response
    visits = moment.visits
    drafts = moment.drafts
    acknowledged = moment.acknowledged
    confirmed = moment.confirmed
  }

  /// Notes what was said since, if anything was; to look around is no step.
  ///
  /// An answer whose effect is shown is a step at once, so that undo leads back to its question.
  /// Kept, it stays that one step; left any other way, it was none.
  mutating func noteStep(since before: Walkthrough.Moment) {
    let isTrying = visits.contains { $0.screen.isChangeEffect }
    if let name = stepName(since: before) {
      guard history.past.last?.isTried == true else {
        return history.record(name, since: before)
      }
      history.past[history.past.count - 1].isTried = false
    } else if case .changeEffect(let id, _) = screen, screen != before.visits.last?.screen,
      history.past.last?.isTried != true
    {
      history.record(.answer(id), since: before, isTried: true)
    } else if !isTrying, history.past.last?.isTried == true {
      history.past.removeLast()
    }
  }

  private func stepName(since before: Walkthrough.Moment) -> Walkthrough.StepName? {
    if response != before.response {
      let changed = response.answers.first { before.response[$0.key] != $0.value }
      return changed.map { .answer($0.key) }
    }
    if !acknowledged.isSubset(of: before.acknowledged) { return .wentOn }
    if !confirmed.isSubset(of: before.confirmed) { return .bothRight }
    return nil
  }

  /// Forgets every step: once the person has left, nothing of what was said can be brought back.
  package mutating func forgetSteps() {
    history = Walkthrough.History()
    notice = nil
  }
}

extension Walkthrough.Screen {
  var isChangeEffect: Bool { if case .changeEffect = self { true } else { false } }
}
