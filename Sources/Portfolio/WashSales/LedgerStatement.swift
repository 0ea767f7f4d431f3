public import Quantities

/// What replaces shares of a sale.
public struct SaleMatch: Sendable, Hashable {
  /// The record that acquired the replacement.
  public var replacement: String
  /// How many of the shares sold it replaces, in shares of the day of the sale.
  public var quantity: Fraction
  /// Dollars of loss that are not deductible for it; positive.
  public var loss: Fraction
  /// Whether that loss is lost.
  public var isPermanent: Bool
}

/// A run of equal shares of a sale.
public struct SaleLine: Sendable, Hashable {
  /// The record of the sale.
  public var sale: String
  /// The record that acquired the lot.
  public var lot: String
  /// The account that sold.
  public var account: String
  /// The security.
  public var symbol: String
  /// The trade date; of a loss of all worth, the last day of the year.
  public var date: CivilDate
  /// Shares of that day.
  public var quantity: Fraction
  /// Net dollars received; of a cover, those the short position was opened for.
  public var proceeds: Fraction
  /// Dollars of adjusted basis; of a cover, its cost and the losses deferred into the position.
  public var basis: Fraction
  /// Dollars of loss that are not deductible; not negative.
  public var disallowed: Fraction
  /// The part of `disallowed` that is lost.
  public var permanent: Fraction
  /// Short-term or long-term.
  public var term: Term
  /// The trade date of the acquisition.
  public var acquired: CivilDate
  /// The day from which the holding period counts.
  public var holdingStart: CivilDate
  /// What replaces the shares, in order of acquisition.
  public var matches: [SaleMatch]

  /// Proceeds less basis; a loss is negative.
  public var gain: Fraction { proceeds - basis }
  /// The gain or loss that is recognized.
  public var recognized: Fraction { gain + disallowed }
}

/// A run of equal shares that are left at the end of the records.
public struct HeldLine: Sendable, Hashable {
  /// The record that acquired the lot.
  public var lot: String
  /// Owned or owed.
  public var side: PositionSide
  /// The account that holds it at the end.
  public var account: String
  /// The security.
  public var symbol: String
  /// Shares of the last day of the records.
  public var quantity: Fraction
  /// Dollars of adjusted basis; of a short position, those it was opened for.
  public var basis: Fraction
  /// Dollars of losses deferred into a short position; `nil` for what is owned.
  public var deferred: Fraction?
  /// The trade date of the acquisition.
  public var acquired: CivilDate
  /// The day from which the holding period counts.
  public var holdingStart: CivilDate
  /// Whether the shares made a loss nondeductible, and so cannot make another.
  public var isReplacement: Bool
}

/// The totals of a calendar year.
public struct LedgerYear: Sendable, Hashable {
  /// The year.
  public var year: Int
  /// Dollars of short-term gain or loss recognized.
  public var shortTerm: Fraction
  /// Dollars of long-term gain or loss recognized.
  public var longTerm: Fraction
  /// Dollars of loss that are not deductible.
  public var disallowed: Fraction
  /// The part of `disallowed` that is lost.
  public var permanent: Fraction
}

/// A row of Form 8949.
public struct Form8949Row: Sendable, Hashable {
  /// The tax year.
  public var year: Int
  /// Part I is short-term, part II long-term.
  public var term: Term
  /// Column (a).
  public var description: String
  /// Column (b): the date from which the holding period counts, which agrees with the part.
  public var acquired: CivilDate
  /// Column (c).
  public var sold: CivilDate
  /// Column (d).
  public var proceeds: Money
  /// Column (e).
  public var basis: Money
  /// Column (g), with code W in column (f); `nil` where nothing is disallowed.
  public var adjustment: Money?

  /// Column (h), from the rounded columns as the form has it.
  public var gain: Money { proceeds - basis + (adjustment ?? .zero) }

  /// The row of a line of a ledger.
  ///
  /// Amounts are rounded to cents, a half to the even cent.
  init(_ line: SaleLine) {
    func cents(_ amount: Fraction) -> Money {
      guard let cents = amount.cents(.even) else {
        preconditionFailure("records are bounded so that every amount of a row has cents")
      }
      return cents
    }
    year = line.date.year
    term = line.term
    description = "\(line.quantity) sh \(line.symbol)"
    acquired = line.holdingStart
    sold = line.date
    proceeds = cents(line.proceeds)
    basis = cents(line.basis)
    adjustment = line.disallowed.isZero ? nil : cents(line.disallowed)
  }
}

/// A loss that a purchase which is not on record yet can still make nondeductible.
public struct ProvisionalLoss: Sendable, Hashable {
  /// The record of the sale.
  public var sale: String
  /// The record that acquired the lot.
  public var lot: String
  /// The tax year.
  public var year: Int
  /// The day after which it is final: the last of its window, or 30 January where the window
  /// reaches into the next year, because then the whole year is not final before.
  public var provisionalUntil: CivilDate
}
