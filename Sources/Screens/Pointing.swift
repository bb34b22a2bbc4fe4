package import TextUI

/// What a hand on a mouse or a screen does: a target acts when it is let go inside of the target in
/// which it was pressed.
///
///     press on A, let go on A            ->  A acts
///     press on A, let go elsewhere       ->  nothing
///     press elsewhere, let go on A       ->  nothing
package struct Pointing: Sendable {
  package enum Outcome: Equatable, Sendable {
    case nothing
    /// The target is held down.
    case held(Target)
    /// It was let go elsewhere, and does nothing.
    case released
    case acted(Target)
    /// So many lines down, or up if negative.
    case scrolled(Int)
  }

  private var held: Target?

  package init() {}

  /// Something else happened: what is held down will do nothing.
  package mutating func letGo() { held = nil }

  /// What comes of it, among the targets that are seen.
  package mutating func take(_ pointer: Pointer, over targets: [Target]) -> Outcome {
    switch pointer.kind {
    case .press:
      let wasHeld = held != nil
      held = targets.first { $0.contains(pointer.at) }
      return held.map { .held($0) } ?? (wasHeld ? .released : .nothing)
    case .release:
      guard let target = held else { return .nothing }
      held = nil
      let isStillThere = targets.contains(target)
      return isStillThere && target.contains(pointer.at) ? .acted(target) : .released
    case .wheelUp, .wheelDown:
      held = nil
      return .scrolled(pointer.kind == .wheelUp ? -3 : 3)
    }
  }
}
