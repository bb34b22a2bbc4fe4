import ClinicTrust
import Export
import Kiosk
import QuestionnaireModel

/// What a supervisor does in the clinic's folder: it counts the pages, and removes old ones once a
/// day.
final class SealedHousekeeping {
  private let settings: () -> KioskConfig
  private let say: (String) -> Void
  private var tidied: Tidied?

  private struct Tidied: Equatable {
    let day: Day
    let folder: SealedFolder
    let days: Int
  }

  /// Housekeeping that has done nothing yet; `say` is told what cannot be done.
  init(_ settings: @escaping () -> KioskConfig, say: @escaping (String) -> Void) {
    self.settings = settings
    self.say = say
  }

  /// Removes what is too old, unless that was done today; true when it was done now.
  ///
  /// Also where nothing is kept any more, for what was kept before.
  func tidy() -> Bool {
    guard let folder = settings().sealedFolder, let day = Day.today() else { return false }
    let now = Tidied(day: day, folder: folder, days: settings().keepDays)
    if now == tidied { return false }
    do throws(SystemError) {
      let (_, left) = try folder.removeOld(on: day, keeping: now.days)
      if left > 0 { say("\(left) old sealed pages in \(folder.path) cannot be removed") }
      // A drive that comes back later is looked at then.
      tidied = now
      return true
    } catch {
      say("the folder of sealed pages \(folder.path) cannot be read: \(error.reason)")
      return false
    }
  }

  /// Whether pages can be kept, and how many there are; `nil` where that cannot be seen.
  func look() -> (part: KioskStatus.Part, count: Int?) {
    guard let folder = settings().sealedFolder else { return (.off, nil) }
    let count = try? folder.names().count
    guard settings().keepsPages else { return (.off, count) }
    let hasKey = (try? settings().sealingKey()) != nil
    return (count != nil && hasKey ? .ready : .failed, count)
  }
}
