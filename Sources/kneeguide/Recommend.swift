import ArgumentParser
import Export
import Printing
import QuestionnaireModel
import RecommendationCore

/// From a file of answers to the recommendation, for scripts and other systems.
struct Recommend: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Read answers from a JSON file, or from a summary, and write what they lead to.",
    discussion: """
      text: the page for the visit. json: a stable interface, of which a JSON Schema comes with the \
      program. fhir: a FHIR R4 bundle for a record, in the language of the content; nobody is named in it.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case markdown
    case pdf
    case json
    case fhir
    case qr
  }

  @OptionGroup var common: CommonOptions

  @Option(help: "The JSON file of answers; - for standard input.")
  var answers: String?

  @Option(help: "A summary whose code is read; - for standard input.")
  var fromSummary: String?

  @Option(help: "text, markdown, pdf, qr (page one in QR codes), json or fhir; pdf needs --output.")
  var format: Format = .text

  @Option(help: "The pages of the summary: both, person or clinician.")
  var pages: SummaryPages = .both

  @Flag(help: "Let the answers to private questions out too; json holds back none.")
  var withPrivate = false

  @Option(help: "The paper of a pdf: a4 or letter; left out: that of the region.")
  var paper: SummaryHTML.Paper?

  @Option(
    help: "For qr: the columns and lines that there are, such as 80x24; left out, the terminal's.")
  var size: String?

  @Option(help: "Write to this new file instead of standard output.")
  var output: String?

  @Flag(help: "Print the text instead of writing it.")
  var print = false

  @Option(
    help: ArgumentHelp(
      "For --print: this printer; left out: KNEEGUIDE_PRINTER, or the usual one.",
      valueName: "name"))
  var printer: String?

  func run() throws {
    try reportingFailure {
      if print, format != .text || output != nil {
        throw Failure(
          "--print prints the text; leave --format and --output out", status: Failure.usage)
      }
      if !print, printer != nil {
        throw Failure("--printer names where to print; give --print too", status: Failure.usage)
      }
      let (loaded, region, read) = try input()
      let result = assess(read, rules: loaded.pack.rules)
      let summary = TextSummary(
        result, answers: read, pack: loaded.pack, region: region,
        programVersion: Program.version, packHash: loaded.hash, includesPrivate: withPrivate,
        pages: pages, original: loaded.original.pack)
      if print { return try printOut(summary, wording: loaded.pack.wording) }
      switch format {
      case .text: try write(Array(summary.text.utf8), wording: loaded.pack.wording)
      case .markdown: try write(Array(summary.markdown.utf8), wording: loaded.pack.wording)
      case .pdf: try writePDF(of: summary, in: region, wording: loaded.pack.wording)
      case .qr:
        let drawn = try drawnCodes(of: summary, size: size, wording: loaded.pack.wording)
        try write(Array(drawn.utf8), wording: loaded.pack.wording)
      case .json:
        let text = RecommendationJSON.text(
          result, answers: read, pack: loaded.pack, region: region, packHash: loaded.hash)
        try write(Array(text.utf8), wording: loaded.pack.wording)
      case .fhir:
        let text = bundle(of: loaded.original, read, in: region)
        try write(Array(text.utf8), wording: loaded.pack.wording)
      }
    }
  }

  private func printOut(_ summary: TextSummary, wording: Wording) throws {
    let outcome =
      PrintDesk(.mine, printer: try NamedPrinter(printer).name).printNow(summary.printed)
    guard let why = outcome.message(in: wording) else { return }
    throw Failure(why, status: Failure.tryLater)
  }

  /// In the language that the content was written in, whatever the person reads.
  private func bundle(
    of loaded: LoadedPack, _ read: Answers, in region: Region
  ) -> String {
    FHIRBundle(
      assess(read, rules: loaded.pack.rules), answers: read,
      to: FHIRQuestionnaire(loaded.pack, region: region, packHash: loaded.hash),
      programVersion: Program.version, includesPrivate: withPrivate
    ).text
  }

  private func writePDF(of summary: TextSummary, in region: Region, wording: Wording) throws {
    guard output != nil else {
      throw Failure("a pdf is no text; name its file with --output", status: Failure.usage)
    }
    switch SummaryForm.pdf.bytes(of: summary, on: paper ?? region.paper) {
    case .success(let bytes): try write(bytes, wording: wording)
    case .failure(let fault): throw Failure(wording[fault.word], status: Failure.cannotWrite)
    }
  }

  /// The pack, the region and the answers, from the one place that was named.
  private func input() throws -> (LoadedPack, Region, Answers) {
    switch (answers, fromSummary) {
    case (let answers?, nil):
      let loaded = try common.load()
      let region = try common.region(in: loaded)
      return (loaded, region, try readAnswers(answers, pack: loaded.pack))
    case (nil, let summary?):
      let replay = try Replay(summary)
      let loaded = try replay.load(common)
      return (loaded, try replay.region(common, in: loaded), try replay.answers(in: loaded))
    default:
      throw Failure("give either --answers FILE or --from-summary FILE", status: Failure.usage)
    }
  }

  private func write(_ bytes: [UInt8], wording: Wording) throws {
    guard let output else {
      return try StandardOutput.write(String(decoding: bytes, as: UTF8.self))
    }
    switch SafeFileWriter.write(bytes, to: output) {
    case .success(.durable): break
    case .success(let saved):
      StandardError.write("\(Program.name): \(saved.message(path: output, wording: wording))\n")
    case .failure(let fault):
      throw Failure(fault.message(path: output, wording: wording), status: Failure.cannotWrite)
    }
  }
}

extension SummaryPages: ExpressibleByArgument {}
extension SummaryHTML.Paper: ExpressibleByArgument {}

/// The answers of a file, read against the pack.
///
/// A file that names no day gets today, and that is said.
func readAnswers(_ path: String, pack: ContentPack) throws -> Answers {
  let contents = try answersContents(path, pack: pack)
  let day = try contents.day ?? Day.todayOrFailure()
  if contents.day == nil {
    StandardError.write("\(Program.name): \(path) names no day; \"on\" is taken as \(day)\n")
  }
  return Answers(contents.response, to: pack.questionnaire, on: day)
}

/// What a file of answers holds, or one line for each of its faults.
func answersContents(_ path: String, pack: ContentPack) throws -> AnswersFile.Contents {
  let bytes: [UInt8]
  switch InputFile.read(path) {
  case .success(let read): bytes = read
  case .failure(let fault):
    throw Failure(
      "cannot read the answers \(path): \(fault.description); check the name",
      status: Failure.badInput)
  }
  do {
    return try AnswersFile.read(bytes, for: pack.questionnaire)
  } catch {
    let name = path == "-" ? "standard input" : path
    let lines = error.all.map { "\(name):\($0)" }.joined(separator: "\n\(Program.name): ")
    throw Failure(lines, status: Failure.badInput)
  }
}
