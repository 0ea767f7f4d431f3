public import Quantities

/// The payments of a sale that is paid over several years, IRC §453(b).
public struct InstallmentPlan: Sendable, Hashable {
  /// What is paid in one year, interest not included.
  public struct Payment: Sendable, Hashable {
    /// The calendar year.
    public var year: Int
    /// The amount, not negative.
    public var amount: Money

    /// A payment.
    public init(year: Int, amount: Money) {
      self.year = year
      self.amount = amount
    }
  }

  /// The payments by year, ascending, none before the year of the sale; with the debt that the
  /// buyer assumes they make the price.
  public var payments: [Payment]
  /// Debt on the property that the buyer assumes, not negative.
  public var assumedDebt: Money

  /// A plan of payments.
  public init(payments: [Payment], assumedDebt: Money = .zero) {
    self.payments = payments
    self.assumedDebt = assumedDebt
  }

  /// What is still to be paid after a year, not negative.
  public func unpaid(after year: Int) -> Money {
    payments.filter { $0.year > year }.map(\.amount).total()
  }

  /// The gain that the payments bring, by year, with the lines of Form 6252.
  ///
  /// Rounding is that of running totals, so that the years make up the whole gain to the cent.
  ///
  /// - Parameters:
  ///   - gain: the gain after recapture and exclusion that the payments carry, not negative.
  ///   - recovered: adjusted basis, costs and recapture: line 13.
  ///   - excluded: gain on a home that is excluded: line 15.
  ///   - price: the selling price: line 5.
  ///   - effects: an effect for each year from that of the sale on; receives the lines.
  /// - Returns: the gain of each of `effects`.
  func gains(
    of gain: Money, recovered: Money, excluded: Money, price: Money,
    into effects: inout [EventEffect]
  ) -> [Money] {
    let excess = max(.zero, assumedDebt - recovered)
    let contract = price - assumedDebt + excess
    effects[0].line("5", of: .form6252, "Selling price", price)
    effects[0].line("6", of: .form6252, "Debt the buyer assumes", assumedDebt)
    effects[0].line("13", of: .form6252, "Adjusted basis, costs and recapture", recovered)
    effects[0].line("15", of: .form6252, "Gain on a home that is excluded", excluded)
    effects[0].line("16", of: .form6252, "Gross profit", gain)
    effects[0].line("18", of: .form6252, "Contract price", contract)
    var paid = Money.zero
    var counted = Money.zero
    return effects.indices.map { index in
      var received = payments.first { $0.year == effects[index].year }?.amount ?? .zero
      // Debt beyond the basis is as good as a payment in the year of the sale.
      if index == 0 { received += excess }
      paid += received
      let through = gain.times(paid.cents, over: contract.cents)
      let recognized = through - counted
      counted = through
      effects[index].line("22", of: .form6252, "Payments of the year", received)
      effects[index].line("24", of: .form6252, "Installment sale income", recognized)
      return recognized
    }
  }
}
