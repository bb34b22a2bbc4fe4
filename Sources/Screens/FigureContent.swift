import QuestionnaireModel
import RecommendationCore

/// Two fields of persons, and the sentence that says the same.
package struct PersonChart: Equatable, Sendable {
  package struct Side: Equatable, Sendable {
    /// Who they are.
    package let label: String
    package let count: Int
    /// The count in words.
    package let tally: String
  }

  package let total: Int
  package let sides: [Side]
  package let isHelp: Bool
  /// What the picture shows, for who cannot see it; it stands under the picture too.
  package let sentence: String
}

/// A figure: what it is of, the help, the harms in the same manner, and how sure all of it is.
func sayFigure(_ figure: Figure, _ scene: Scene, _ content: inout ScreenContent) {
  content.gap()
  content.blocks.append(
    .subheading(scene.word(.figureTitle, ["title": scene.fill(figure.title)])))
  say(figure.benefit, .figureHelp, figure, scene, &content)
  for harm in figure.harms {
    content.gap()
    say(harm, .figureHarm, figure, scene, &content)
  }
  content.gap()
  if let noneKnown = figure.noneKnown {
    content.say(scene.word(.figureHarm, ["what": scene.fill(noneKnown)]))
  }
  let sources = figure.sources.compactMap { scene.pack[reference: $0]?.name }
  content.say(
    scene.word(
      .figureCertainty,
      ["text": scene.fill(figure.certainty), "sources": sources.joined(separator: "; ")]))
  if figure.isUnverified { content.say(scene.word(.figureUnverified), .warning) }
}

private func say(
  _ outcome: Figure.Outcome, _ caption: ScreenWord, _ figure: Figure, _ scene: Scene,
  _ content: inout ScreenContent
) {
  func number(_ count: Int) -> String {
    count == Figure.Base.thousand.rawValue ? scene.word(.figureThousand) : String(count)
  }
  let base = number(figure.base.rawValue)
  func side(_ label: String, _ count: Int) -> PersonChart.Side {
    PersonChart.Side(
      label: scene.word(.figureSide, ["of": base, "who": scene.fill(label)]), count: count,
      tally: scene.word(.figureCount, ["n": number(count), "of": base]))
  }
  let what = scene.fill(outcome.what)
  let sentence = scene.word(
    .figureSentence,
    [
      "after": scene.fill(outcome.after ?? figure.after), "of": base, "what": what,
      "with": scene.fill(figure.with), "n": number(outcome.with),
      "without": scene.fill(figure.without), "m": number(outcome.without),
    ])
  content.say(scene.word(caption, ["what": what]), .strong)
  content.blocks.append(
    .persons(
      PersonChart(
        total: figure.base.rawValue,
        sides: [side(figure.with, outcome.with), side(figure.without, outcome.without)],
        isHelp: caption == .figureHelp, sentence: sentence)))
}

/// The scores of the answers, each with a bar.
func sayScores(
  _ scores: [Recommendation.ScoreValue], _ scene: Scene, _ content: inout ScreenContent
) {
  let known = scores.compactMap { value in
    scene.pack.rules.scores.first { $0.id == value.id }.map { (score: $0, value: value.value) }
  }
  guard !known.isEmpty else { return }
  content.gap()
  content.blocks.append(.subheading(scene.word(.scoresHeading)))
  for (score, value) in known {
    let text = scene.word(
      .scoreOf,
      [
        "name": scene.fill(score.name),
        "number": numberText(rounded(value, decimals: score.decimals)),
        "range": scene.fill(score.range),
      ])
    content.blocks.append(.bar(text, value))
  }
}
