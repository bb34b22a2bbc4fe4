import ClinicTrust
import Export
import Glibc
import Kiosk

/// What has to be so for pages to be sealed and kept.
extension KioskCheck {
  func sealing(_ settings: KioskConfig) -> [Finding] {
    guard settings.keepsPages, let folder = settings.sealedFolder else { return [] }
    var findings = [key(settings), place(folder, settings)]
    if findings.allSatisfy({ $0.fault == nil }) { findings.append(room(folder)) }
    if let secret = secretKey(settings) { findings.append(secret) }
    findings.append(
      Finding(
        what: "whether the service may write into \(folder.path)",
        remedy: "keep.conf beside Kiosk.md lets it; try a visit, and look into the folder"))
    return findings
  }

  private func key(_ settings: KioskConfig) -> Finding {
    do {
      let name = try settings.sealingKey()?.name ?? "-"
      return Finding(what: "pages are sealed with the key \(name)")
    } catch {
      return Finding(
        what: "the key that pages are sealed with",
        fault: (error as? Failure)?.message ?? "\(error)")
    }
  }

  /// There, no link, a mount where one is asked for, and the kiosk's own.
  private func place(_ folder: SealedFolder, _ settings: KioskConfig) -> Finding {
    var finding = Finding(what: "the folder of sealed pages \(folder.path)")
    var (found, state) = (stat(), stat())
    do throws(SystemError) {
      _ = try folder.names()
    } catch {
      switch error.code {
      case ENODEV: finding.fault = "no drive is mounted there; put it in, or write keep-mount = no"
      case ELOOP: finding.fault = "it is a link; name the folder itself in keep-folder"
      default: finding.fault = "\(error.reason); make it, and give it to the kiosk's user"
      }
      return finding
    }
    guard stat(folder.path, &found) == 0 else { return finding }
    if found.st_mode & 0o777 != 0o700 {
      let mode = String(found.st_mode & 0o777, radix: 8)
      finding.fault =
        "its mode is \(mode); run 'chmod 700' on it, or mount the drive with umask=077"
    } else if stat(settings.stateFolder, &state) != 0 {
      finding.remedy =
        "whose it has to be is not known before the service has made \(settings.stateFolder)"
    } else if state.st_uid != found.st_uid {
      finding.fault =
        "it is not the kiosk's; run 'chown kneeguide:' on it, or mount the drive with uid=kneeguide"
    }
    return finding
  }

  private func room(_ folder: SealedFolder) -> Finding {
    var finding = Finding(what: "room for sealed pages")
    var space = statvfs()
    guard statvfs(folder.path, &space) == 0 else { return finding }
    let free = (Int(clamping: space.f_bavail) * Int(clamping: space.f_frsize)) >> 20
    finding = Finding(what: "room for sealed pages: \(free) MiB")
    if free < 10 { finding.fault = "that is too little; remove what is not needed there" }
    return finding
  }

  /// A secret key where pages or its other half lie, which opens all that is there.
  private func secretKey(_ settings: KioskConfig) -> Finding? {
    let parent = settings.keepKey.flatMap { path in
      path.lastIndex(of: "/").map { String(path[..<$0]) }
    }
    let store = SystemStore()
    for folder in Set([settings.keepFolder, parent].compactMap(\.self)).sorted() {
      for name in (try? store.names(in: folder)) ?? [] {
        let path = "\(folder)/\(name)"
        var status = stat()
        guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size < 200,
          var bytes = try? store.read(path)
        else { continue }
        defer { wipe(&bytes) }
        if bytes.starts(with: OpeningKey.title.utf8) {
          return Finding(
            what: "the secret key for sealed pages",
            fault: "\(path) holds one; take it off this machine, for it opens all that is kept")
        }
      }
    }
    return nil
  }
}
