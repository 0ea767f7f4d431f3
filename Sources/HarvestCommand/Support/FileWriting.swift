import ArgumentParser

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Writes a file so that others see either all of it or nothing.
///
/// The text goes to a new file beside the target, which then takes the target's name. What is no
/// regular file, such as a pipe or `/dev/null`, is written to as it is.
///
/// - Parameters:
///   - text: the contents.
///   - path: the target; `-` is standard output.
///   - replacing: whether a file that is there already may be replaced.
/// - Throws: the exit status, once the reason is on standard error.
func write(_ text: String, to path: String, replacing: Bool = true) throws(ExitCode) {
  func refusal(_ reason: String) -> ExitCode {
    let name = path == "-" ? "standard output" : path
    return failure("error: cannot write \(name): \(reason)", Status.internalFailure)
  }
  if path == "-" {
    guard StandardStream.output.write(text) else { throw refusal(systemReason()) }
    return
  }
  if path.isEmpty || path.utf8.contains(0) { throw refusal("that is no name of a file") }
  let target = resolved(path)
  switch kind(of: target) {
  case .missing: break
  case .regular: if !replacing { throw refusal("the file is there already") }
  case .folder: throw refusal("it is a folder")
  case .other: return try writeThrough(text, to: target, refusal: refusal)
  }
  let temporary = "\(target).\(getpid()).tmp"
  let descriptor = unsafe open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
  guard descriptor >= 0 else { throw refusal(systemReason()) }
  let written = writeAll(Array(text.utf8), to: descriptor) && fsync(descriptor) == 0
  let closed = close(descriptor) == 0
  // A link, unlike a renaming, fails where the target has appeared in the meantime.
  guard written, closed,
    unsafe (replacing ? rename(temporary, target) : link(temporary, target)) == 0
  else {
    let reason = systemReason()
    _ = unsafe unlink(temporary)
    throw refusal(reason)
  }
  if !replacing { _ = unsafe unlink(temporary) }
}

private func writeThrough(
  _ text: String, to path: String, refusal: (String) -> ExitCode
) throws(ExitCode) {
  let descriptor = unsafe open(path, O_WRONLY | O_CLOEXEC)
  guard descriptor >= 0 else { throw refusal(systemReason()) }
  let written = writeAll(Array(text.utf8), to: descriptor)
  guard close(descriptor) == 0, written else { throw refusal(systemReason()) }
}

private enum FileKind {
  case missing, regular, folder, other
}

private func kind(of path: String) -> FileKind {
  var status = stat()
  guard unsafe stat(path, &status) == 0 else { return .missing }
  switch status.st_mode & S_IFMT {
  case S_IFREG: return .regular
  case S_IFDIR: return .folder
  default: return .other
  }
}

/// The file that a path leads to, so that a link is followed rather than replaced.
private func resolved(_ path: String) -> String {
  guard let pointer = unsafe realpath(path, nil) else { return path }
  defer { unsafe free(pointer) }
  return unsafe String(cString: pointer)
}

/// The system's last error in words.
func systemReason() -> String {
  guard let pointer = unsafe strerror(errno) else { return "error \(errno)" }
  return unsafe String(cString: pointer)
}
