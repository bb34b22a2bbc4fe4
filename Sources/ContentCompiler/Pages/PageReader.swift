import QuestionnaireModel
import RecommendationCore

extension Draft {
  /// Reads `pages/*.md`: a header between two `---` lines, and CommonMark below it.
  func readPages(_ folder: Folder) {
    let paths = folder.paths(in: "pages", ending: ".md")
    if paths.isEmpty {
      report.error(
        "PresentFiles", at: Place("pages/"), "the folder has no page",
        "write a page, such as pages/knee-pain.md")
      setIncomplete([.page])
    }
    for path in paths {
      guard let file = folder.files[path] else {
        setIncomplete([.page])
        continue
      }
      readPage(file)
      currentPage = nil
    }
  }

  private func readPage(_ file: SourceFile) {
    let rule = "PageHeader"
    if file.text.allSatisfy(\.isWhitespace) {
      report.error(
        "FilledFiles", at: Place(file.path), "the file is empty",
        "write its content; Content/FORMAT.md shows what is in it")
      setIncomplete([.page])
      return
    }
    guard isFence(file.lines[0]) else {
      report.error(
        rule, at: Place(file.path), "the page has no header",
        "begin it with a line '---' and its keys")
      setIncomplete([.page])
      return
    }
    guard let end = file.lines.indices.dropFirst().first(where: { isFence(file.lines[$0]) }) else {
      report.error(
        rule, at: Place(file.path), "the header of the page has no end",
        "add a line '---' after its last key")
      setIncomplete([.page])
      return
    }
    // An empty line in place of each line left out, so that the places stay right.
    let header = "\n" + file.lines[1..<end].map(string).joined(separator: "\n") + "\n"
    let body =
      String(repeating: "\n", count: end + 1)
      + file.lines[(end + 1)...].map(string).joined(separator: "\n") + "\n"
    let before = report.diagnostics.count
    guard let value = YAMLValue(parsing: header, of: file, into: report),
      let map = MapReader(value, "page", in: self)
    else {
      if report.diagnostics.count == before {
        report.error(
          rule, at: Place(file.path), "the header of the page is empty", "write its keys")
      }
      setIncomplete([.page])
      return
    }
    let id = map.id(declaring: .page)
    currentPage = id
    let title = map.text("title")
    let about = map.text("about")
    let group: Page.Group? = map.choice("group")
    let reviewed = map.day("reviewed")
    let due = map.day("review-due")
    let sources = map.sources()
    let explained = map.explainedTerms()
    map.finish()
    let blocks = PageBody.blocks(of: body, firstLine: end + 2, file: file, draft: self)
    guard let id, let title, let about, let group, let reviewed, let due else { return }
    sourcesLinked[Page.ID(id)] = linkedSources
    explainedOnPage[Page.ID(id)] = explained
    pages.append(
      map.placed(
        Page(
          id: Page.ID(id), title: title, about: about, group: group, reviewed: reviewed,
          reviewDue: due, sources: sources, blocks: blocks)))
  }

  private func isFence(_ line: [Unicode.Scalar]) -> Bool {
    line.starts(with: "---".unicodeScalars)
      && line.dropFirst(3).allSatisfy(\.properties.isWhitespace)
  }

  private func string(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}
