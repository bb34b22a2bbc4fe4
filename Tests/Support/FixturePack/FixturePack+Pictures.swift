package import QuestionnaireModel

extension FixturePack {
  /// The thing from three sides, drawn as it stands in the house; in the garage it stands the other
  /// way round.
  package static let picture = Picture(
    id: "thing", mirroredWhen: .is("place", "garage"),
    captions: [
      Picture.Caption(
        when: .is("place", "garage"), text: "The thing in the garage",
        forAnother: "Their thing in the garage"),
      Picture.Caption(text: "The thing as you see it", forAnother: "The thing as they see it"),
    ],
    legend: [
      Picture.Legend(letter: "F", zone: "front"), Picture.Legend(letter: "B", zone: "back"),
      Picture.Legend(letter: "I", zone: "inner"), Picture.Legend(letter: "O", zone: "outer"),
    ],
    views: [
      Picture.View(
        title: "Front", left: "inner", right: "outer",
        drawing: [
          "   .─────────.   ",
          "  /   │ < │   \\  ",
          " (    │   │    ) ",
          "  \\   │   │   /  ",
          "   \\_________/   ",
        ],
        ascii: [
          "   .---------.   ",
          "  /   | < |   \\  ",
          " (    |   |    ) ",
          "  \\   |   |   /  ",
          "   \\_________/   ",
        ],
        mask: [
          "                 ",
          "   IIIIFFFOOOO   ",
          "  IIIIIFFFOOOOO  ",
          "   IIIIFFFOOOO   ",
          "                 ",
        ]),
      Picture.View(
        title: "Back", left: "", right: "",
        drawing: [" .─────. ", "/       \\", "│       │", "\\_______/"],
        ascii: [" .-----. ", "/       \\", "|       |", "\\_______/"],
        mask: ["         ", " BBBBBBB ", " BBBBBBB ", "         "]),
      Picture.View(
        title: "Top", left: "", right: "",
        drawing: ["┌─────┐", "│     │", "└─────┘"], ascii: ["+-----+", "|     |", "+-----+"],
        mask: ["       ", " IIOOO ", "       "]),
    ])
}
