/// All lines of a view are of the same length, and its drawing, its ASCII form and its mask have as
/// many lines as each other.
struct EvenPictureRows: ContentRule {
  static func check(_ draft: Draft) {
    for view in draft.pictures.flatMap(\.views) {
      let drawing = view.forms[0].rows
      let width = drawing.first?.text.count ?? 0
      for form in view.forms {
        for row in form.rows where row.text.count != width {
          draft.report.error(
            name, at: row.place(column: min(width, row.text.count)),
            "this line has \(row.text.count) columns; the first of the drawing has \(width)",
            "make all lines of a view equally long, with blanks at the end")
        }
        if form.rows.count != drawing.count {
          draft.report.error(
            name, at: form.place,
            "'\(form.key)' has \(form.rows.count) lines; the drawing has \(drawing.count)",
            "give every line of the drawing one in '\(form.key)'")
        }
      }
    }
  }
}
