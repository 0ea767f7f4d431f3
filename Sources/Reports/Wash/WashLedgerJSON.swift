public import Portfolio
import Quantities

/// One thing that is wrong with a ledger that cannot be kept.
public struct WashFault: Sendable, Hashable {
  /// The kind of the fault, a stable name.
  public var code: String
  /// One sentence.
  public var message: String
  /// The keys that lead to the value; may be empty.
  public var path: String
  /// The record; `nil` where it is about something else.
  public var transaction: String?

  /// A fault with all its properties.
  public init(code: String, message: String, path: String, transaction: String?) {
    self.code = code
    self.message = message
    self.path = path
    self.transaction = transaction
  }

  /// The fault of a problem with records.
  public init(_ problem: LedgerProblem) {
    self.init(
      code: problem.code.rawValue, message: problem.message, path: problem.path,
      transaction: problem.transaction)
  }
}

/// One line of the answer of `harvest wash`: why there is no ledger.
///
/// - Parameters:
///   - id: the name that the question gave it; `nil` where it could not be read.
///   - faults: all that is wrong; at least one thing.
///   - line: the line of the input, from 1.
/// - Returns: an object with the first fault as `error`, and all as `errors`.
public func washErrorJSON(id: String?, faults: [WashFault], line: Int) -> JSON {
  func members(_ fault: WashFault) -> [(String, JSON)] {
    [
      ("code", .string(fault.code)), ("message", .string(fault.message)),
      ("path", .string(fault.path)), ("line", .integer(line)),
    ]
  }
  return [
    "id": id.map(JSON.string) ?? nil,
    "error": .object(faults.first.map(members) ?? []),
    "errors": .array(
      faults.map { fault in
        .object(members(fault) + [("transaction", fault.transaction.map(JSON.string) ?? nil)])
      }),
  ]
}

/// One line of the answer of `harvest wash`: a ledger.
///
/// - Parameters:
///   - ledger: the ledger.
///   - id: the name that the question gave it.
/// - Returns: an object with its members in the order of the contract.
public func washLedgerJSON(_ ledger: WashLedger, id: String) -> JSON {
  [
    "id": .string(id),
    "result": [
      "sales": .array(ledger.sales.map(\.json)),
      "lots": .array(ledger.held.map(\.json)),
      "years": .object(ledger.years.map { (String($0.year), $0.json) }),
      "form8949": .array(ledger.form8949.map(\.json)),
      "policy": ledger.records.policy.json,
      "policy_effects": ledger.policyEffects.map { .array($0.map(\.json)) } ?? nil,
      "provisional": .array(ledger.provisional.map(\.json)),
    ],
  ]
}

extension JSON {
  /// An exact number: a decimal, or a fraction where that does not end.
  fileprivate static func exact(_ number: Fraction) -> JSON { .string(number.description) }
}

extension Term {
  fileprivate var ledgerName: JSON { self == .short ? "ST" : "LT" }
}

extension SaleLine {
  fileprivate var json: JSON {
    [
      "sale": .string(sale),
      "lot": .string(lot),
      "account": .string(account),
      "symbol": .string(symbol),
      "date": .date(date),
      "qty": .exact(quantity),
      "proceeds": .exact(proceeds),
      "basis": .exact(basis),
      "gain": .exact(gain),
      "disallowed": .exact(disallowed),
      "permanent": .exact(permanent),
      "recognized": .exact(recognized),
      "term": term.ledgerName,
      "acquired": .date(acquired),
      "adj_acquired": .date(holdingStart),
      "matches": .array(
        matches.map { match in
          [
            "replacement": .string(match.replacement), "qty": .exact(match.quantity),
            "loss": .exact(match.loss), "permanent": .boolean(match.isPermanent),
          ]
        }),
    ]
  }
}

extension HeldLine {
  fileprivate var json: JSON {
    let deferred: [(String, JSON)] = deferred.map { [("deferred", .exact($0))] } ?? []
    return .object(
      [
        ("lot", .string(lot)),
        ("side", .string(side.rawValue)),
        ("account", .string(account)),
        ("symbol", .string(symbol)),
        ("qty", .exact(quantity)),
        ("basis", .exact(basis)),
      ] + deferred + [
        ("acquired", .date(acquired)),
        ("adj_acquired", .date(holdingStart)),
        ("replacement", .boolean(isReplacement)),
      ])
  }
}

extension LedgerYear {
  fileprivate var json: JSON {
    [
      "ST": .exact(shortTerm), "LT": .exact(longTerm), "disallowed": .exact(disallowed),
      "permanent": .exact(permanent),
    ]
  }
}

extension Form8949Row {
  fileprivate var json: JSON {
    [
      "year": .integer(year),
      "part": term == .short ? "I" : "II",
      "a": .string(description),
      "b": .date(acquired),
      "c": .date(sold),
      "d": .money(proceeds),
      "e": .money(basis),
      "f": adjustment == nil ? "" : "W",
      "g": adjustment.map { .money($0) } ?? "",
      "h": .money(gain),
    ]
  }
}

extension WashPolicy {
  fileprivate var json: JSON {
    [
      "same_lot": .string(sameLot.rawValue),
      "same_day_sales": .string(sameDaySales.rawValue),
      "older_lots": .string(olderLots.rawValue),
      "tacking": .string(tacking.rawValue),
      "spouse": .string(spouse.rawValue),
      "retirement_counts": .array(
        LedgerAccountType.allCases.filter { retirementCounts.contains($0.kind) }
          .map { .string($0.rawValue) }),
      "vest": .string(vest.rawValue),
      "crypto_subject_from": cryptoSubjectFrom.map { .date($0) } ?? nil,
    ]
  }
}

extension PolicyEffect {
  fileprivate var json: JSON {
    [
      "policy": .string(policy),
      "reading": .string(reading),
      "year": .integer(year),
      "recognized_short_term_change": .exact(shortTermChange),
      "recognized_long_term_change": .exact(longTermChange),
      "disallowed_change": .exact(disallowedChange),
    ]
  }
}

extension ProvisionalLoss {
  fileprivate var json: JSON {
    [
      "sale": .string(sale), "lot": .string(lot), "year": .integer(year),
      "provisional_until": .date(provisionalUntil),
    ]
  }
}
