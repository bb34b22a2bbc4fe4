/// The summary as one page of HTML that needs nothing else: what a PDF is made of.
///
/// Every text is escaped; there is no script, no picture and no address in it.
package enum SummaryHTML {
  /// The paper that the pages are cut for.
  package enum Paper: String, CaseIterable, Sendable {
    case a4, letter
  }

  package static func text(
    _ blocks: [SummaryBlock], title: String, languages: [SummaryReader: String], paper: Paper
  ) -> String {
    var body = HTMLBody(languages: languages)
    for block in blocks { body.add(block) }
    let page = paper == .a4 ? "A4" : "Letter"
    return """
      <!DOCTYPE html>
      <html lang="\(escaped(languages[.person] ?? ""))">
      <head>
      <meta charset="utf-8">
      <title>\(escaped(title))</title>
      <style>
      @page { size: \(page);\(style)
      </style>
      </head>
      <body>
      \(body.finished)
      </body>
      </html>

      """
  }

  /// The text in one line, as it may stand in an element or an attribute.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for character in printable(text.split(whereSeparator: \.isWhitespace).joined(separator: " ")) {
      switch character {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      default: escaped.append(character)
      }
    }
    return escaped
  }

  /// Black on white alone: frames, weight and size tell what color would.
  private static let style = """
     margin: 13mm 15mm 14mm;
      @bottom-right { content: counter(page) " / " counter(pages); font: 8pt sans-serif } }
    html { font: 10pt/1.3 "Noto Sans", "DejaVu Sans", "Liberation Sans", sans-serif }
    body { margin: 0; color: #000 }
    section + section { break-before: page }
    header { border-bottom: 1.5pt solid #000; margin-bottom: 1.5mm }
    h1 { font-size: 15pt; margin: 0 0 .5mm }
    header p { margin: 0 0 1mm }
    h2 { font-size: 11.5pt; margin: 3mm 0 .8mm; border-bottom: .5pt solid #000; break-after: avoid }
    p { margin: .8mm 0 }
    .level { font-size: 14pt; font-weight: bold; border: 1.5pt solid #000; padding: 1.5mm 3mm;
      margin: 1.5mm 0 }
    .level + p { font-size: 12pt; font-weight: bold }
    ul, ol { margin: .8mm 0; padding-left: 5.5mm }
    li { margin: .4mm 0; break-inside: avoid }
    ol.steps > li { font-weight: bold; margin: 1mm 0 }
    ol.steps > li > p { font-weight: normal }
    li > p { margin: .2mm 0 }
    .clinician { font-size: 8.5pt; line-height: 1.25 }
    .clinician h2 { font-size: 10pt; margin-top: 2.2mm }
    .clinician .level { font-size: 11pt }
    pre { font: 8pt/1.3 "Noto Sans Mono", "DejaVu Sans Mono", monospace }
    table { border-collapse: collapse; width: 100%; margin-top: 1.5mm; break-inside: avoid }
    th, td { border: .75pt solid #000; padding: 1mm 2mm; text-align: left; height: 5mm }
    """
}

/// The elements below `body`, with what is open closed in time.
private struct HTMLBody {
  let languages: [SummaryReader: String]
  private var html = ""
  private var open: [String] = []

  init(languages: [SummaryReader: String]) { self.languages = languages }

  var finished: String {
    var body = self
    body.close(downTo: 0)
    return body.html
  }

  private mutating func close(downTo depth: Int) {
    while open.count > depth { html += "</" + open.removeLast() + ">\n" }
  }

  private mutating func enter(_ tag: String, _ attributes: String = "") {
    html += "<" + tag + attributes + ">"
    open.append(tag)
  }

  private mutating func element(_ tag: String, _ text: String, _ attributes: String = "") {
    html += "<" + tag + attributes + ">" + SummaryHTML.escaped(text) + "</" + tag + ">\n"
  }

  /// An item of the list that is open so deep within its page, or of a new one.
  private mutating func item(_ text: String, of list: String, depth: Int, _ attributes: String = "")
  {
    let level = 1 + min(depth, max(0, (open.count - 1) / 2)) * 2
    close(downTo: min(open.count, level + 1))
    if open.count == level + 1, open.last != list { close(downTo: level) }
    if open.count == level { enter(list, attributes) }
    enter("li")
    // A verdict in front is seen at a glance.
    if let end = text.firstIndex(of: "]"), text.hasPrefix("[") {
      let rest = String(text[text.index(after: end)...])
      html += "<strong>" + SummaryHTML.escaped(String(text[...end])) + "</strong>"
      html += (rest.hasPrefix(" ") ? " " : "") + SummaryHTML.escaped(rest)
    } else {
      html += SummaryHTML.escaped(text)
    }
  }

  mutating func add(_ block: SummaryBlock) {
    switch block {
    case .title(let text, let day, let reader):
      close(downTo: 0)
      let language = SummaryHTML.escaped(languages[reader] ?? "")
      enter("section", " class=\"\(reader)\" lang=\"\(language)\"")
      html += "<header>\n"
      element("h1", text)
      element("p", day)
      html += "</header>\n"
    case .heading(let text, _):
      close(downTo: 1)
      element("h2", text)
    case .paragraph(let text):
      close(downTo: 1)
      element("p", text)
    case .level(let symbol, let text):
      close(downTo: 1)
      element("p", symbol + " " + text, " class=\"level\"")
    case .bullet(let text, let depth): item(text, of: "ul", depth: depth)
    case .step(_, let text): item(text, of: "ol", depth: 0, " class=\"steps\"")
    case .note(let text): element("p", text)
    case .stepNote(let mark, let text):
      html += "<p>" + (mark.isEmpty ? "" : "<strong>" + SummaryHTML.escaped(mark) + "</strong> ")
      html += SummaryHTML.escaped(text) + "</p>\n"
    case .table(let table):
      close(downTo: 1)
      add(table)
    case .verbatim(let lines):
      close(downTo: 1)
      html += "<pre>" + lines.map(SummaryHTML.escaped).joined(separator: "\n") + "</pre>\n"
    case .gap: close(downTo: 1)
    }
  }

  private mutating func add(_ table: SummaryTable) {
    html += "<table>\n<thead><tr>"
    for column in table.columns { element("th", column, " scope=\"col\"") }
    html += "</tr></thead>\n<tbody>\n"
    let empty = [String](repeating: "", count: table.columns.count)
    for row in table.rows + [[String]](repeating: empty, count: table.emptyRows) {
      html += "<tr>"
      for cell in row { element("td", cell) }
      html += "</tr>\n"
    }
    html += "</tbody>\n</table>\n"
  }
}
