import InputFiles

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Reads lines from a file or standard input as they come, without keeping more than one.
struct LineReader {
  enum Line {
    /// The bytes without their break.
    case bytes([UInt8])
    /// More bytes than are allowed; they are skipped.
    case tooLong
  }

  private let descriptor: Int32
  private let longest: Int
  private var buffer: [UInt8] = []
  private var position = 0
  private var isAtEnd = false

  /// A reader of a file; `nil` when it cannot be opened, and the system's last error says why.
  ///
  /// - Parameters:
  ///   - path: the file; `-` is standard input.
  ///   - longest: the most bytes of a line.
  init?(path: String, longest: Int) {
    self.longest = longest
    descriptor = path == "-" ? STDIN_FILENO : unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
  }

  /// Whether the next line is in memory, so that asking for it does not wait.
  var hasBufferedLine: Bool { buffer[position...].contains(UInt8(ascii: "\n")) }

  /// The next line; `nil` at the end.
  ///
  /// - Throws: the system's reason when reading fails.
  mutating func next() throws(ReadFailure) -> Line? {
    var isTooLong = false
    var searched = position
    while true {
      if let end = buffer[searched...].firstIndex(of: UInt8(ascii: "\n")) {
        defer { position = end + 1 }
        return isTooLong || end - position > longest
          ? .tooLong : .bytes(Array(buffer[position..<end]))
      }
      if isAtEnd {
        defer { position = buffer.count }
        if isTooLong || buffer.count - position > longest { return .tooLong }
        return position == buffer.count ? nil : .bytes(Array(buffer[position...]))
      }
      if buffer.count - position > longest {
        isTooLong = true
        position = buffer.count
      }
      buffer.removeFirst(position)
      position = 0
      searched = buffer.count
      try fill()
    }
  }

  private mutating func fill() throws(ReadFailure) {
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while true {
      let descriptor = descriptor
      let count = unsafe chunk.withUnsafeMutableBytes { bytes in
        unsafe read(descriptor, bytes.baseAddress, bytes.count)
      }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw ReadFailure(reason: systemReason()) }
      if count == 0 { isAtEnd = true }
      buffer += chunk[..<count]
      return
    }
  }
}

/// Why reading failed.
struct ReadFailure: Error {
  var reason: String
}
