extension Frame {
  /// The frame in ASCII alone, for a locale that has nothing else.
  ///
  /// Every character keeps its place.
  ///
  /// A screen that was made with `Glyphs.ascii` and transliterated texts comes out as it is; this
  /// catches the rest.
  package var inASCII: Frame {
    guard scalars.contains(where: { $0 >= 0x80 }) else { return self }
    var frame = self
    for index in scalars.indices where scalars[index] >= 0x80 {
      let character = character(at: index)
      let ascii = transliterated(String(character)).unicodeScalars.first?.value
      frame.scalars[index] = ascii ?? CellCode.blank
    }
    frame.clusters = []
    return frame
  }
}
