import ArgumentParser
import Export
import QuestionnaireModel
import RecommendationCore

/// From a file of answers to the recommendation, for scripts and other systems.
struct Recommend: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Read answers from a JSON file and write what they lead to.",
    discussion: """
      text: the page for the visit. json: a stable interface, of which a JSON Schema comes with the \
      program. fhir: a FHIR R4 bundle for a record, in the language of the content; nobody is named in it.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
    case fhir
  }

  @OptionGroup var common: CommonOptions

  @Option(help: "The JSON file of answers; - for standard input.")
  var answers: String

  @Option(help: "text, json or fhir.")
  var format: Format = .text

  @Flag(
    help: "Let answers to private questions out too, in text and fhir; json holds back none.")
  var includePrivate = false

  @Option(help: "Write to this new file instead of standard output.")
  var output: String?

  func run() throws {
    try reportingFailure {
      let loaded = try common.load()
      let text = try format == .fhir ? bundle(loaded.original) : self.text(loaded)
      try write(text, wording: loaded.pack.wording)
    }
  }

  private func text(_ loaded: LoadedPack) throws -> String {
    let region = try common.region(in: loaded)
    let read = try readAnswers(answers, pack: loaded.pack)
    let result = assess(read, rules: loaded.pack.rules)
    if format == .json {
      return RecommendationJSON.text(
        result, answers: read, pack: loaded.pack, region: region, packHash: loaded.hash)
    }
    return TextSummary(
      result, answers: read, pack: loaded.pack, region: region,
      programVersion: Program.version, packHash: loaded.hash, includesPrivate: includePrivate,
      original: loaded.original.pack
    ).text
  }

  private func bundle(_ loaded: LoadedPack) throws -> String {
    let region = try common.region(in: loaded)
    let read = try readAnswers(answers, pack: loaded.pack)
    return FHIRBundle(
      assess(read, rules: loaded.pack.rules), answers: read,
      to: FHIRQuestionnaire(loaded.pack, region: region, packHash: loaded.hash),
      programVersion: Program.version, includesPrivate: includePrivate
    ).text
  }

  private func write(_ text: String, wording: Wording) throws {
    guard let output else { return try StandardOutput.write(text) }
    switch SafeFileWriter.write(Array(text.utf8), to: output) {
    case .success(.durable): break
    case .success(let saved):
      StandardError.write("\(Program.name): \(saved.message(path: output, wording: wording))\n")
    case .failure(let fault):
      throw Failure(fault.message(path: output, wording: wording), status: Failure.cannotWrite)
    }
  }
}

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
