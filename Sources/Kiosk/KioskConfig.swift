package import Lockdown
internal import Printing
package import WalkthroughCore

/// How a clinic wants its kiosk, from `/etc/kneeguide/kiosk.conf`.
package struct KioskConfig: Equatable, Sendable {
  /// The file of the content; `nil`: where the program looks by itself.
  package var pack: String?
  /// The region whose numbers are shown; `nil`: the pack's default.
  package var region: String?
  /// The languages that are offered, the first to begin in; empty: all of the pack, in its own order.
  package var languages: [String] = []
  package var clinic = ""
  package var deskWords = ""
  package var rings = false
  package var limits = Walkthrough.IdleClock.Limits()
  /// The name of a theme.
  package var theme = "default"
  package var isTouched = false
  /// Whether there are no other keys than a keypad's.
  package var hasKeypadAlone = false
  /// So many milliseconds after a key the same key does nothing.
  package var doubleStrike = 0
  /// Whether the screens can be read aloud, and by what.
  package var speaks = false
  package var speech = Speech()
  package var handOver: [String] = ["screen"]
  /// The printer; `nil`: there is none.
  package var printer: String?
  /// The folder of the programs that print.
  package var printerPrograms = PrintClient.usualFolder
  /// The folder for sealed pages, and whether a drive has to be mounted there.
  package var keepFolder: String?
  package var keepMount = false
  /// The file of the public key that pages are sealed to.
  package var keepKey: String?
  /// So many days after theirs sealed pages are removed.
  package var keepDays = 7
  /// What to do where the kernel lacks a layer of the visitor's sandbox.
  package var sandbox: Sandbox.Demand = .required
  /// Seconds out of order until a visitor is tried again.
  package var retrySeconds = 60
  /// Millimeters of a capital letter on this screen, and from the eye to it; `nil`: not measured.
  package var type: TypeSize?

  /// The file of the public key that the content has to be signed with; `nil`: it is not asked.
  package var packKey: String?
  /// The folder of installed packs, in place of `pack`.
  package var packs: String?
  /// The program that tells the desk of an emergency, and its arguments; empty: none.
  package var notify: [String] = []
  /// Whether visits are counted, as sums.
  package var counts = false
  /// The folder of what outlives a start: the number of the staff, the counts.
  package var stateFolder = "/var/lib/kneeguide"
  /// The folder of the status, which ends with the service.
  package var statusFolder = "/run/kneeguide"

  package init() {}

  /// Whether visitors can have their pages kept for the clinic, sealed.
  package var keepsPages: Bool { handOver.contains(Walkthrough.Form.sealed.rawValue) }

  /// What the walkthrough has to know of it.
  package var policy: Walkthrough.KioskPolicy {
    var policy = Walkthrough.KioskPolicy()
    policy.deskWords = deskWords
    policy.clinic = clinic
    policy.languages = languages
    policy.counts = counts
    policy.hasKeypadAlone = hasKeypadAlone
    policy.offersSpeech = speaks
    policy.keepDays = keepDays
    policy.limits = limits
    policy.forms = handOver.compactMap { Walkthrough.Form(rawValue: $0) }
    return policy
  }
}

/// The program that reads aloud.
package struct Speech: Equatable, Sendable {
  package var program = "/usr/bin/espeak-ng"
  /// Words a minute.
  package var speed = 160

  package init() {}
}

/// How large letters are, and from how far they are read.
package struct TypeSize: Equatable, Sendable {
  package let capital: Double
  package let distance: Double

  package init(capital: Double, distance: Double) {
    self.capital = capital
    self.distance = distance
  }

  /// The least height of a capital: 4.8 mm (Section 508, 402.4), and 0.7 degrees at the eye
  /// (EN 301 549, 5.1.4), rounded up to a tenth.
  package var least: Double {
    (max(4.8, 0.012_22 * distance) * 10).rounded(.up) / 10
  }

  package var isLargeEnough: Bool { capital >= least }
}
