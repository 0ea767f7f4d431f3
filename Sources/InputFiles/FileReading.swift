#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

extension SourceText {
  /// Reads a file, or standard input for `-`.
  ///
  /// - Parameters:
  ///   - path: the file, relative to the working directory, or `-`.
  ///   - limit: the most bytes the file may have.
  /// - Returns: the text.
  /// - Throws: ``InputError`` when there is no such file, it cannot be read, is too large, or is
  ///   not text.
  public static func read(path: String, limit: Int) throws(InputError) -> SourceText {
    let name = path == "-" ? "standard input" : path
    func failure(_ message: String, expected: String? = nil) -> InputError {
      InputError(
        code: .unreadableFile, location: SourceLocation(file: name), message: message,
        expected: expected)
    }
    if path.isEmpty { throw failure("the path is empty") }
    if path.utf8.contains(0) { throw failure("the path holds a NUL byte") }
    let descriptor = path == "-" ? STDIN_FILENO : unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(reason(errno)) }
    defer { if path != "-" { close(descriptor) } }
    var bytes: [UInt8] = []
    while true {
      let size = max(65_536, bytes.count)
      var chunk = [UInt8](repeating: 0, count: size)
      let count = unsafe chunk.withUnsafeMutableBytes { buffer in
        unsafe readBytes(descriptor, buffer)
      }
      if count < 0 {
        if errno == EINTR { continue }
        throw failure(reason(errno))
      }
      if count == 0 { return try SourceText(bytes: bytes, name: name) }
      bytes.append(contentsOf: chunk[..<count])
      if bytes.count > limit {
        throw failure("the file is larger than \(limit) bytes")
      }
    }
  }
}

/// The system's `read`, which the method of the same name hides.
private func readBytes(_ descriptor: Int32, _ buffer: UnsafeMutableRawBufferPointer) -> Int {
  unsafe read(descriptor, buffer.baseAddress, buffer.count)
}

private func reason(_ code: Int32) -> String {
  switch code {
  case ENOENT: "no such file"
  case EISDIR: "is a directory"
  case EACCES: "permission denied"
  case ENOTDIR: "a part of the path is not a directory"
  case ENAMETOOLONG: "the path is too long"
  default: "cannot be read (error \(code))"
  }
}
