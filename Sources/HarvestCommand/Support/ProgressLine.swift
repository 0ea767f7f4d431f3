import LinearModel
import Synchronization

/// A line on the terminal that says how long a search has taken; silent within the first second.
final class ProgressLine: Sendable {
  /// Whether there is a terminal to show it on.
  let isShown = StandardStream.error.isTerminal
  private let start = ContinuousClock.now
  private let shownSeconds = Mutex<Int64>(0)
  private static let width = 78

  /// Shows how far a search has come, once a second.
  func show(_ progress: SolveProgress) {
    let seconds = (ContinuousClock.now - start).components.seconds
    let isNew = shownSeconds.withLock { shown in
      defer { shown = max(shown, seconds) }
      return seconds > shown
    }
    guard isNew else { return }
    write("searching for \(seconds) s, \(progress.nodes) nodes; Ctrl-C for the best plan so far")
  }

  /// Takes the line away.
  func clear() {
    if shownSeconds.withLock({ $0 > 0 }) { write("") }
  }

  private func write(_ text: String) {
    let blanks = String(repeating: " ", count: max(0, Self.width - text.count))
    StandardStream.error.write("\r\(text)\(blanks)\r")
  }
}
