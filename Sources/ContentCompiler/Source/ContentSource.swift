/// Where the files of the content come from: a folder, or a test's memory.
package protocol ContentSource {
  /// The paths of all files below the folder, such as `rules/ladder.yaml`, in any order.
  func paths() throws -> [String]
  func bytes(of path: String) throws -> [UInt8]
}

/// Content that a test has written.
package struct ContentInMemory: ContentSource {
  package var files: [String: [UInt8]]

  package init(_ files: [String: String]) { self.files = files.mapValues { Array($0.utf8) } }

  package func paths() -> [String] { Array(files.keys) }
  package func bytes(of path: String) -> [UInt8] { files[path] ?? [] }
}
