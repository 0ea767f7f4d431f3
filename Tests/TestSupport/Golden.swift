import Foundation

/// Texts that are kept beside the tests and compared with what the code writes.
public enum Golden {
  /// How a text differs from the one that is kept.
  ///
  /// With `UPDATE_GOLDENS=1` in the environment the kept text is replaced, and the answer says so:
  /// the test fails, so that nobody updates without looking.
  ///
  /// - Parameters:
  ///   - text: what the code wrote.
  ///   - path: the kept file, absolute.
  /// - Returns: `nil` when the two are equal, otherwise a unified difference or what happened.
  public static func difference(of text: String, from path: String) -> String? {
    let kept = try? String(contentsOfFile: path, encoding: .utf8)
    if kept == text { return nil }
    if ProcessInfo.processInfo.environment["UPDATE_GOLDENS"] == "1" {
      do {
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try text.write(toFile: path, atomically: true, encoding: .utf8)
        return "\(path) was rewritten; run again without UPDATE_GOLDENS"
      } catch {
        return "\(path) cannot be written: \(error)"
      }
    }
    guard let kept else { return "\(path) is missing; UPDATE_GOLDENS=1 writes it" }
    return "--- \(path)\n+++ written now\n" + unifiedDifference(from: kept, to: text)
  }

  /// The folder of kept texts beside a test file.
  ///
  /// - Parameters:
  ///   - name: the kept file.
  ///   - file: the test file.
  /// - Returns: the absolute path of `Golden/name` beside it.
  public static func path(_ name: String, beside file: String = #filePath) -> String {
    URL(fileURLWithPath: file).deletingLastPathComponent().appendingPathComponent("Golden/\(name)")
      .path
  }
}

/// The lines that differ, each with up to three lines around it.
///
/// - Parameters:
///   - old: the text before.
///   - new: the text after.
/// - Returns: lines that begin with a space, `-` or `+`.
func unifiedDifference(from old: String, to new: String) -> String {
  let oldLines = old.split(separator: "\n", omittingEmptySubsequences: false)
  let newLines = new.split(separator: "\n", omittingEmptySubsequences: false)
  var removed = Set<Int>()
  var inserted = Set<Int>()
  for change in newLines.difference(from: oldLines) {
    switch change {
    case .remove(let offset, _, _): removed.insert(offset)
    case .insert(let offset, _, _): inserted.insert(offset)
    }
  }
  var lines: [(text: String, isChange: Bool)] = []
  var (before, after) = (0, 0)
  while before < oldLines.count || after < newLines.count {
    if before < oldLines.count, removed.contains(before) {
      lines.append(("-" + oldLines[before], true))
      before += 1
    } else if after < newLines.count, inserted.contains(after) {
      lines.append(("+" + newLines[after], true))
      after += 1
    } else {
      lines.append((" " + oldLines[before], false))
      before += 1
      after += 1
    }
  }
  let shown = lines.indices.filter { index in
    lines[max(0, index - 3)...min(lines.count - 1, index + 3)].contains(where: \.isChange)
  }
  return shown.map { lines[$0].text }.joined(separator: "\n")
}
