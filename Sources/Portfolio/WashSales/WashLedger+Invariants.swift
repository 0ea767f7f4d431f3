import Quantities

extension WashLedger {
  /// What must hold in every ledger whatever its records, and does not here.
  ///
  /// - Returns: a sentence for each thing that does not hold; empty when all is well.
  public func checkInvariants() -> [String] {
    var check = LedgerCheck(book, matcher, settlement)
    check.positions()
    check.conservation()
    check.rows()
    check.oneBite()
    check.form(form8949, sales)
    return check.violations
  }
}

/// Compares a settlement with the lots and disposals it was made of.
private struct LedgerCheck {
  private let book: LedgerBook
  private let matcher: WashMatcher
  private let settlement: WashSettlement
  private let lots: [LedgerLot]
  private(set) var violations: [String] = []

  init(_ book: LedgerBook, _ matcher: WashMatcher, _ settlement: WashSettlement) {
    self.book = book
    self.matcher = matcher
    self.settlement = settlement
    lots = book.lots(under: matcher.policy)
  }

  private mutating func require(_ condition: Bool, _ sentence: @autoclosure () -> String) {
    if !condition { violations.append(sentence()) }
  }

  private func isTaxed(_ lot: Int) -> Bool {
    !matcher.accounts[lots[lot].account].isRetirement
  }

  /// Every share is sold once or left.
  mutating func positions() {
    var counted = [Fraction](repeating: .zero, count: lots.count)
    for row in settlement.rows { counted[row.lot] += row.quantity }
    for remainder in settlement.remaining { counted[remainder.lot] += remainder.quantity }
    for (index, lot) in lots.enumerated() where isTaxed(index) {
      require(
        counted[index] == lot.quantity,
        "lot \(index): \(counted[index]) of \(lot.quantity) shares are sold or left")
    }
  }

  /// What was paid is in the basis of what was sold or is left, and so is every deferred loss; what
  /// was received is in the proceeds. Of short positions likewise.
  mutating func conservation() {
    for side in PositionSide.allCases {
      var put = FractionSum()
      var found = FractionSum()
      for (index, lot) in lots.enumerated() where lot.side == side && isTaxed(index) {
        put.add(lot.quantity * lot.basisPerUnit)
      }
      for row in settlement.rows where lots[row.lot].side == side {
        put.add(row.disallowed - row.permanent)
        found.add(row.quantity * row.basisPerUnit)
      }
      for left in settlement.remaining where lots[left.lot].side == side && isTaxed(left.lot) {
        found.add(left.quantity * left.basisPerUnit)
      }
      require(put.total == found.total, "\(side): \(put.total) went in, \(found.total) is there")
    }
    var received = FractionSum()
    var shown = FractionSum()
    for disposal in book.disposals where isTaxed(disposal.lot) {
      let lot = lots[disposal.lot]
      received.add(
        disposal.quantity
          * (lot.side == .long
            ? disposal.amountPerUnit : lot.openedForPerUnit - disposal.amountPerUnit))
    }
    for row in settlement.rows {
      let carried = lots[row.lot].side == .long ? row.basis : row.quantity * row.basisPerUnit
      shown.add(row.gain + carried)
    }
    require(
      received.total == shown.total, "\(received.total) received, \(shown.total) shown")
  }

  mutating func rows() {
    for (index, row) in settlement.rows.enumerated() {
      let loss = -row.gain
      require(
        !row.permanent.isNegative && row.permanent <= row.disallowed
          && row.disallowed <= max(.zero, loss),
        "row \(index): permanent \(row.permanent), disallowed \(row.disallowed), loss \(loss)")
      let matched = row.matches.map(\.quantity).total()
      require(
        row.matches.map(\.loss).total() == row.disallowed,
        "row \(index): the matches do not add up to what is disallowed")
      require(matched <= row.quantity, "row \(index): more shares replace than were sold")
      require(
        row.disallowed * row.quantity == matched * (row.disallowed.isZero ? .zero : loss),
        "row \(index): what is disallowed is not in proportion to the shares")
      require(
        row.holdingStart <= lots[row.lot].acquired,
        "row \(index): the holding period begins after the acquisition")
      for match in row.matches { check(match, row, index) }
    }
  }

  private mutating func check(_ match: WashMatch, _ row: WashRow, _ index: Int) {
    let (sold, replacement) = (lots[row.lot], lots[match.lot])
    let date = book.disposals[row.disposal].moment.date
    let days = replacement.acquisition.date.days(since: date)
    require(
      (-30...30).contains(days), "row \(index): the replacement was bought \(days) days away")
    require(replacement.isPurchase, "row \(index): the replacement was not bought")
    require(replacement.side == sold.side, "row \(index): the replacement is on the other side")
    require(
      matcher.policy.sameLot == .include || replacement.order != sold.order,
      "row \(index): the rest of a purchase replaces a part of it")
    require(matcher.isSubject(sold, soldOn: date), "row \(index): the sale is outside the rule")
    let account = matcher.accounts[replacement.account]
    require(
      !account.isRetirement || matcher.policy.retirementCounts.contains(account.kind),
      "row \(index): the replacement is in an account that does not count")
    let isOther = account.owner != matcher.accounts[sold.account].owner
    require(
      match.isPermanent == (account.isRetirement || matcher.policy.spouse == .permanent && isOther),
      "row \(index): the loss is lost exactly where it joins no basis")
    require(
      !isOther || matcher.policy.spouse != .ignore,
      "row \(index): the replacement is another's")
  }

  /// No share makes more than one loss nondeductible: Treas. Reg. §1.1091-1(e).
  mutating func oneBite() {
    var used = lots.map(\.replaced)
    for row in settlement.rows {
      let sold = matcher.securities[lots[row.lot].security]
      for match in row.matches {
        let security = matcher.securities[lots[match.lot].security]
        let units =
          security.group == sold.group
          ? security.unitsPerShare : security.acquires?.units ?? security.unitsPerShare
        used[match.lot] += match.quantity * sold.unitsPerShare / units
      }
    }
    for (index, lot) in lots.enumerated() {
      require(
        used[index] <= lot.quantity,
        "lot \(index): \(used[index]) of \(lot.quantity) shares replace others")
    }
  }

  /// Column (h) is (d) less (e) and (g), and the code stands where (g) does.
  mutating func form(_ form: [Form8949Row], _ sales: [SaleLine]) {
    require(form.count == sales.count, "the form has \(form.count) rows for \(sales.count)")
    for (row, sale) in zip(form, sales) {
      require(
        row.gain == row.proceeds - row.basis + (row.adjustment ?? .zero)
          && (row.adjustment != nil) == sale.disallowed.isPositive,
        "sale \(sale.sale): the columns do not agree")
      let difference = Fraction(row.gain) - sale.recognized
      require(
        difference.magnitude <= Fraction(3, over: 200),
        "sale \(sale.sale): rounding moves the gain by \(difference)")
    }
  }
}
