import QuestionnaireModel
import RecommendationCore

extension Claim: PackCoded {
  func write(to pack: inout PackWriter) {
    pack.write(id)
    pack.write(number)
    pack.write(place)
    pack.write(kind)
    pack.write(saidBy)
    pack.write(interest)
    pack.write(claim)
    pack.write(verdict)
    pack.write(badge)
    pack.write(isBenefit)
    pack.write(support)
    pack.write(dissent)
    pack.write(say)
    pack.write(shown)
    pack.write(reviewDue)
  }

  init(from pack: inout PackReader) throws(PackFault) {
    try self.init(
      id: pack.read(), number: pack.read(), place: pack.read(), kind: pack.read(),
      saidBy: pack.read(), interest: pack.read(), claim: pack.read(), verdict: pack.read(),
      badge: pack.read(), isBenefit: pack.read(), support: pack.read(), dissent: pack.read(),
      say: pack.read(), shown: pack.read(), reviewDue: pack.read())
  }
}

/// Skipped until a claim is asked for.
extension ClaimLedger: PackCoded {
  func write(to pack: inout PackWriter) {
    pack.appendWithLength { pack in pack.write(claims) }
  }

  init(from pack: inout PackReader) throws(PackFault) {
    let place = try pack.take(pack.count())
    let source = pack.source
    self.init(decoder: {
      do throws(PackFault) {
        let claims: [Claim] = try source.read(PackPart.claims.name, at: place)
        return claims
      } catch { return [] }
    })
  }
}
