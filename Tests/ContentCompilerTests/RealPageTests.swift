import QuestionnaireModel
import RecommendationCore
import Screens
import Testing
import WalkthroughCore

/// The pages of the content, as they are found and gone through.
@Suite(.tags(.realContent)) struct RealPageTests {
  @Test func `all passages stand on their page, headings as such, and its title finds it`() throws {
    let real = try RealContent()
    let (pack, day) = (real.pack, real.day)
    let region = try #require(
      pack.manifest.regions.first { $0.id == pack.manifest.defaultRegion })
    for page in pack.pages {
      let state = Walkthrough.State(
        day: day, region: pack.manifest.defaultRegion, start: .page(page.id))
      let content = screenContent(Scene(state, in: pack))
      #expect(content.passages.count == page.passages.count, "\(page.id)")
      #expect(state.pageWithHeadings(in: pack) == page.id, "\(page.id) has no headings to go to")
      for heading in state.headings(of: page.id, in: pack) {
        let text = page.passages[heading].text
        #expect(content.blocks[content.passages[heading]] == .subheading(region.filling(text)))
      }
      let title = search(page.title, in: pack.pages).map(\.page)
      #expect(title.contains(page.id), "\(page.id) is not found by its title")
    }
  }
}
