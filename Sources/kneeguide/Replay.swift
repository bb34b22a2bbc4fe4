import Export
import QuestionnaireModel
import RecommendationCore

/// The answers that the code in a summary carries.
struct Replay {
  private let code: ReplayCode
  private let name: String

  init(_ path: String) throws {
    name = path == "-" ? "standard input" : path
    switch InputFile.read(path) {
    case .failure(let fault):
      throw Failure(
        "cannot read the summary \(path): \(fault.description); check the name",
        status: Failure.badInput)
    case .success(let bytes):
      do { code = try ReplayCode.find(in: bytes) } catch {
        throw Failure("\(name):\(error)", status: Failure.badInput)
      }
    }
  }

  /// The pack in the language of the summary, unless another is asked for.
  func load(_ common: CommonOptions) throws -> LoadedPack {
    let loaded = try common.load()
    return common.language == nil ? loaded.inLanguage(code.language) ?? loaded : loaded
  }

  /// The region of the summary, unless another is asked for.
  func region(_ common: CommonOptions, in loaded: LoadedPack) throws -> Region {
    try loaded.region(named: common.region ?? code.region.rawValue)
  }

  /// The answers, if this content makes the same of them; else one line on what is not the same.
  func answers(in loaded: LoadedPack) throws -> Answers {
    let hash = ReplayCode.shortened(loaded.hash)
    let isSameContent = hash == code.packHash
    let changed =
      "the content has changed since: \(name) was made with \(code.packHash), this is \(hash)"
    guard let response = try readResponse(loaded.pack) else {
      throw Failure(
        changed + ", and its questions are others; then the level was \(code.level.rawValue); "
          + "give --pack with the content that it was made with", status: Failure.badInput)
    }
    let answers = Answers(response, to: loaded.pack.questionnaire, on: code.day)
    let rules = loaded.pack.rules
    let difference = code.difference(from: assess(answers, rules: rules), rules: rules)
    if let difference {
      let why = isSameContent ? "another version of the program wrote \(name)" : changed
      throw Failure(
        why + "; \(difference.words); give --pack with the content that it was made with",
        status: Failure.badInput)
    }
    if !isSameContent {
      throw Failure(
        changed + "; the level (\(code.level.rawValue)) and the red flags would be the same, "
          + "the rest may not be; give --pack with the content that it was made with",
        status: Failure.badInput)
    }
    if !code.includesPrivate, loaded.pack.questionnaire.items.contains(where: \.isPrivate) {
      StandardError.write(
        "\(Program.name): \(name) leaves private answers out; with them the result may be another\n"
      )
    }
    return answers
  }

  private func readResponse(_ pack: ContentPack) throws -> QuestionnaireResponse? {
    do { return try code.response(to: pack.questionnaire) } catch {
      throw Failure("\(name):\(error)", status: Failure.badInput)
    }
  }
}

extension ReplayDifference {
  /// What was and what would be.
  fileprivate var words: String {
    var parts = [
      before == now
        ? "the level would be the same (\(now.rawValue))"
        : "the level was \(before.rawValue) and would be \(now.rawValue)"
    ]
    if !gone.isEmpty {
      let names = gone.map { $0?.rawValue ?? "one that is not there any more" }
      parts.append("red flags that would go: " + names.joined(separator: ", "))
    }
    if !new.isEmpty {
      parts.append("red flags that would come: " + new.map(\.rawValue).joined(separator: ", "))
    }
    return parts.joined(separator: "; ")
  }
}
