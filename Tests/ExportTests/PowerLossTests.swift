import Export
import SaveTestKit
import Testing

/// R94: all that a power cut may leave of a save.
struct PowerLossTests {
  private static let bytes = Array("twenty bytes of text".utf8)

  @Test(arguments: FailingCalls.FileSystem.allCases, [20, 7])
  func `a power cut leaves the whole file or none`(
    fileSystem: FailingCalls.FileSystem, mostBytes: Int
  ) {
    var disk = PowerLossDisk(fileSystem, mostBytes: mostBytes)
    #expect(
      SafeFileWriter.write(Self.bytes, to: "/folder/page.txt", calls: &disk) == .success(.durable))
    disk.noteSaid()
    let remains = disk.remains
    for state in remains {
      let page = state.files["page.txt"]
      #expect(page == nil || page == Self.bytes)
      #expect(page == Self.bytes || !state.wasTold, "said to be saved, and lost")
      if state.wasTold { #expect(state.files.count == 1, "\(state.files.keys)") }
    }
    #expect(remains.contains { $0.files.isEmpty } && remains.contains { $0.wasTold })
  }

  /// The model sees what a writer does wrong that flushes too late.
  @Test func `a name before its bytes are safe is found`() throws {
    var disk = PowerLossDisk(.whole, mostBytes: 20)
    let file = try disk.openUnnamed(in: 0)
    _ = try disk.write(Self.bytes[...], to: file)
    try disk.linkUnnamed(file, as: "page.txt", in: 0)
    try disk.flush(file)
    #expect(disk.remains.contains { $0.files["page.txt"] == [] })
  }
}
