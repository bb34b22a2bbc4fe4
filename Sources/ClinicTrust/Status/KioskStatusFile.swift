package import Export

/// The file that a monitor reads; it is replaced whole, so that no reader sees a half.
package enum KioskStatusFile {
  package static let name = "status"

  package static func write<Calls: StoreCalls>(
    _ status: KioskStatus, in folder: String, calls: inout Calls
  ) throws(SystemError) {
    try calls.replace(name, in: folder, with: Array(status.text.utf8), mode: 0o644)
  }

  /// The text of the last status; `nil` where the kiosk has not written one.
  package static func read<Calls: StoreCalls>(
    in folder: String, calls: inout Calls
  ) throws(SystemError) -> String? {
    try calls.readIfThere(folder + "/" + name).map { String(decoding: $0, as: UTF8.self) }
  }
}
