import ClinicTrust
import Export
import Glibc
import Kiosk
import Lockdown
import Printing
import QuestionnaireModel
import RecommendationCore
import Screens
import TextUI
import WalkthroughCore

/// What `kneeguide kiosk --check` says: a line for each thing that a kiosk needs.
struct KioskCheck {
  let config: String

  struct Finding {
    let what: String
    /// What is wrong and how to mend it; `nil`: it is ready.
    var fault: String?
    var status = Failure.badConfig
    /// What has to be done before it can be looked at.
    var remedy: String?
    /// What somebody should do, though it works as it is.
    var duty: String?

    var line: String {
      if let fault { return "not ready: \(what): \(fault)" }
      if let duty { return "to do: \(what): \(duty)" }
      return remedy.map { "not checked: \(what): \($0)" } ?? "ready: \(what)"
    }
  }

  /// 0, or the exit status of the first thing that is not ready.
  func run() throws -> Int32 {
    let settings = try KioskConfig.load(config)
    var findings = [Finding(what: "the settings \(config)")]
    findings += content(settings)
    findings.append(terminal())
    findings += codes(settings)
    findings.append(terminalType())
    findings.append(type(settings))
    findings += sandbox(settings)
    findings += voice(settings)
    findings += notifier(settings)
    findings += printer(settings)
    findings += sealing(settings)
    findings += rights(settings)
    try StandardOutput.write(findings.map { $0.line + "\n" }.joined())
    return findings.first { $0.fault != nil }?.status ?? 0
  }

  /// The pack is there and whole, in every language, and knows the region and the languages.
  private func content(_ settings: KioskConfig) -> [Finding] {
    var found: [Finding] = []
    do {
      let content = try KioskContent.read(settings, on: try Day.todayOrFailure())
      let loaded = content.loaded
      let known = loaded.pack.manifest.languages.map(\.code)
      for code in settings.languages.isEmpty ? known : settings.languages {
        var finding = Finding(what: "the content in \(code)", status: Failure.badInput)
        if loaded.inLanguage(code) == nil {
          finding.fault =
            "the pack has none that can be read; take of \(known.joined(separator: ", "))"
        }
        found.append(finding)
      }
      let manifest = loaded.pack.manifest
      found.append(Finding(what: "the content \(manifest.id) \(manifest.version)"))
      found.append(signature(content))
      found.append(review(content))
      found.append(signOff(content))
      found.append(patients(content))
    } catch let failure as Failure {
      found.append(
        Finding(what: "the content", fault: failure.message, status: Failure.badInput))
    } catch {
      found.append(Finding(what: "the content", fault: "\(error)", status: Failure.badInput))
    }
    return found
  }

  private func signature(_ content: KioskContent) -> Finding {
    guard let signer = content.signer else {
      return Finding(
        what: "who answers for the content",
        remedy: "packs are not verified; write pack-key into the settings, the file of the public"
          + " key that they are signed with")
    }
    return Finding(what: "the content is signed by the key \(signer)")
  }

  /// Every example patient of the content, with the result that it had where it was built.
  private func patients(_ content: KioskContent) -> Finding {
    var finding = Finding(what: "the example patients", status: Failure.badInput)
    guard let file = try? SystemStore().read(content.patients) else {
      finding.remedy = "they are not beside the pack; put \(content.patients) there"
      return finding
    }
    do throws(PatientFault) {
      let run = try PatientFile.run(
        file, of: content.loaded.original.pack, digest: content.digest)
      if run.failed.isEmpty {
        return Finding(what: "\(run.count) example patients have the result that they should")
      }
      finding.fault =
        "\(run.failed.count) of \(run.count) have another result, \(run.failed[0]) the first; "
        + "install program and content anew"
    } catch {
      finding.fault = error.description
    }
    return finding
  }

  private func signOff(_ content: KioskContent) -> Finding {
    var finding = Finding(what: "a clinician's word on the rules")
    if let signedOff = content.loaded.pack.manifest.signedOff {
      return Finding(what: "the rules are signed off by \(signedOff.by) on \(signedOff.on)")
    }
    finding.duty =
      "nobody has signed them off; have a clinician read them before patients use this"
    return finding
  }

  private func review(_ content: KioskContent) -> Finding {
    var finding = Finding(what: "the review of the content", status: Failure.badInput)
    let message = content.review.message
    switch content.review {
    case .current: return Finding(what: message)
    case .dueSoon, .postponed: finding.duty = message
    case .overdue, .clockWrong: finding.fault = message
    }
    return finding
  }

  private func terminal() -> Finding {
    var finding = Finding(what: "the terminal")
    var window = winsize()
    guard isatty(0) == 1, isatty(1) == 1, ioctl(1, UInt(TIOCGWINSZ), &window) == 0 else {
      finding.fault = "standard input or output is none; run this on the screen of the kiosk"
      return finding
    }
    let (width, height) = (Int(window.ws_col), Int(window.ws_row))
    let least = Spacing.smallestWindow
    if width < least.width || height < least.height {
      finding.fault =
        "\(width)x\(height) is too small; take a font that gives \(least.width)x\(least.height)"
    }
    return finding
  }

