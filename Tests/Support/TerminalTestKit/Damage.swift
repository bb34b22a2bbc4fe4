internal import CVTerm

/// The rows of an emulated screen that were written.
final class Damage {
  private var rows: Set<Int> = []
  private let callbacks = UnsafeMutablePointer<VTermScreenCallbacks>.allocate(capacity: 1)

  /// Listens from now on; the screen must not outlive this.
  init(of screen: OpaquePointer) {
    callbacks.initialize(to: VTermScreenCallbacks())
    callbacks.pointee.damage = { area, listener in
      guard let listener else { return 0 }
      let damage = Unmanaged<Damage>.fromOpaque(listener).takeUnretainedValue()
      damage.rows.formUnion(Int(area.start_row)..<Int(area.end_row))
      return 1
    }
    vterm_screen_set_callbacks(screen, callbacks, Unmanaged.passUnretained(self).toOpaque())
    vterm_screen_set_damage_merge(screen, VTERM_DAMAGE_ROW)
  }

  /// When the screen is gone.
  func free() { callbacks.deallocate() }

  func take() -> Set<Int> {
    defer { rows = [] }
    return rows
  }
}
