/// What a supervisor asks, and tells, beside its visitors.
package struct SupervisorHooks {
  /// Asked before each visit: why nobody may be served; `nil`: somebody may.
  package var obstacle: () -> String?
  /// Asked while nobody has begun: whether who waits should be started anew.
  package var isOutdated: () -> Bool
  /// Asked now and then while nobody may be served: whether a visitor is worth a try before its time.
  package var isMended: () -> Bool
  /// Asked between visits, and while nobody has begun: whether the kiosk is to end, since what starts
  /// it would start a newer program.
  package var isReplaced: () -> Bool
  /// The lines that stand on the screen when no visitor can be started.
  package var outOfOrder: () -> [String]
  package var note: (SupervisorEvent) -> Void
  /// How the process is started that asks for the number of the staff, again after a wrong one, and
  /// whether while the kiosk is out of order.
  package var staff: (_ isAgain: Bool, _ isOut: Bool) -> VisitorStart
  /// Whether staff can leave by a number, and by what it is typed; `nil`: they cannot.
  package var door: () -> StaffDoorKind?

  package init(
    obstacle: @escaping () -> String?, isOutdated: @escaping () -> Bool,
    isMended: @escaping () -> Bool, isReplaced: @escaping () -> Bool = { false },
    outOfOrder: @escaping () -> [String],
    note: @escaping (SupervisorEvent) -> Void,
    staff: @escaping (Bool, Bool) -> VisitorStart, door: @escaping () -> StaffDoorKind?
  ) {
    self.obstacle = obstacle
    self.isOutdated = isOutdated
    self.isMended = isMended
    self.isReplaced = isReplaced
    self.outOfOrder = outOfOrder
    self.note = note
    self.staff = staff
    self.door = door
  }
}

/// What the number of the staff is typed on.
package enum StaffDoorKind: Sendable {
  case keys, touch
}

/// What has come to pass; nothing of it says who was there, or what was answered.
package enum SupervisorEvent: Equatable, Sendable {
  /// A visitor has drawn its first screen.
  case serving
  case outOfOrder(String)
  /// Somebody was there, and all ended as it should.
  case visitEnded
  /// A visitor died, so many minutes after a walk was begun; `nil`: none was.
  case crashed(walkMinutes: Int?)
  case counted([UInt8])
  case pinTried
  /// The first of a visit.
  case emergency
  /// What became of pages, by the number of a `PrintOutcome`.
  case printed(UInt8)
  /// The supervisor has looked around, as it does at every beat and at every end of a process.
  case looked
  /// The kiosk ends.
  case ended
}
