/// The known name that a mistyped one most likely stands for; `nil` when none is near.
///
/// Near is about one edit in three letters, one at least and three at most. A swap of neighbors is
/// one edit. Of two that are as near the first in the alphabet is taken. Capital letters count as
/// small ones; a name of more than 64 letters is near none.
package func nearestName(to name: String, among known: some Sequence<String>) -> String? {
  let letters = Array(name.lowercased().utf8)
  guard letters.count <= 64 else { return nil }
  let limit = min(3, max(1, (letters.count + 1) / 3))
  var best: (distance: Int, name: String)?
  for candidate in known where abs(candidate.utf8.count - letters.count) <= limit {
    let distance = editDistance(letters, Array(candidate.utf8))
    if distance > limit { continue }
    if let best, (best.distance, best.name) <= (distance, candidate) { continue }
    best = (distance, candidate)
  }
  return best?.name
}

/// The least number of letters to add, drop, replace or swap with a neighbor.
private func editDistance(_ a: [UInt8], _ b: [UInt8]) -> Int {
  if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
  var beforeLast: [Int] = []
  var last = Array(0...b.count)
  for i in 1...a.count {
    var row = [i]
    for j in 1...b.count {
      let cost = a[i - 1] == b[j - 1] ? 0 : 1
      var least = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + cost)
      if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
        least = min(least, beforeLast[j - 2] + 1)
      }
      row.append(least)
    }
    (beforeLast, last) = (last, row)
  }
  return last[b.count]
}
