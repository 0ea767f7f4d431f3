#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Standard output or standard error, without a buffer.
enum StandardStream: Int32 {
  case output = 1
  case error = 2

  /// Whether a person is likely to be looking.
  var isTerminal: Bool { isatty(rawValue) == 1 }

  /// Writes all of a text.
  ///
  /// - Parameter text: what to write.
  /// - Returns: false when the stream takes no more, such as on a full disk.
  @discardableResult
  func write(_ text: String) -> Bool { HarvestCommand.write(Array(text.utf8), to: rawValue) }
}

/// Writes all bytes to a file descriptor.
///
/// - Parameters:
///   - bytes: what to write.
///   - descriptor: open for writing.
/// - Returns: false when not all of it could be written.
func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
  var rest = bytes[...]
  while !rest.isEmpty {
    let count = unsafe rest.withUnsafeBytes { buffer in
      unsafe systemWrite(descriptor, buffer.baseAddress, buffer.count)
    }
    if count < 0 {
      if errno == EINTR { continue }
      return false
    }
    rest = rest.dropFirst(count)
  }
  return true
}

/// The system's `write`, under a name of its own.
private func systemWrite(
  _ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int
) -> Int {
  #if canImport(Glibc)
  unsafe Glibc.write(descriptor, bytes, count)
  #elseif canImport(Musl)
  unsafe Musl.write(descriptor, bytes, count)
  #else
  unsafe Darwin.write(descriptor, bytes, count)
  #endif
}
