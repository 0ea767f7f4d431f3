import Foundation
import InputFiles
import Testing

@Suite("Reading files")
struct FileReadingTests {
  /// A file that is gone after the test.
  func withFile<Value>(_ bytes: [UInt8], _ body: (String) throws -> Value) throws -> Value {
    let path = FileManager.default.temporaryDirectory
      .appending(path: "harvest-\(UUID().uuidString).txt")
    try Data(bytes).write(to: path)
    defer { try? FileManager.default.removeItem(at: path) }
    return try body(path.path)
  }

  func message(_ path: String, limit: Int = 1_000) -> String? {
    do {
      _ = try SourceText.read(path: path, limit: limit)
      return nil
    } catch { return error.summary }
  }

  @Test func `a file is read whole`() throws {
    let bytes = [UInt8](repeating: 0x61, count: 300_000)
    try withFile(bytes) { path in
      let read = try SourceText.read(path: path, limit: 300_000).bytes
      #expect(read == bytes)
      #expect(message(path, limit: 299_999) == "the file is larger than 299999 bytes")
    }
  }

  @Test func `what cannot be read is said`() throws {
    #expect(message("/nonexistent/file") == "no such file")
    #expect(message("/tmp") == "is a directory")
    #expect(message("") == "the path is empty")
    #expect(message("/dev/zero") == "the file is larger than 1000 bytes")
    #expect(message("/etc/hostname/x") == "a part of the path is not a directory")
    #expect(message("/" + String(repeating: "x", count: 5_000)) == "the path is too long")
    #expect(message("a\0b") == "the path holds a NUL byte")
  }

  @Test func `the error of a whole file has no line`() {
    let error = #expect(throws: InputError.self) {
      try SourceText.read(path: "/nonexistent", limit: 1)
    }
    #expect(error?.description == "/nonexistent: error: no such file")
  }

  @Test func `an empty file is an empty text`() throws {
    try withFile([]) { path in
      let read = try SourceText.read(path: path, limit: 10).bytes
      #expect(read.isEmpty)
    }
  }
}
