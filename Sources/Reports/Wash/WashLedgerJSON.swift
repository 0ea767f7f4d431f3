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
/// - Returns: a line of JSON without its break, its members in the order of the contract.
public func washLedgerLine(_ ledger: WashLedger, id: String) -> String {
  var writer = LineWriter()
  writer.object { line in
    line.string("id", id)
    line.object("result") { result in
      result.array("sales", ledger.sales) { $0.write($1) }
      result.array("lots", ledger.held) { $0.write($1) }
      result.object("years") { years in
        for year in ledger.years { years.write(year) }
      }
      result.array("form8949", ledger.form8949) { $0.write($1) }
      result.write(ledger.records.policy)
      if let effects = ledger.policyEffects {
        result.array("policy_effects", effects) { $0.write($1) }
      } else {
        result.null("policy_effects")
      }
      result.array("provisional", ledger.provisional) { $0.write($1) }
    }
  }
  return writer.line
}

extension LineWriter {
  fileprivate mutating func write(_ sale: SaleLine) {
    object { row in
      row.string("sale", sale.sale)
      row.string("lot", sale.lot)
      row.string("account", sale.account)
      row.string("symbol", sale.symbol)
      row.date("date", sale.date)
      row.exact("qty", sale.quantity)
      row.exact("proceeds", sale.proceeds)
      row.exact("basis", sale.basis)
      row.exact("gain", sale.gain)
      row.exact("disallowed", sale.disallowed)
      row.exact("permanent", sale.permanent)
      row.exact("recognized", sale.recognized)
      row.string("term", sale.term == .short ? "ST" : "LT")
      row.date("acquired", sale.acquired)
      row.date("adj_acquired", sale.holdingStart)
      row.array("matches", sale.matches) { $0.write($1) }
    }
  }

  private mutating func write(_ match: SaleMatch) {
    object { row in
      row.string("replacement", match.replacement)
      row.exact("qty", match.quantity)
      row.exact("loss", match.loss)
      row.boolean("permanent", match.isPermanent)
    }
  }

  fileprivate mutating func write(_ held: HeldLine) {
    object { row in
      row.string("lot", held.lot)
      row.string("side", held.side.rawValue)
      row.string("account", held.account)
      row.string("symbol", held.symbol)
      row.exact("qty", held.quantity)
      row.exact("basis", held.basis)
      if let deferred = held.deferred { row.exact("deferred", deferred) }
      row.date("acquired", held.acquired)
      row.date("adj_acquired", held.holdingStart)
      row.boolean("replacement", held.isReplacement)
    }
  }

  fileprivate mutating func write(_ year: LedgerYear) {
    object(String(year.year)) { row in
      row.exact("ST", year.shortTerm)
      row.exact("LT", year.longTerm)
      row.exact("disallowed", year.disallowed)
      row.exact("permanent", year.permanent)
    }
  }

  fileprivate mutating func write(_ form: Form8949Row) {
    object { row in
      row.integer("year", form.year)
      row.string("part", form.term == .short ? "I" : "II")
      row.string("a", form.description)
      row.date("b", form.acquired)
      row.date("c", form.sold)
      row.money("d", form.proceeds)
      row.money("e", form.basis)
      row.string("f", form.adjustment == nil ? "" : "W")
      row.string("g", form.adjustment?.description ?? "")
      row.money("h", form.gain)
    }
  }

  fileprivate mutating func write(_ policy: WashPolicy) {
    object("policy") { row in
      row.string("same_lot", policy.sameLot.rawValue)
      row.string("same_day_sales", policy.sameDaySales.rawValue)
      row.string("older_lots", policy.olderLots.rawValue)
      row.string("tacking", policy.tacking.rawValue)
      row.string("spouse", policy.spouse.rawValue)
      row.array(
        "retirement_counts",
        LedgerAccountType.allCases.filter { policy.retirementCounts.contains($0.kind) }
      ) { $0.string(nil, $1.rawValue) }
      row.string("vest", policy.vest.rawValue)
      if let date = policy.cryptoSubjectFrom {
        row.date("crypto_subject_from", date)
      } else {
        row.null("crypto_subject_from")
      }
    }
  }

  fileprivate mutating func write(_ effect: PolicyEffect) {
    object { row in
      row.string("policy", effect.policy)
      row.string("reading", effect.reading)
      row.integer("year", effect.year)
      row.exact("recognized_short_term_change", effect.shortTermChange)
      row.exact("recognized_long_term_change", effect.longTermChange)
      row.exact("disallowed_change", effect.disallowedChange)
    }
  }

  fileprivate mutating func write(_ loss: ProvisionalLoss) {
    object { row in
      row.string("sale", loss.sale)
      row.string("lot", loss.lot)
      row.integer("year", loss.year)
      row.date("provisional_until", loss.provisionalUntil)
    }
  }
}
