internal import CKiosk
internal import Glibc

/// Another user's rights to files, looked at in a process that becomes that user.
package struct UserAccess {
  private let user: UInt32
  private let group: UInt32
  private let groups: [UInt32]

  package init(user: UInt32, group: UInt32, groups: [UInt32]) {
    self.user = user
    self.group = group
    self.groups = groups
  }

  /// For each path why it cannot be used so, as access(2) has modes and faults, or 0; `nil` where
  /// this process cannot become that user.
  package func faults(_ wanted: [(path: String, mode: Int32)]) -> [Int32]? {
    let paths = wanted.map { UnsafePointer(strdup($0.path)) }
    defer { for path in paths { free(UnsafeMutableRawPointer(mutating: path)) } }
    var faults = [Int32](repeating: 0, count: wanted.count)
    let done = kiosk_access_as(
      user, group, groups, groups.count, paths, wanted.map(\.mode), &faults, wanted.count)
    return done == 0 ? faults : nil
  }
}
