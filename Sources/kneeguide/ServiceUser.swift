import Glibc
import Kiosk

/// The user that the kiosk runs as in its service.
struct ServiceUser: Equatable {
  let name: String
  let id: uid_t
  let group: gid_t
  /// Beside that.
  var groups: [gid_t] = []

  /// The owner of the folder that the service has made, else the one that the package makes; `nil`:
  /// there is neither.
  ///
  /// Root is not it: the service runs as nobody who may do all.
  static func of(_ settings: KioskConfig) -> ServiceUser? {
    let users = lines("/etc/passwd").compactMap(User.init)
    var folder = stat()
    let isMade = stat(settings.stateFolder, &folder) == 0 && folder.st_uid != 0
    let named = users.first { isMade ? $0.id == folder.st_uid : $0.name == "kneeguide" }
    guard let named else {
      guard isMade else { return nil }
      return ServiceUser(name: "\(folder.st_uid)", id: folder.st_uid, group: folder.st_gid)
    }
    let groups = lines("/etc/group").compactMap { fields -> gid_t? in
      guard fields.count > 3, fields[3].split(separator: ",").contains(where: { $0 == named.name })
      else { return nil }
      return gid_t(fields[2])
    }
    return ServiceUser(name: named.name, id: named.id, group: named.group, groups: groups)
  }

  private struct User {
    let name: String
    let id: uid_t
    let group: gid_t

    init?(_ fields: [String]) {
      guard fields.count > 3, let id = uid_t(fields[2]), let group = gid_t(fields[3]) else {
        return nil
      }
      (name, self.id, self.group) = (fields[0], id, group)
    }
  }

  /// The files themselves: a program without shared libraries has no others to ask.
  private static func lines(_ path: String) -> [[String]] {
    guard case .success(let bytes) = InputFile.read(path) else { return [] }
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map {
      $0.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    }
  }
}
