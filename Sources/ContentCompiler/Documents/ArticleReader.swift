import QuestionnaireModel
import RecommendationCore

/// A section of the article, and the pages that carry what it speaks of.
struct ArticleSection {
  let id: String
  let pages: [Page.ID]
}

extension Draft {
  /// Reads `evidence/article.yaml`, which may be left out.
  ///
  /// It is for those who keep the content, and goes into no pack.
  func readArticle(_ folder: Folder) {
    let path = "evidence/article.yaml"
    guard folder.paths.contains(path), let document = document(path, in: folder),
      let map = MapReader(document, "the article", in: self)
    else { return }
    if let value = map.required("claims"), let count = map.read(whole: value, "claims") {
      if (1...9999).contains(count) {
        articleClaims = (count, value.place)
      } else {
        map.wrongType(value, "claims", "a number from 1 to 9999", "count the article's claims")
      }
    }
    for section in map.maps("sections", "section", isRequired: true) {
      let id = section.id(declaring: .articleSection)
      _ = section.text("says")
      let pages = section.names("pages", of: .page, isRequired: true).map { Page.ID($0) }
      section.finish()
      guard let id else { continue }
      articleSections.append(section.placed(ArticleSection(id: id, pages: pages)))
    }
    map.finish()
  }
}
