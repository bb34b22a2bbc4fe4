import QuestionnaireModel
import RecommendationCore
import WalkthroughCore

/// What the last action did, in words; `nil` where the screen itself shows it.
///
/// Undo says too what it cannot take back.
func noticeText(_ scene: Scene) -> String? {
  switch scene.state.notice {
  case .undone(let step):
    scene.word(.undone, ["step": stepText(step, scene)])
      + (scene.state.file.savedAt == nil ? "" : " " + scene.word(.undoKeepsFile))
  case .redone(let step): scene.word(.redone, ["step": stepText(step, scene)])
  case .speechEnded: scene.word(.speechEnded)
  case .printing(.done): scene.word(.printDoneHeading) + ". " + scene.word(.printDone)
  case .printing(let printing): printingText(printing, scene)
  case .codesHidden:
    scene.word(.codesHidden, ["seconds": String(Walkthrough.CodeClock.seconds)])
  case .waiting(let form): form == .pdf ? scene.word(.makingPdf) : nil
  case .nothingToUndo: scene.word(.nothingToUndo)
  case .nothingToRedo: scene.word(.nothingToRedo)
  case nil: nil
  }
}

private func stepText(_ step: Walkthrough.StepName, _ scene: Scene) -> String {
  switch step {
  case .answer(let id): scene.questionnaire[id].map { scene.fill($0.summary) } ?? ""
  case .wentOn: scene.word(.stepWentOn)
  case .bothRight: scene.word(.stepBothRight)
  }
}
