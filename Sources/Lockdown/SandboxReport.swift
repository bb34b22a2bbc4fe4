/// What the kernel has of each layer.
package struct SandboxReport: Equatable, Sendable {
  package enum Strength: Equatable, Sendable {
    case full
    /// An older Landlock of this version.
    case partial(Int)
    case absent
  }

  /// Landlock.
  package var files: Strength
  /// The filter of system calls.
  package var calls: Strength

  package init(files: Strength, calls: Strength) {
    self.files = files
    self.calls = calls
  }

  /// Fails where a layer is absent and all are demanded.
  ///
  /// An older Landlock is enough: what it does not know the filter denies too.
  package func require(_ demand: Sandbox.Demand) throws(SandboxError) {
    guard demand == .required else { return }
    if files == .absent { throw .noFileRules }
    if calls == .absent { throw .noSystemCallFilter }
  }

  /// What an older Landlock does not know, for whoever has to decide on it.
  package static func missing(inVersion version: Int) -> [String] {
    let known: [(Int, String)] = [
      (2, "moving files between folders"), (3, "cutting files short"), (4, "TCP"),
      (5, "ioctl on devices"), (6, "signals and abstract sockets"),
    ]
    return known.filter { $0.0 > version }.map(\.1)
  }

  /// A line of `kiosk --check`.
  package struct Line: Equatable, Sendable {
    package let isReady: Bool
    /// The layer.
    package let what: String
    package let detail: String

    package var text: String { "\(what): \(detail)" }

    fileprivate init(isReady: Bool, _ layer: String, _ detail: String) {
      self.isReady = isReady
      what = "sandbox, \(layer)"
      self.detail = detail
    }
  }

  /// A line for each layer, as `kiosk --check` shows them, for a configuration that demands this.
  package func lines(demand: Sandbox.Demand) -> [Line] {
    let isEnough = demand == .bestEffort
    let fileLine: Line =
      switch files {
      case .full: Line(isReady: true, "files", "the kernel has all of Landlock")
      case .partial(let version):
        Line(
          isReady: calls != .absent || isEnough, "files",
          "the kernel has Landlock \(version), which does not know: "
            + Self.missing(inVersion: version).joined(separator: ", ")
            + (calls == .absent
              ? "; a kernel of 6.12 or newer does" : "; the filter of system calls denies these"))
      case .absent: line(lacking: .noFileRules, "files", isEnough)
      }
    let callLine: Line =
      calls == .absent
      ? line(lacking: .noSystemCallFilter, "system calls", isEnough)
      : Line(isReady: true, "system calls", "the kernel can filter them")
    return [fileLine, callLine]
  }

  private func line(lacking fault: SandboxError, _ layer: String, _ isEnough: Bool) -> Line {
    isEnough
      ? Line(
        isReady: true, layer, "the kernel has none, and sandbox = best-effort goes on without")
      : Line(isReady: false, layer, "\(fault.what); \(fault.remedy)")
  }
}
