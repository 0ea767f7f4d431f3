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
  func write(_ text: String) -> Bool { writeAll(Array(text.utf8), to: rawValue) }
}

/// Writes all bytes to a file descriptor.
///
/// - Parameters:
///   - bytes: what to write.
///   - descriptor: open for writing.
/// - Returns: false when not all of it could be written.
func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
  var rest = bytes[...]
  while !rest.isEmpty {
    let count = unsafe rest.withUnsafeBytes { buffer in
      unsafe write(descriptor, buffer.baseAddress, buffer.count)
    }
    if count < 0 {
      if errno == EINTR { continue }
      return false
    }
    rest = rest.dropFirst(count)
  }
  return true
}
