import Export
import Glibc
import RecommendationCore
import TextUI

/// Page one as QR codes, one below the other, each with its place under it.
///
/// On a terminal they are black on white, whatever its own colors are; elsewhere a block is dark.
func drawnCodes(
  of summary: TextSummary, size: String?, wording: Wording
) throws -> String {
  let window = try PrintedLook.windowSize(size ?? windowSizeOfOutput() ?? "80x24")
  let pages: [QRPages.Page]
  do { pages = try summary.qrPages(width: window.width, height: window.height).pages } catch {
    throw Failure(error.message(wording: wording), status: Failure.cannotWrite)
  }
  let isTerminal = isatty(1) == 1
  return pages.enumerated().map { place, page in
    let rows = page.rows.map { isTerminal ? "\u{1B}[30;107m\($0)\u{1B}[0m\n" : $0 + "\n" }
    let name = wording(.qrPart, ["n": "\(place + 1)", "total": "\(pages.count)"])
    return rows.joined() + (pages.count > 1 ? name + "\n" : "")
  }
  .joined(separator: "\n")
}

/// The columns and lines of the terminal that standard output is.
private func windowSizeOfOutput() -> String? {
  var window = winsize()
  guard ioctl(1, UInt(TIOCGWINSZ), &window) == 0, window.ws_col > 0, window.ws_row > 0 else {
    return nil
  }
  return "\(min(window.ws_col, 1000))x\(min(window.ws_row, 1000))"
}
