/// What the process that asks for the number of the staff ends with; 0: they have gone back.
package enum StaffProcess {
  /// The number is right, which counts only if a try was told before.
  package static let right: Int32 = 20
  package static let wrong: Int32 = 21
}
