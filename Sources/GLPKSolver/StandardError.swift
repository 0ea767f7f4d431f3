internal import Foundation

/// Standard error, for the log; Swift does not let the C global through.
enum StandardError {
  static func write(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }
}
