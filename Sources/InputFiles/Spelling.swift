/// Finds the known word that was probably meant.
///
/// - Parameters:
///   - word: what was written.
///   - candidates: the words that exist, in order of preference.
/// - Returns: `did you mean "…"?`, or `nil` when nothing is near.
public func suggestion(for word: String, among candidates: some Sequence<String>) -> String? {
  let written = Array(word.lowercased().unicodeScalars.prefix(longestWord))
  let limit = max(1, written.count / 3)
  var best: (distance: Int, word: String)?
  for candidate in candidates.prefix(mostCandidates) {
    let known = Array(candidate.lowercased().unicodeScalars.prefix(longestWord))
    guard abs(known.count - written.count) <= limit else { continue }
    let distance = editDistance(written, known)
    if distance <= limit, distance < best?.distance ?? .max { best = (distance, candidate) }
  }
  return best.map { "did you mean \"\($0.word)\"?" }
}

/// Longer words are compared by their beginning, which bounds the time.
private let longestWord = 48
/// Of more words, such as the names of lots, only the first are compared.
private let mostCandidates = 2_000

/// The number of letters to insert, delete, change, or swap with a neighbour.
private func editDistance(_ first: [Unicode.Scalar], _ second: [Unicode.Scalar]) -> Int {
  var beforePrevious: [Int] = []
  var previous = Array(0...second.count)
  for row in 0..<first.count {
    var current = [row + 1]
    for column in 0..<second.count {
      let isSame = first[row] == second[column]
      var distance = min(
        previous[column] + (isSame ? 0 : 1), previous[column + 1] + 1, current[column] + 1)
      if row > 0, column > 0, first[row] == second[column - 1], first[row - 1] == second[column] {
        distance = min(distance, beforePrevious[column - 1] + 1)
      }
      current.append(distance)
    }
    (beforePrevious, previous) = (previous, current)
  }
  return previous[second.count]
}

/// A value as it is repeated in a message: quoted, on one line, and not too long.
func quoted(_ text: some StringProtocol) -> String {
  let limit = 60
  var shown = ""
  for scalar in text.unicodeScalars.prefix(limit) {
    switch scalar {
    case "\n": shown += "\\n"
    case "\r": shown += "\\r"
    case "\t": shown += "\\t"
    default: shown.unicodeScalars.append(scalar)
    }
  }
  return "\"\(shown)\(text.unicodeScalars.dropFirst(limit).isEmpty ? "" : "…")\""
}
