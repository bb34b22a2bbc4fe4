import Glibc
package import RecommendationCore

/// The summary as a PDF, tagged and with its fonts in it, made by Debian's `weasyprint`.
///
/// The program reads the page from a pipe and writes into another: nothing lies in a folder between.
package enum SummaryPDF {
  package enum Fault: Error, Equatable, Sendable {
    /// The program is not on this machine.
    case missing
    case failed
    case tookTooLong
  }

  private static let program = "weasyprint"
  /// It reads nothing but its input, and takes no address from it.
  private static func arguments(cutting what: String) -> [String] {
    [
      "--quiet", "--encoding", "utf-8", "--base-url", "about:blank", "--pdf-variant", "pdf/ua-1",
      "--optimize-size", what, "-", "-",
    ]
  }

  /// Whether it can be made here.
  package static var isAvailable: Bool { place != nil }

  private static var place: String? {
    ByteFilter.find(program, in: getenv("PATH").map { String(cString: $0) })
  }

  package static func bytes(of html: String, milliseconds: Int = 60_000) -> Result<[UInt8], Fault> {
    guard let place else { return .failure(.missing) }
    // Some fonts cannot be cut down to the letters that are used; then they go in whole.
    for what in ["fonts", "none"] {
      let filter = ByteFilter(
        path: place, arguments: arguments(cutting: what), milliseconds: milliseconds)
      switch filter.run(Array(html.utf8)) {
      case .success(let bytes) where bytes.starts(with: Array("%PDF-".utf8)):
        return .success(bytes)
      case .failure(.tookTooLong): return .failure(.tookTooLong)
      case .success, .failure: continue
      }
    }
    return .failure(.failed)
  }
}

extension SummaryPDF.Fault {
  /// What is wrong and what to do, in one line.
  package var word: ExportWord {
    switch self {
    case .missing: .pdfMissing
    case .failed: .pdfFailed
    case .tookTooLong: .pdfTookTooLong
    }
  }
}
