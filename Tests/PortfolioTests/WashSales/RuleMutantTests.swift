import Portfolio
import Quantities
import Testing

/// Rules broken one at a time: were the kept ledgers blind to one of them, a mistake there would pass.
@Suite("Kept ledgers against broken rules")
struct RuleMutantTests {
  /// A rule that is broken.
  struct Mutant: Sendable, CustomTestStringConvertible {
    let name: String
    let breakRule: @Sendable (inout WashRules, inout LedgerRecords) -> Void

    var testDescription: String { name }

    init(
      _ name: String,
      _ breakRule: @escaping @Sendable (inout WashRules, inout LedgerRecords) -> Void
    ) {
      self.name = name
      self.breakRule = breakRule
    }
  }

  static let mutants = [
    Mutant("the window is 29 days") { rules, _ in rules.windowDays = 29 },
    Mutant("the window is 31 days") { rules, _ in rules.windowDays = 31 },
    Mutant("the last loss is taken first") { rules, _ in rules.takesLossesInOrder = false },
    Mutant("the last purchase is taken first") { rules, _ in rules.takesPurchasesInOrder = false },
    Mutant("a share replaces again and again") { rules, _ in rules.eachShareReplacesOnce = false },
    Mutant("shares that are sold still replace") { rules, _ in rules.replacementIsStillHeld = false
    },
    Mutant("gifts replace") { rules, _ in rules.onlyPurchasesReplace = false },
    Mutant("a loss joins basis in an IRA") { rules, _ in rules.retirementIsPermanent = false },
    Mutant("no loss joins a basis") { rules, _ in rules.lossJoinsBasis = false },
    Mutant("no holding period is tacked") { rules, _ in rules.tacksHoldingPeriod = false },
    Mutant("the rest of a purchase replaces") { _, records in records.policy.sameLot = .include },
    Mutant("an IRA replaces nothing") { _, records in records.policy.retirementCounts = [] },
    Mutant("a spouse replaces nothing") { _, records in records.policy.spouse = .ignore },
    Mutant("older lots do not replace") { _, records in records.policy.olderLots = .exclude },
    Mutant("vesting replaces nothing") { _, records in records.policy.vest = .ignore },
    Mutant("days held by both count once") { _, records in records.policy.tacking = .noOverlap },
    Mutant("the earlier date is taken over") { _, records in
      records.policy.tacking = .inheritDate
    },
    Mutant("sales of one day come one after another") { _, records in
      records.policy.sameDaySales = .regulationOrder
    },
  ]

  @Test(arguments: mutants)
  func `the kept ledgers notice a broken rule`(mutant: Mutant) throws {
    let differing = try FrozenLedger.load().filter { frozen in
      var (rules, records) = (WashRules.law, frozen.records)
      mutant.breakRule(&rules, &records)
      let ledger = try WashLedger(records, rules: rules)
      return FrozenLedger.Answer(ledger) != frozen.expected
    }
    #expect(!differing.isEmpty)
  }

  @Test func `the law itself differs from no kept ledger`() throws {
    for frozen in try FrozenLedger.load() {
      let ledger = try WashLedger(frozen.records, rules: .law)
      #expect(FrozenLedger.Answer(ledger) == frozen.expected, "\(frozen.id)")
    }
  }

  @Test(arguments: mutants.prefix(10))
  func `the ledger's own check finds what a broken rule contradicts, and no fault with the law`(
    mutant: Mutant
  ) throws {
    var rules = WashRules.law
    var records = LedgerRecords(accounts: [], transactions: [])
    mutant.breakRule(&rules, &records)
    var violations = 0
    for frozen in try FrozenLedger.load() {
      violations += try WashLedger(frozen.records, rules: rules).checkInvariants().count
      #expect(try WashLedger(frozen.records).checkInvariants() == [], "\(frozen.id)")
    }
    // The others give ledgers that are consistent in themselves, and wrong.
    let inconsistent = [
      "the window is 31 days", "the last loss is taken first", "a share replaces again and again",
      "shares that are sold still replace", "gifts replace", "a loss joins basis in an IRA",
      "no loss joins a basis",
    ]
    #expect((violations > 0) == inconsistent.contains(mutant.name), "\(violations) violations")
  }
}

extension FrozenLedger.Answer {
  /// What a ledger says, without going through text.
  init(_ ledger: WashLedger) {
    let form = ledger.form8949
    self.init(
      sales: zip(ledger.sales, form).map { line, row in
        FrozenLedger.Sale(
          names: [line.sale, line.lot, line.account, line.symbol],
          amounts: [line.quantity, line.proceeds, line.basis, line.disallowed, line.permanent],
          dates: [
            line.date.description, line.acquired.description, line.holdingStart.description,
            line.term == .short ? "ST" : "LT",
          ],
          columns: [
            Fraction(row.proceeds), Fraction(row.basis), row.adjustment.map { Fraction($0) },
          ],
          matches: line.matches.map { match in
            FrozenLedger.Match(
              replacement: match.replacement, quantity: match.quantity, loss: match.loss,
              isPermanent: match.isPermanent)
          })
      },
      held: ledger.held.map { line in
        FrozenLedger.Held(
          names: [line.lot, line.side.rawValue, line.account, line.symbol],
          amounts: [line.quantity, line.basis, line.deferred],
          dates: [line.acquired.description, line.holdingStart.description],
          isReplacement: line.isReplacement)
      },
      years: ledger.years.map { year in
        FrozenLedger.Year(
          year: String(year.year),
          amounts: [year.shortTerm, year.longTerm, year.disallowed, year.permanent])
      })
  }
}
