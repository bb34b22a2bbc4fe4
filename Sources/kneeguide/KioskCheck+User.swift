import ClinicTrust
import Glibc
import Kiosk
import Printing

/// Whether the kiosk's own user may do what it has to; root, who runs this, may do all.
extension KioskCheck {
  private struct Need {
    let what: String
    let path: String
    let mode: Int32
    var remedy: String {
      switch mode {
      case R_OK: "let it read that, and search the folders above; see 'namei -l'"
      case X_OK: "let it run that, and search the folders above; see 'namei -l'"
      default: "give it to that user with 'chown', mode 700 at least"
      }
    }
  }

  func rights(_ settings: KioskConfig) -> [Finding] {
    var finding = Finding(what: "what the kiosk's user may read, write and run")
    guard let user = ServiceUser.of(settings) else {
      finding.remedy =
        "no user kneeguide and no \(settings.stateFolder) of the service's; install the package, or"
        + " start the service once"
      return [finding]
    }
    let needs = needs(settings)
    let faults =
      [0, user.id].contains(geteuid())
      ? UserAccess(user: user.id, group: user.group, groups: user.groups)
        .faults(needs.map { ($0.path, $0.mode) }) : nil
    guard let faults else {
      finding.remedy = "only root can look with the eyes of \(user.name); run this as root"
      return [finding]
    }
    // What is not there is said where it is missed, or the service makes it.
    let wrong = zip(needs, faults).filter { ![0, ENOENT].contains($0.1) }
    if wrong.isEmpty {
      return [Finding(what: "the kiosk's user \(user.name) may read, write and run what it needs")]
    }
    return wrong.map { need, code in
      Finding(
        what: "\(need.what) \(need.path), for the kiosk's user \(user.name)",
        fault: "\(String(cString: strerror(code))); \(need.remedy)")
    }
  }

  private func needs(_ settings: KioskConfig) -> [Need] {
    func folder(_ what: String, _ path: String) -> Need {
      Need(what: what, path: path, mode: R_OK | W_OK | X_OK)
    }
    var needs = [Need(what: "the settings", path: config, mode: R_OK)]
    var content = SignedPack.places(settings)
    if settings.packs != nil, let pack = try? SignedPack.read(settings).path {
      content.append(pack)
    }
    needs += content.map { Need(what: "the content's", path: $0, mode: R_OK) }
    needs.append(folder("the folder of what stays,", settings.stateFolder))
    needs.append(
      Need(
        what: "the staff's number", path: settings.stateFolder + "/" + StaffPINFile.name, mode: R_OK
      ))
    needs.append(folder("the folder of the status,", settings.statusFolder))
    if settings.keepsPages {
      if let key = settings.keepKey {
        needs.append(Need(what: "the key of sealed pages", path: key, mode: R_OK))
      }
      if let place = settings.keepFolder {
        needs.append(folder("the folder of sealed pages", place))
      }
    }
    var programs = settings.notify.prefix(1).map { ("the notifier", $0) }
    if settings.speaks {
      programs.append(("the program that reads aloud,", settings.speech.program))
    }
    if settings.printer != nil {
      programs += PrintClient.programs.map {
        ("a program that prints,", settings.printerPrograms + "/" + $0)
      }
    }
    return needs + programs.map { Need(what: $0.0, path: $0.1, mode: X_OK) }
  }
}
