extension Draft {
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
}
