/// The keys of each of the `purchases`.
package enum PurchaseKey: String, CaseIterable {
  case account, symbol, date, dates, shares, kind
  case canStop = "can_stop"
  case estimated, id
}

/// The keys of `wash_sales`.
package enum WashKey: String, CaseIterable {
  case policy
  case permanentLossAtMost = "permanent_loss_at_most"
  case accountsNotSupplied = "accounts_not_supplied"
}

/// The keys of `wash_sales.policy`.
package enum WashPolicyKey: String, CaseIterable {
  case sameLot = "same_lot"
  case sameDaySales = "same_day_sales"
  case olderLots = "older_lots"
  case tacking, spouse
  case retirementCounts = "retirement_counts"
  case vest
  case cryptoSubjectFrom = "crypto_subject_from"
}

/// The keys of a security's `replacement`.
package enum ReplacementKey: String, CaseIterable {
  case symbol, relation
  case decidedBy = "decided_by"
}

/// The values of a security's `basis_method`.
package enum BasisMethod: String, CaseIterable {
  /// Each lot has its own basis: Treas. Reg. §1.1012-1(c).
  case specific
  /// The shares of an account have the average of their basis: Treas. Reg. §1.1012-1(e).
  case average
}

/// The columns of a file of activity.
package enum ActivityColumn: String, CaseIterable {
  case date, action, symbol, quantity, account, price, fee, amount
  case costBasis = "cost_basis"
  case acquired
  case holdingStart = "holding_start"
  case lotID = "lot_id"
  case kind, disallowed, id, note

  /// The columns that must be there; they come first.
  static let required: [ActivityColumn] = [.date, .action, .symbol, .quantity]

  /// The place of the column in the table, which is that of its case.
  var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
