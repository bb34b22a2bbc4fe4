import ClinicTrust
import Glibc
import Kiosk
import QuestionnaireModel
import RecommendationCore
import Screens

/// What a supervisor knows of the content: looked at again when one of its files has changed, or the
/// day.
final class ContentWatch {
  /// So long a change has to stand before who waits at the first screen is started anew: a file may
  /// be on its way.
  private static let settling = 2000

  private let settings: () -> KioskConfig
  private let log: (String) -> Void
  private var seen: Sight?
  private var changed: (sight: Sight, at: Int)?
  private var fault: String?
  /// What stands on a kiosk that is out of order; without content, words of the program's own.
  private(set) var outOfOrder = ContentWatch.ownWords
  static let ownWords = ["Out of order.", "", "Please ask the staff."]

  private(set) var pack: KioskStatus.Pack?
  private(set) var review: ReviewState?
  /// The names that visits of this content are counted by.
  private(set) var names: CountNames?

  init(_ settings: @escaping () -> KioskConfig, log: @escaping (String) -> Void) {
    self.settings = settings
    self.log = log
  }

  /// Why patients may not see it now; `nil`: they may.
  func obstacle() -> String? {
    let now = sight()
    if now != seen { look(now) }
    changed = nil
    return fault
  }

  /// Whether another look would see something else, and has for some time.
  func hasChanged() -> Bool {
    let now = sight()
    guard now != seen else {
      changed = nil
      return false
    }
    let time = monotonicMilliseconds()
    if let changed, changed.sight == now { return time - changed.at >= Self.settling }
    changed = (now, time)
    return false
  }

  private func look(_ sight: Sight) {
    seen = sight
    let before = fault
    (pack, review, names) = (nil, nil, nil)
    do {
      guard let day = sight.day else { throw Failure.noDay }
      let content = try KioskContent.read(settings(), on: day)
      let region = try content.loaded.region(named: settings().region)
      let manifest = content.loaded.pack.manifest
      pack = KioskStatus.Pack(
        id: manifest.id, version: manifest.version, hash: String(content.loaded.hash.prefix(12)),
        isSignedOff: manifest.signedOff != nil)
      review = content.review
      names = CountNames(content.loaded.pack)
      outOfOrder = outOfOrderWords(content.loaded.pack.wording, in: region)
      fault = content.review.isUsable ? nil : content.review.message
    } catch {
      fault = (error as? Failure)?.message ?? "\(error)"
    }
    if let fault, fault != before { log("\(fault): out of order") }
  }

  private func sight() -> Sight {
    Sight(settings: settings(), day: Day.today())
  }
}

/// What tells that content is another than before.
private struct Sight: Equatable {
  let files: [FileStamp?]
  let day: Day?
  let region: String?
  let language: String?
  /// Which folder sealed pages go to: another when a drive was put in or pulled out, and whoever
  /// writes there is shut up in the one that was there when the visit was begun.
  let keepFolder: [Int]

  init(settings: KioskConfig, day: Day?) {
    files = SignedPack.places(settings).map { FileStamp($0) }
    region = settings.region
    language = settings.languages.first
    var folder = stat()
    let isThere = settings.keepFolder.map { lstat($0, &folder) == 0 } ?? false
    keepFolder =
      isThere ? [folder.st_dev, folder.st_ino].map { Int(bitPattern: UInt($0)) } : []
    self.day = day
  }
}

/// A file as it was at some moment, by what the kernel says of it.
struct FileStamp: Equatable {
  let path: String
  private let numbers: [Int]

  init?(_ path: String) {
    var found = stat()
    guard stat(path, &found) == 0 else { return nil }
    self.path = path
    numbers = [
      Int(bitPattern: UInt(found.st_dev)), Int(bitPattern: UInt(found.st_ino)),
      Int(found.st_size), found.st_mtim.tv_sec, found.st_mtim.tv_nsec, found.st_ctim.tv_sec,
      found.st_ctim.tv_nsec,
    ]
  }
}
