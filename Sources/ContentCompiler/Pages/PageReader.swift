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
    guard let original = PageParts(of: file, in: self) else {
      setIncomplete([.page])
      return
    }
    let page = translation?.translated(original, of: file.path, in: self) ?? original
    guard let map = MapReader(page.header, "page", in: self) else {
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
    let blocks = PageBody.blocks(
      of: page.text, firstLine: page.firstLine, file: page.file, draft: self)
    guard let id, let title, let about, let group, let reviewed, let due else { return }
    sourcesLinked[Page.ID(id)] = linkedSources
    explainedOnPage[Page.ID(id)] = explained
    pages.append(
      map.placed(
        Page(
          id: Page.ID(id), title: title, about: about, group: group, reviewed: reviewed,
          reviewDue: due, sources: sources, blocks: blocks)))
  }
}