  /// In a smaller window hardly a page fits into codes, and visitors are told so.
  private func codes(_ settings: KioskConfig) -> [Finding] {
    guard settings.handOver.contains("qr") else { return [] }
    var finding = Finding(what: "codes for phones")
    guard let size = TerminalLine.size else {
      finding.remedy = "run this on the screen of the kiosk"
      return [finding]
    }
    let usual = Walkthrough.CodeRoom(in: Size(width: 80, height: 24), glyphs: .unicode)
    if Walkthrough.CodeRoom(in: size, glyphs: .unicode).modules < usual.modules {
      finding.duty =
        "\(size.width)x\(size.height) has hardly room for one; take a font that gives 80x24,"
        + " or qr out of hand-over"
    }
    return [finding]
  }

  private func terminalType() -> Finding {
    let named = getenv("TERM").map { String(cString: $0) }
    let type = VisitorStart.environment(terminal: named)["TERM"] ?? ""
    var finding = Finding(what: "the terminal type \(type)")
    let places = ["/etc/terminfo", "/lib/terminfo", "/usr/share/terminfo"]
    let isKnown = places.contains { access("\($0)/\(type.prefix(1))/\(type)", R_OK) == 0 }
    if !isKnown { finding.fault = "no description of it is installed; install ncurses-term" }
    return finding
  }

  private func sandbox(_ settings: KioskConfig) -> [Finding] {
    Sandbox.offered().lines(demand: settings.sandbox).map {
      $0.isReady ? Finding(what: $0.text) : Finding(what: $0.what, fault: $0.detail)
    }
  }

  /// Whether it can be heard no program knows.
  private func voice(_ settings: KioskConfig) -> [Finding] {
    guard settings.speaks else { return [] }
    let path = settings.speech.program
    var program = Finding(what: "the program that reads aloud, \(path)")
    var status = stat()
    if stat(path, &status) != 0 {
      program.fault = "it is not there; install espeak-ng, or name another in speech-program"
    } else if status.st_mode & S_IFMT != S_IFREG || access(path, X_OK) != 0 {
      program.fault = "it cannot be run; name a program in speech-program"
    }
    let heard = Finding(
      what: "what is heard",
      remedy: "put the headphones on, and press 5 on the kiosk's first screen")
    return [program, heard]
  }

  private func notifier(_ settings: KioskConfig) -> [Finding] {
    guard let path = settings.notify.first else { return [] }
    var finding = Finding(what: "the notifier \(path)")
    if access(path, X_OK) != 0 {
      finding.fault = "\(String(cString: strerror(errno))); put a program there"
    }
    return [finding]
  }

  /// Whether a job would be taken now, and what the print service would keep of it.
  private func printer(_ settings: KioskConfig) -> [Finding] {
    guard let name = settings.printer else { return [] }
    let client = PrintClient(folder: settings.printerPrograms)
    var found = Finding(what: "the printer \(name)", status: Failure.tryLater)
    found.fault = PrintReadiness(client).obstacle(at: name).map { $0.remedy(settings) }
    return [found] + spool()
  }

  private func spool() -> [Finding] {
    var kept = Finding(what: "what the print service keeps")
    switch InputFile.read(SpoolSettings.path) {
    case .failure:
      kept.remedy =
        "\(SpoolSettings.path) cannot be read; run this as root, or see that it says"
        + " PreserveJobHistory No and PreserveJobFiles No"
    case .success(let bytes):
      let settings = SpoolSettings(String(decoding: bytes, as: UTF8.self))
      if settings.keepsFiles || settings.keepsHistory {
        kept.fault =
          "it keeps \(settings.keepsFiles ? "pages" : "the names of jobs") after they were printed;"
          + " write PreserveJobHistory No and PreserveJobFiles No into \(SpoolSettings.path)"
      }
    }
    var folder = Finding(what: "where pages lie until they are printed, \(SpoolSettings.folder)")
    if SpoolSettings.isInMemory(SpoolSettings.folder) == false {
      folder.duty = "it is on a disk; mount a tmpfs there, so that a lost power leaves no page"
    }
    return [kept, folder]
  }

  private func type(_ settings: KioskConfig) -> Finding {
    guard let type = settings.type else {
      return Finding(
        what: "the size of type",
        remedy: "put a ruler on a capital letter of the screen, and write capital-height-mm"
          + " and viewing-distance-mm into the settings")
    }
    var finding = Finding(what: "the size of type, \(type.capital) mm")
    if !type.isLargeEnough {
      finding.fault =
        "at \(type.distance) mm it has to be \(type.least) mm; take a larger console font"
    }
    return finding
  }
}

extension PrintOutcome {
  /// What is wrong before anything was printed, and how to mend it.
  fileprivate func remedy(_ settings: KioskConfig) -> String {
    switch self {
    case .noClient:
      "lp, lpstat and cancel are not in \(settings.printerPrograms); install cups-client"
    case .noService: "the print service does not run; see systemctl status cups"
    case .unknownPrinter, .noPrinter: "there is none of that name; 'lpstat -e' lists them"
    case .stopped: "it is paused; see what it lacks, then run cupsenable"
    case .rejecting: "it takes no jobs; run cupsaccept"
    case .printed, .outOfPaper, .needsHelp, .offline, .aborted, .timedOut: rawValue
    }
  }
}
