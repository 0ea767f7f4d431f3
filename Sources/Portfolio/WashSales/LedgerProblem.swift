/// One thing that is wrong with the records of a ledger.
public struct LedgerProblem: Error, Sendable, Hashable {
  /// The kinds of problems: stable names for programs.
  public enum Code: String, Sendable, Hashable, CaseIterable {
    /// Two records, accounts or members of groups have one name.
    case duplicateID = "duplicate_id"
    /// A record names an account or a lot that there is not.
    case unknownName = "unknown_name"
    /// A number that cannot be.
    case invalidValue = "invalid_value"
    /// A sale or transfer of shares that the account does not hold at that time.
    case notHeld = "not_held"
    /// Something that needs a rule the ledger lacks.
    case notSupported = "not_supported"
  }

  /// The kind of the problem.
  public var code: Code
  /// The record; `nil` where it is about something else.
  public var transaction: String?
  /// The keys that lead to the value, such as `transactions[3].qty`.
  public var path: String
  /// One sentence.
  public var message: String
}

/// Everything that is wrong with the records of a ledger.
public struct LedgerFailure: Error, Sendable, Hashable {
  /// The problems in the order of the records; at least one.
  public var problems: [LedgerProblem]
}
