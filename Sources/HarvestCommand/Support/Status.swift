import ArgumentParser

/// How the program ends; the numbers are promised to scripts. Usage errors, 64, come from the
/// argument parser.
enum Status {
  /// No plan satisfies the constraints.
  static let infeasible = ExitCode(1)
  /// The input is wrong.
  static let badInput = ExitCode(65)
  /// The solver that was demanded by name is not there.
  static let unavailable = ExitCode(69)
  /// The program failed, or its audit did.
  static let internalFailure = ExitCode(70)
  /// Stopped at a limit, with a plan and a bound.
  static let stoppedAtLimit = ExitCode(75)
}

/// Says on standard error why the program ends, and gives the status to end with.
///
/// - Parameters:
///   - message: one sentence, or several lines.
///   - status: how the program ends.
/// - Returns: `status`, to be thrown.
func failure(_ message: String, _ status: ExitCode) -> ExitCode {
  StandardStream.error.write("\(message)\n")
  return status
}
