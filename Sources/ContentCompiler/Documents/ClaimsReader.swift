import QuestionnaireModel
import RecommendationCore

extension Draft {
  /// Reads `evidence/claims.yaml`, which may be left out.
  func readClaims(_ folder: Folder) {
    let path = "evidence/claims.yaml"
    guard folder.paths.contains(path),
      let document = document(path, in: folder, declaring: [.claim])
    else { return }
    for entry in document.entries(of: "the list of claims", in: self) {
      guard let map = MapReader(entry, "claim", in: self) else { continue }
      let id = map.id(declaring: .claim)
      let number = claimNumber(map)
      let place = map.text("place")
      let kind: Claim.Kind? = map.choice("kind")
      let saidBy = map.text("said-by")
      let interest = map.text("interest")
      let claim = map.text("claim")
      let verdict: Claim.Verdict? = map.choice("verdict")
      let badge: Claim.Badge? = map.choice("badge")
      let isBenefit = map.flag("benefit")
      let support = map.names("for", of: .source, isRequired: true).map { Reference.ID($0) }
      let dissent = map.names("against", of: .source, isRequired: true).map { Reference.ID($0) }
      let say = map.text("say")
      let shown = map.names("shown", of: .page, isRequired: true).map { Page.ID($0) }
      let due = map.day("review-due")
      map.finish()
      guard let id, let number, let place, let kind, let saidBy, let interest, let claim,
        let verdict, let badge, let say, let due
      else { continue }
      claims.append(
        map.placed(
          Claim(
            id: Claim.ID(id), number: number, place: place, kind: kind, saidBy: saidBy,
            interest: interest, claim: claim, verdict: verdict, badge: badge,
            isBenefit: isBenefit, support: support, dissent: dissent, say: say, shown: shown,
            reviewDue: due)))
    }
  }

  /// The number in `C12`; noted for claims with other faults too, which are not missing.
  private func claimNumber(_ map: MapReader) -> Int? {
    guard let value = map.required("number"), let word = map.read(word: value, "number") else {
      return nil
    }
    guard word.first == "C", let number = Int(word.dropFirst()), (1...9999).contains(number) else {
      map.wrongType(value, "number", "a C and a number", "write it as C12")
      return nil
    }
    claimNumbers.append((number, value.place))
    return number
  }
}
