import HouseholdFiles
import Planning
import Portfolio
import Quantities
import Testing

@Suite("Scheduled purchases, identical securities and policy")
struct WashSalesTests {
  func wash(_ lines: String) throws -> WashFacts {
    try MemoryFiles.small(lines).scenario().wash
  }

  func errors(_ lines: String) -> [String] { MemoryFiles.small(lines).errors }

  @Test func `without a word nothing is known and the defaults hold`() throws {
    #expect(try wash("") == WashFacts())
  }

  @Test func `each date of a scheduled purchase is a purchase`() throws {
    let purchases = try wash(
      """
      purchases:
        - {account: a, symbol: VOO, dates: [2026-12-10, 2027-01-10], shares: 4.25, kind: drip}
        - {account: a, symbol: VTI, date: 2026-12-20, shares: 60, kind: vest, id: grant 7}
        - {account: a, symbol: VTI, date: 2026-12-10, shares: 1, estimated: true, can_stop: false}
        - {account: a, symbol: VTI, dates: [2026-12-30, 2026-12-31], shares: 1, kind: espp, can_stop: true, id: plan}
        - {account: a, symbol: VOO, date: 2026-12-10, shares: 1, kind: drip, estimated: false}
      """
    ).purchases
    #expect(
      purchases.map { purchase in
        "\(purchase.id): \(purchase.shares) \(purchase.symbol)"
          + (purchase.canBeStopped ? ", can be stopped" : "")
          + (purchase.isEstimated ? ", estimated" : "")
      } == [
        "a VOO drip 2026-12-10: 4.25 VOO, can be stopped, estimated",
        "a VTI purchase 2026-12-10: 1 VTI, estimated",
        "a VOO drip 2026-12-10 (2): 1 VOO, can be stopped",
        "grant 7: 60 VTI",
        "plan 2026-12-30: 1 VTI, can be stopped",
        "plan 2026-12-31: 1 VTI, can be stopped",
        "a VOO drip 2027-01-10: 4.25 VOO, can be stopped, estimated",
      ])
    #expect(purchases.map(\.isScheduled) == Array(repeating: true, count: 7))
    #expect(purchases.map(\.kind) == [.drip, .purchase, .drip, .vest, .espp, .espp, .drip])
  }

  @Test func `what is wrong with scheduled purchases is reported at its place`() {
    #expect(
      errors(
        """
        purchases:
          - {account: b, symbol: VTI, shares: 0, date: soon}
          - {account: a, symbol: VTI, shares: 1, date: 2026-12-10, dates: [2026-12-11], id: x}
          - {account: a, symbol: VTI, shares: 1, dates: [], kind: gift, id: x}
          - {shares: 1, stop: true}
        """
      ) == [
        "s.yaml:7:15: purchases[0].account: no account is named \"b\" (did you mean \"a\"?)",
        "s.yaml:7:39: purchases[0].shares: 0 is not a number of shares traded (more than zero)",
        "s.yaml:7:48: purchases[0].date: \"soon\" is not a date (YYYY-MM-DD)",
        "s.yaml:8:67: purchases[1].dates: both date and dates are stated (keep one)",
        "s.yaml:9:49: purchases[2].dates: the list is empty (at least one date)",
        "s.yaml:9:59: purchases[2].kind: gift is not a scheduled purchase (one of purchase, drip, automatic, contribution, vest, espp, exercise)",
        "s.yaml:9:69: purchases[2].id: record \"x\" is described twice",
        "s.yaml:10:5: purchases[3]: required key \"account\" is missing (the id of one of the accounts)",
        "s.yaml:10:5: purchases[3]: required key \"symbol\" is missing (what is bought)",
        "s.yaml:10:5: purchases[3]: required key \"date\" is missing (the day of the purchase, or dates)",
        "s.yaml:10:17: purchases[3]: unknown key \"stop\" (known keys: account, symbol, date, dates, shares, kind, can_stop, estimated, id)",
      ])
  }

  func groups(_ securities: String) throws -> [String] {
    try wash("securities: {\(securities)}").groups.map { group in
      group.members.map { "\($0.symbol) \(Shares(millionths: $0.ratio.millionths))" }
        .joined(separator: ", ")
    }
  }

  @Test func `groups are what hangs together, in order of the symbols`() throws {
    #expect(
      try groups(
        "VTI: {identical_to: [VTSAX]}, GOOG: {identical_to: [GOOGL]}, GOOGL: {identical_to: [GOOG]}"
      ) == ["GOOG 1, GOOGL 1", "VTI 1, VTSAX 1"])
    #expect(
      try groups("C: {identical_to: [D]}, A: {identical_to: [B]}, E: {identical_to: [A, D]}")
        == ["A 1, B 1, C 1, D 1, E 1"])
    #expect(try groups("VTI: {identical_to: []}") == [])
  }

  @Test func `ratios are taken to the first security of the file`() throws {
    #expect(try groups("B: {identical_to: {A: 1500}}") == ["A 1500, B 1"])
    #expect(
      try groups("B: {identical_to: {A: 1500, D: 0.5}}, C: {identical_to: {A: 300}}")
        == ["A 1500, B 1, C 5, D 0.5"])
    #expect(
      try groups("B: {identical_to: {A: 3}}, A: {identical_to: {C: 2}}, C: {identical_to: {D: 1}}")
        == ["A 3, B 1, C 6, D 6"])
  }

  @Test func `ratios that contradict each other are errors`() {
    #expect(
      errors("securities: {B: {identical_to: {A: 2}}, A: {identical_to: [B]}}") == [
        "s.yaml:6:60: securities.A.identical_to[0]: a share of B already stands for 0.5 of A (one ratio between two securities)"
      ])
    #expect(
      errors(
        "securities: {A: {identical_to: {B: 2}}, B: {identical_to: {C: 3}}, A1: {identical_to: {C: 1}}, C: {identical_to: {A: 5}}}"
      ) == [
        "s.yaml:6:115: securities.C.identical_to: a share of A already stands for 1/6 of C (one ratio between two securities)"
      ])
    #expect(
      errors(
        "securities: {A: {identical_to: [B]}, C: {identical_to: {B: 3}}, D: {identical_to: {D: 1, E: 0, F: -1}}}"
      )
        == [
          "s.yaml:6:57: securities.C.identical_to: a share of C is no exact number of shares of A (at most six decimals, from 0.000001 to 1000000)",
          "s.yaml:6:84: securities.D.identical_to: \"D\" is the security itself",
          "s.yaml:6:93: securities.D.identical_to.E: 0 is out of range (0.000001 to 1000000 shares)",
          "s.yaml:6:99: securities.D.identical_to.F: -1 is out of range (0.000001 to 1000000 shares)",
        ])
  }

  @Test func `a security says what it is to the law`() throws {
    let classes = try wash(
      "securities: {BTC: {class: crypto}, VTI: {class: stock, basis_method: specific}, ES: {class: sec1256}}"
    ).assetClasses
    #expect(classes == ["BTC": .crypto, "ES": .section1256])
    #expect(
      errors("securities: {VTI: {class: coin, basis_method: lifo}}") == [
        "s.yaml:6:27: securities.VTI.class: unknown value \"coin\" (one of stock, option, crypto, sec1256, commodity_future, fx)",
        "s.yaml:6:47: securities.VTI.basis_method: unknown value \"lifo\" (one of specific, average)",
      ])
  }

  @Test(arguments: [
    ("{replacement: SCHB}", Replacement(symbol: "SCHB")),
    (
      "{replacement: {symbol: SCHB, relation: not_identical, decided_by: our adviser}}",
      Replacement(symbol: "SCHB", relation: .notIdentical, decidedBy: "our adviser")
    ),
    (
      "{replacement: VTSAX, identical_to: [VTSAX]}",
      Replacement(symbol: "VTSAX", relation: .identical)
    ),
    (
      "{replacement: {symbol: VTSAX, relation: identical}, identical_to: [VTSAX]}",
      Replacement(symbol: "VTSAX", relation: .identical)
    ),
  ])
  func `a replacement is identical, not identical or open`(
    security: String, replacement: Replacement
  ) throws {
    let securities = try MemoryFiles.small("securities: {VTI: \(security)}").scenario().securities
    #expect(securities.first { $0.symbol == "VTI" }?.replacement == replacement)
  }

  @Test(arguments: [
    (
      "{replacement: {symbol: X, relation: not_identical}, identical_to: [X]}",
      "s.yaml:6:55: securities.VTI.replacement.relation: identical_to says that VTI and X are substantially identical (identical, or no such word in identical_to)"
    ),
    (
      "{replacement: {symbol: X, relation: judgement}, identical_to: [X]}",
      "s.yaml:6:55: securities.VTI.replacement.relation: identical_to says that VTI and X are substantially identical (identical, or no such word in identical_to)"
    ),
    (
      "{replacement: {symbol: X, relation: identical}}",
      "s.yaml:6:55: securities.VTI.replacement.relation: identical_to does not say that VTI and X are identical (identical_to: [X])"
    ),
    (
      "{replacement: VTI}",
      "s.yaml:6:33: securities.VTI.replacement: \"VTI\" is the security itself"
    ),
    (
      "{replacement: {relation: judgement}}",
      "s.yaml:6:33: securities.VTI.replacement: required key \"symbol\" is missing (what would be bought instead)"
    ),
  ])
  func `a replacement does not contradict the groups`(security: String, error: String) {
    #expect(errors("securities: {VTI: \(security)}") == [error])
  }

  @Test func `every reading of the law can be chosen`() throws {
    let scenario = try MemoryFiles.small(
      """
      wash_sales:
        permanent_loss_at_most: 250
        accounts_not_supplied: [401(k) of the spouse, old HSA]
        policy:
          same_lot: include
          same_day_sales: reg_b_order
          older_lots: exclude
          tacking: no_overlap
          spouse: ignore
          retirement_counts: [roth_ira, 401k]
          vest: ignore
          crypto_subject_from: 2027-01-01
      """
    ).scenario()
    #expect(scenario.constraints.permanentLossAtMost == Money(dollars: 250))
    #expect(scenario.wash.accountsNotSupplied == ["401(k) of the spouse", "old HSA"])
    #expect(
      scenario.wash.policy
        == WashPolicy(
          sameLot: .include, sameDaySales: .regulationOrder, olderLots: .exclude,
          tacking: .noOverlap, spouse: .ignore, retirementCounts: [.rothIRA, .plan401k],
          vest: .ignore, cryptoSubjectFrom: CivilDate("2027-01-01")))
    #expect(try wash("wash_sales: {accounts_not_supplied: []}").accountsNotSupplied == [])
  }

  @Test func `what is wrong with the policy is reported at its place`() {
    #expect(
      errors(
        """
        wash_sales:
          permanent_loss_at_most: -1
          accounts_not_supplied: none
          policy: {same_lot: included, retirement_counts: [joint], vests: ignore}
        """
      ) == [
        "s.yaml:7:27: wash_sales.permanent_loss_at_most: -1.00 is negative (zero or more)",
        "s.yaml:8:26: wash_sales.accounts_not_supplied: found \"none\" (expected a list)",
        "s.yaml:9:22: wash_sales.policy.same_lot: unknown value \"included\" (one of exclude, include; did you mean \"include\"?)",
        "s.yaml:9:52: wash_sales.policy.retirement_counts[0]: joint is neither a retirement nor a savings account (such as roth_ira, 401k or hsa)",
        "s.yaml:9:60: wash_sales.policy: unknown key \"vests\" (did you mean \"vest\"?)",
      ])
  }

  @Test func `variants change all of it`() throws {
    let household = try MemoryFiles.small(
      """
      securities: {GOOG: {identical_to: [GOOGL]}}
      purchases: [{account: a, symbol: VTI, date: 2026-12-10, shares: 1}]
      wash_sales: {policy: {vest: counts, tacking: inherit_date}}
      scenarios:
        - name: Others
          set:
            wash_sales.policy.vest: ignore
            wash_sales.permanent_loss_at_most: 5
            purchases: []
            securities.GOOG.identical_to: {GOOGL: 2}
            accounts: [{id: a, kind: taxable, lots: lots.csv, transactions: none}]
      """
    ).load()
    let (base, other) = (household.scenarios[0].scenario, household.scenarios[1].scenario)
    #expect(base.wash.policy == WashPolicy(tacking: .inheritDate))
    #expect(other.wash.policy == WashPolicy(tacking: .inheritDate, vest: .ignore))
    #expect(other.constraints.permanentLossAtMost == Money(dollars: 5))
    #expect([base, other].map(\.wash.purchases.count) == [1, 0])
    #expect(other.wash.groups[0].members.map(\.ratio.millionths) == [1_000_000, 2_000_000])
    #expect([base, other].map { $0.accounts[0].activity } == [.notSupplied, .none])
  }
}
