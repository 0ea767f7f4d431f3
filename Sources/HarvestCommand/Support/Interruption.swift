#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif
import Synchronization

/// The wish of the person at the keyboard to have the best plan so far.
///
/// The first Ctrl-C sets the wish, which a search asks for now and then; the second ends the program
/// at once.
enum Interruption {
  private static let isWished = Atomic<Bool>(false)

  /// Whether Ctrl-C was pressed since ``listen()``.
  static var wasAsked: Bool { isWished.load(ordering: .relaxed) }

  /// From here on the first Ctrl-C is a wish rather than the end.
  static func listen() {
    _ = signal(SIGINT) { _ in
      // Setting an atomic and restoring a handler are allowed within a signal handler.
      Interruption.isWished.store(true, ordering: .relaxed)
      _ = signal(SIGINT, SIG_DFL)
    }
  }
}
