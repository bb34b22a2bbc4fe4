import ArgumentParser
import ContentCompiler
import Export
import PackFile
import QuestionnaireModel
import RecommendationCore

struct ExportContent: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract:
      "Writes the questions as a FHIR R4 Questionnaire, or what comes of the example patients.",
    discussion: """
      With --patients a line of JSON for each: { "patient": id, "export": … }, in which stands what \
      'kneeguide recommend' writes for the answers, or the answers themselves.
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case fhir
    case json
    case answers
  }

  @OptionGroup var content: ContentOptions

  @Option(help: "fhir; with --patients also json or answers.")
  var format: Format

  @Flag(help: "Write a line for each example patient.")
  var patients = false

  @Flag(help: "With --patients: let answers to private questions out too.")
  var withPrivate = false

  func validate() throws {
    if !patients && (format != .fhir || withPrivate) {
      throw ValidationError("Only example patients have such an export; add --patients.")
    }
  }

  func run() throws {
    let compilation = try content.compilation()
    guard let pack = compilation.pack, let region = pack.defaultRegion,
      let hash = try? hash(of: compilation.packs)
    else {
      throw failure(
        "\(content.folder): \(compilation.summary)", "run 'kneeguide-content check'", status: 65)
    }
    let questionnaire = FHIRQuestionnaire(pack, region: region, packHash: hash)
    guard patients else { return print(questionnaire.text, terminator: "") }
    for patient in compilation.patients {
      let answers = Answers(patient.response, to: pack.questionnaire, on: patient.day)
      let result = assess(answers, rules: pack.rules)
      let line =
        switch format {
        case .answers: AnswersFile.line(patient.response, on: patient.day, for: pack.questionnaire)
        case .json:
          RecommendationJSON.line(
            result, answers: answers, pack: pack, region: region, packHash: hash)
        case .fhir:
          // The author's program has no version of its own.
          FHIRBundle(
            result, answers: answers, to: questionnaire, programVersion: "example",
            includesPrivate: withPrivate
          ).line
        }
      print(#"{"patient":"\#(patient.id)","export":\#(line)}"#)
    }
  }

  /// As the patient's program tells it of the pack that is built of the content.
  private func hash(of packs: [ContentPack]) throws -> String? {
    let bytes = try PackFile.encode(packs)
    return try PackFile.places(in: bytes).first.map { PackFile.hash(of: Array(bytes[$0.range])) }
  }
}

extension ContentPack {
  fileprivate var defaultRegion: Region? {
    manifest.regions.first { $0.id == manifest.defaultRegion }
  }
}
