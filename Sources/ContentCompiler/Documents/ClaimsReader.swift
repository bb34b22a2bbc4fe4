extension Draft {
  /// Reads `evidence/claims.yaml`, which may be left out: a list of mappings, of which only the
  /// scalars are kept.
  ///
  /// A source that it names anywhere counts as used.
  func readClaims(_ folder: Folder) {
    let path = "evidence/claims.yaml"
    guard folder.paths.contains(path), let document = document(path, in: folder) else { return }
    for entry in document.entries(of: "the list of claims", in: self) {
      noteSources(entry)
      guard case .map(let pairs) = entry.content else { continue }
      claims.append(
        pairs.compactMap { key, value in
          guard let key = key.text, let text = value.text else { return nil }
          if key == "say" {
            prose.append(PatientText(text: text, place: value.place, isQuote: false))
          }
          return (key, text)
        })
    }
  }

  /// Reads `hazards.yaml`, which may be left out: a list of mappings.
  ///
  /// It is for those who keep the content, and goes into no pack.
  func readHazards(_ folder: Folder) {
    let path = "hazards.yaml"
    guard folder.paths.contains(path), let document = document(path, in: folder) else { return }
    for entry in document.entries(of: "the list of hazards", in: self) {
      _ = MapReader(entry, "hazard", in: self)
    }
  }

  private func noteSources(_ value: YAMLValue) {
    switch value.content {
    case .scalar(let text, _):
      if names(of: .source).contains(text) { mention(.source, text, at: value.place) }
    case .list(let values): values.forEach(noteSources)
    case .map(let pairs): for pair in pairs { noteSources(pair.value) }
    }
  }
}
