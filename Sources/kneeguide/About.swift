import PackFile
import QuestionnaireModel
import RecommendationCore

/// What the program is, what it is not, and which content it has: all of it the pack's own words.
func aboutText(_ loaded: LoadedPack) -> String {
  let manifest = loaded.pack.manifest
  let about = manifest.about
  func word(_ key: ScreenWord, _ values: KeyValuePairs<String, String> = [:]) -> String {
    loaded.pack.wording(key, values)
  }
  var lines = [
    word(.aboutProgram, ["program": manifest.title, "version": Program.version]),
    word(
      .aboutContent,
      ["pack": manifest.id, "version": manifest.version, "hash": String(loaded.hash.prefix(12))]),
    word(
      .aboutReviewed,
      ["reviewed": manifest.reviewed.description, "due": manifest.reviewDue.description]),
  ]
  if let signedOff = manifest.signedOff {
    lines.append(word(.aboutSignedOff, ["by": signedOff.by, "on": signedOff.on.description]))
  } else {
    lines.append(word(.aboutNotSignedOff))
  }
  lines += ["", manifest.intendedUse, manifest.notADiagnosis, "", word(.aboutNot)]
  lines += about.isNot.map { "- " + $0 }
  lines += ["", about.marking, about.authors, "", about.deployers, "", word(.aboutNumbers)]
  lines += manifest.regions.map { region in
    let line = word(
      .aboutRegion,
      [
        "id": region.id.rawValue, "region": region.name, "emergency": region.emergencyNumber,
        "nurse": region.nurseLine, "crisis": region.crisisLine,
      ])
    let checked = region.numbersChecked.map { word(.aboutChecked, ["day": $0.description]) }
    return "- " + line + (checked.map { " " + $0 } ?? "")
  }
  lines += ["", about.licenses]
  return lines.map { $0 + "\n" }.joined()
}

extension LoadedPack {
  /// The fingerprint of the standing text: what the program is for, that it is no diagnosis, and
  /// whom to call in an emergency.
  ///
  /// Of the content as it was written, whatever language it is read in.
  func notice(in region: Region) -> String {
    let pack = original.pack
    let region = pack.manifest.regions.first { $0.id == region.id } ?? region
    return PackFile.fingerprint(
      of: [
        pack.manifest.intendedUse, pack.manifest.notADiagnosis,
        region.filling(pack.wording[.welcomeEmergency]),
      ].joined(separator: "\n"))
  }
}
