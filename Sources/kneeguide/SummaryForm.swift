import Export
import QuestionnaireModel
import RecommendationCore

/// A form of the summary that lies in a file.
enum SummaryForm: String, CaseIterable {
  case text, markdown, pdf

  /// The form that the ending of a file name asks for; text where it names no other.
  init(fileName: String) {
    let name = fileName.lowercased()
    self = name.hasSuffix(".md") ? .markdown : name.hasSuffix(".pdf") ? .pdf : .text
  }

  /// The bytes of the summary; at home alone, since a PDF takes another program.
  func bytes(
    of summary: TextSummary, on paper: SummaryHTML.Paper
  ) -> Result<[UInt8], SummaryPDF.Fault> {
    switch self {
    case .text: .success(Array(summary.text.utf8))
    case .markdown: .success(Array(summary.markdown.utf8))
    case .pdf: SummaryPDF.bytes(of: summary.html(on: paper))
    }
  }
}

extension Region {
  /// The paper that is sold there: Letter where inches are used.
  var paper: SummaryHTML.Paper { units == .us ? .letter : .a4 }
}
