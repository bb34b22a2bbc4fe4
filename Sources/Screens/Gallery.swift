package import RecommendationCore
package import TextUI
import WalkthroughCore

/// A component of the screens in one of its states, drawn.
package struct GallerySample: Equatable, Sendable {
  /// The component and its state, such as `radio focused`.
  package let name: String
  package let frame: Frame
}

/// Every component in every state, each drawn by what draws the screens.
///
/// All words are the screen's own: nothing here speaks to a patient. No component has a state in
/// which it is seen and cannot be used; what does not apply is not drawn.
package func gallery(_ words: Wording, size: Size, glyphs: Glyphs) -> [GallerySample] {
  var samples = texts(words).map { sample($0.0, [$0.1], focus: nil, size, glyphs) }
  for (name, entry) in entries(words) {
    let blocks: [ScreenContent.Block] = [.entry(.continue, entry)]
    samples.append(sample(name, blocks, focus: nil, size, glyphs))
    samples.append(sample(name + " focused", blocks, focus: 0, size, glyphs))
  }
  for (name, content, visit) in screens(words) {
    let drawn = render(content, visit, needsFocusSeen: true, words, size: size, glyphs: glyphs)
    samples.append(GallerySample(name: name, frame: drawn.frame))
  }
  let tooSmall = Size(width: Spacing.smallestWindow.width - 1, height: 3)
  let drawn = render(
    ScreenContent(section: ""), Walkthrough.Visit(.welcome), needsFocusSeen: false, words,
    size: tooSmall, glyphs: glyphs)
  return samples + [GallerySample(name: "screen too-small", frame: drawn.frame)]
}

private func sample(
  _ name: String, _ blocks: [ScreenContent.Block], focus: Int?, _ size: Size, _ glyphs: Glyphs
) -> GallerySample {
  var content = ScreenContent(section: "")
  content.blocks = blocks
  let margin = Spacing.margin(Size(width: min(size.width, 80), height: size.height))
  let width = max(1, min(Spacing.textWidth(size), size.width - margin))
  let layout = Layout(
    content, width: width, focus: focus, isRoomy: Spacing.isRoomy(size), glyphs: glyphs)
  var frame = Frame(size: Size(width: margin + width, height: layout.lines.count))
  for (row, line) in layout.lines.enumerated() {
    draw(line, at: Point(x: margin, y: row), &frame)
  }
  return GallerySample(name: name, frame: frame)
}

private func texts(_ words: Wording) -> [(String, ScreenContent.Block)] {
  let text = words[.welcomeAbout]
  let chart = { (isHelp: Bool) in
    ScreenContent.Block.persons(
      PersonChart(
        total: 100,
        sides: [(72, ScreenWord.fitStrong), (17, .fitWeak)].map { count, who in
          PersonChart.Side(
            label: words[who], count: count,
            tally: words(.figureCount, ["n": String(count), "of": "100"]))
        }, isHelp: isHelp, sentence: words[.soonerAbout]))
  }
  return [
    ("subheading", .subheading(words[.checkHeading])),
    ("text body", .text(text, .body)), ("text hint", .text(text, .hint)),
    ("text strong", .text(words[.welcomeHeading], .strong)),
    ("text warning", .text(words[.noticeChanged], .warning)),
    ("text urgent", .text(words[.stopSection], .urgent)),
    ("text urgent long", .text(text, .urgent)),
    ("bullet", .bullet(text)), ("numbered", .numbered(1, text)), ("quoted", .quoted(text)),
    ("persons help", chart(true)), ("persons harm", chart(false)),
    ("bar", .bar(words(.scaleAnswer, ["number": "7"]), 7)),
  ]
}

private func entries(_ words: Wording) -> [(String, EntryText)] {
  let (yes, hint) = (words[.yes], words[.askThemNow])
  return [
    ("radio", .radio(yes, hint: nil, isOn: false)),
    ("radio picked", .radio(yes, hint: hint, isOn: true)),
    ("check", .check(yes, hint: nil, isOn: false)),
    ("check picked", .check(yes, hint: hint, isOn: true)),
    ("none", .none(words[.noneOfThese], isOn: false)),
    ("none picked", .none(words[.noneOfThese], isOn: true)),
    ("row", .row(words[.weight], hint: hint, answer: nil, width: 8)),
    ("row answered", .row(words[.weight], hint: hint, answer: yes, width: 8)),
    ("keyed", .keyed("0", words[.noToTheRest])),
    ("field", .field(label: "", text: "", unit: words[.unitYears])),
    ("field typed", .field(label: "", text: "67", unit: words[.unitYears])),
    ("field text", .field(label: words[.fileName], text: words[.glossary], unit: "")),
    ("scale", .scale(value: nil, low: words[.no], high: yes)),
    ("scale picked", .scale(value: 7, low: words[.no], high: yes)),
    ("button", .button(words[.continue])), ("link", .link(words[.allPages])),
    ("item", .item(words[.height], detail: "")),
    ("item known", .item(words[.height], detail: words[.noToAll])),
    ("item known-long", .item(words[.height], detail: words[.welcomeAbout])),
  ]
}

/// Whole screens: in rest, with an error, and with more above and below.
private func screens(_ words: Wording) -> [(String, ScreenContent, Walkthrough.Visit)] {
  var content = ScreenContent(section: words[.check], heading: words[.checkHeading])
  content.place = words(.part, ["n": "2", "total": "7"])
  content.keys = [
    KeyHint(words[.keyEnter], words[.doesChoose]), KeyHint(words[.keyBack], words[.doesBack]),
    KeyHint(words[.keyHelp], words[.doesHelp]),
  ]
  content.add(.continue, .radio(words[.yes], hint: nil, isOn: true))
  content.add(.continue, .radio(words[.no], hint: nil, isOn: false))
  let visit = Walkthrough.Visit(.checkAnswers)
  var wrong = content
  wrong.fault = words(.problem, ["fault": words[.faultChooseOne]])
  var long = content
  for _ in 0..<40 { long.say(words[.checkAbout]) }
  var middle = visit
  middle.scroll = 20
  middle.focus = 2
  return [
    ("screen", content, visit), ("screen error", wrong, visit), ("screen scrolled", long, middle),
  ]
}
