import Foundation
@testable import Planning
import Portfolio
import Quantities
import Reports
import TestSupport
import Testing

@Suite("Wash sales in reports")
struct WashTextTests {
  private func report(_ problem: Problem, _ outcome: PlanOutcome) -> PlanReport {
    PlanReport(outcome, of: problem, hold: PlanPricer(problem).price(.hold))
  }

  /// A plan whose losses nothing replaces, in a household without purchases.
  private func quiet(_ change: (inout Scenario) -> Void = { _ in }) throws -> PlanReport {
    var scenario = try Household.oneYear().scenario
    scenario.wash.accountsNotSupplied = []
    scenario.accounts[0].activity = .supplied
    scenario.accounts[1].activity = .none
    change(&scenario)
    let problem = Problem(scenario)
    var outcome = Household.outcome(problem, [(0, 0, 300), (3, 0, 1_000)])
    outcome.priced.wash = PlanWash(exposures: [
      .init(sale: .planned(0), shares: Shares(whole: 300), loss: Household.money("14700")),
      .init(sale: .planned(1), shares: Shares(whole: 1_000), loss: Household.money("14000")),
    ])
    return report(problem, outcome)
  }

  @Test func `a plan with purchases near reads as it is kept`() throws {
    let problem = try Household.nearPurchases()
    let text = report(problem, Household.washedOutcome(problem)).text
    #expect(Golden.difference(of: text, from: Golden.path("plan-wash-sales.txt")) == nil)
    for line in text.split(separator: "\n") { #expect(line.count <= 110, "\(line)") }
  }

  @Test func `its document is as it is kept and as its schema says`() throws {
    let problem = try Household.nearPurchases(coverage: [])
    let document = report(problem, Household.washedOutcome(problem)).json.document
    #expect(Golden.difference(of: document, from: Golden.path("plan-wash-sales.json")) == nil)
    #expect(
      SchemaCheck.problems(try object(document), try object(OutputSchema.plan.document)) == [])
  }

  @Test func `where no purchase is near a few lines say all`() throws {
    let text = try quiet().text
    #expect(
      text.contains(
        """
        Wash sales
          No loss is disallowed, as far as purchases are known.
          No purchase through 2026-10-30 of: BND, VTI.
          In every account of the household, the spouse's and IRAs included, and by reinvestment too. A
          purchase: in joint it would defer the loss; in roth it would destroy the loss for good.
          Purchases made in joint are known. No purchase was made in roth near the planning dates beyond
          those that the scenario lists, as it states. The household has no other accounts, as the scenario
          states.

        Not harvestable
        """))
    #expect(!text.contains("Please note"))
  }

  @Test func `what was not supplied is told beside the losses and in the warnings`() throws {
    let report = try quiet {
      $0.accounts[1].activity = .notSupplied
      $0.wash.accountsNotSupplied = ["an old 401(k)"]
    }
    #expect(report.text.contains("Purchases in roth and an old 401(k) were not supplied."))
    let notice = try #require(report.notices.first { $0.code == "wash_coverage_incomplete" })
    #expect(
      notice.message
        == "Purchases in roth and an old 401(k) were not supplied; one within 30 days of"
        + " a sale disallows its loss (wash sales, IRC 1091).")
    #expect(try quiet().notices.allSatisfy { $0.code != "wash_coverage_incomplete" })
  }

  @Test func `a loss lost for good and one of December have notices of their own`() throws {
    let problem = try Household.nearPurchases()
    let outcome = Household.washedOutcome(problem, losesForGood: true)
    let codes = report(problem, outcome).notices.map(\.code)
    #expect(codes.prefix(2) == ["loss_disallowed", "loss_lost_for_good"])
    #expect(
      report(problem, outcome).text.contains(
        "Disallowed (IRC 1091): 2,830.00, of which 870.00 deferred and 1,960.00 lost for good."))
    func isProvisional(_ day: String) throws -> Bool {
      try quiet { $0.dates[0].date = Household.date(day) }.text
        .contains("final for 2026 on 30 January 2027")
    }
    #expect(try isProvisional("2026-12-02"))
    #expect(try !isProvisional("2026-12-01"))
  }

  @Test func `the parts of a sale are one order and two lines of the document`() throws {
    let problem = try Household.oneYear()
    var outcome = Household.outcome(problem, [(0, 0, 300)])
    var (first, second) = (outcome.priced.sales[0], outcome.priced.sales[0])
    first.sale.shares = Shares(whole: 100)
    (first.proceeds, first.basis) = (Household.money("30100"), Household.money("35000"))
    second.sale.shares = Shares(whole: 200)
    (second.proceeds, second.basis) = (Household.money("60200"), Household.money("70000"))
    second.term = .short
    outcome.priced.sales = [first, second]
    let report = report(problem, outcome)
    #expect(report.text.contains("Sell 1 lot on 2026-09-30 for 90,300.00"))
    #expect(report.text.contains("300  90,300.00  105,000.00  -14,700.00  long/short"))
    #expect(report.reasons.map(\.reason) == [.lossOffsetsGains])
    let sales = try #require(try object(report.json.document)["sales"] as? [[String: Any]])
    #expect(sales.map { $0["quantity"] as? String } == ["100", "200"])
    #expect(sales.map { $0["term"] as? String } == ["long", "short"])
  }

  @Test func `plans in columns tell what is disallowed, and what the answer forbids to buy`() throws
  {
    let problem = try Household.nearPurchases()
    let answer = Household.washedOutcome(problem, losesForGood: true)
    let report = ComparisonReport(
      of: problem, hold: PlanPricer(problem).price(.hold), answer: .plan(answer),
      columns: [.init(Household.outcome(problem, [], maker: .hold, gap: nil)), .init(answer)])
    let text = comparisonText([report])
    func row(_ label: String) -> [Substring] {
      text.split(separator: "\n").first { $0.contains(label) }?.split(separator: " ").suffix(2)
        ?? []
    }
    #expect(row("Loss disallowed") == ["0.00", "2,830.00"])
    #expect(row("Loss lost for good") == ["0.00", "1,960.00"])
    #expect(text.contains("No purchase through 2026-10-10 of: BND."))
    #expect(text.contains("No purchase through 2026-10-30 of: GOOG/GOOGL, VTI."))
    #expect(text.contains("Purchases to stop before selling: VTI in roth on 2026-10-09."))
    let document = comparisonJSON([report]).document
    #expect(
      SchemaCheck.problems(try object(document), try object(OutputSchema.comparison.document)) == []
    )
  }

  @Test func `a lot's explanation tells when it is free and what was disallowed`() throws {
    let problem = try Household.nearPurchases()
    let plan = Household.washedOutcome(problem).priced
    let sold = lotExplanationText(lot: 5, of: problem, plan: plan)
    #expect(
      sold.contains(
        "30 shares sold are replaced by GOOGL vesting in joint on 2026-10-20: 870.00 deferred."))
    #expect(sold.contains("At a loss it is free from 2026-11-20 on"))
    let replacement = lotExplanationText(lot: 6, of: problem, plan: plan)
    #expect(replacement.contains("replace 40 shares of the sale of V-1 on 2026-09-30: 1,960.00 of"))
    #expect(!lotExplanationText(lot: 4, of: problem, plan: plan).contains("Wash sales"))
  }

  @Test func `lots that the same purchase blocks are told together`() throws {
    var scenario = try Household.nearPurchases().scenario
    for index in 1...5 {
      scenario.lots.append(
        Household.lot("W-\(index)", "joint", "VTI", "2025-01-0\(index)", 10, basis: "3500"))
    }
    let problem = Problem(scenario)
    let text = report(problem, Household.outcome(problem, [])).text
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    // V-1, V-2 and the five; V-3 stands at a loss too and blocks them.
    #expect(
      text.contains(
        "7 lots of VTI in joint (V-1 … W-5): from 2026-10-15 on, 40 shares (V-3, VTI bought in joint"
          + " on 2026-09-14) being in the way; or on 2026-09-30 if these shares are sold too."))
  }

  @Test func `replacements are offered by what the household decided`() throws {
    func sentence(_ replacement: Replacement, crypto: Bool = false) throws -> String {
      let text = try quiet { scenario in
        scenario.securities[2].replacement = replacement
        if crypto { scenario.wash.assetClasses["VTI"] = .crypto }
      }.text
      let flat = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      return flat
    }
    #expect(
      try sentence(Replacement(symbol: "ITOT")).contains(
        "VTI: ITOT instead, which no ruling says is not identical: your judgement (the scenario does"
          + " not say by whom). Back into VTI from 2026-10-31 (Saturday) on"))
    #expect(
      try sentence(Replacement(symbol: "VTSAX", relation: .identical)).contains(
        "VTI: not VTSAX, which the scenario takes as identical; VTI itself from 2026-10-31 (Saturday)"
      ))
    #expect(
      try sentence(Replacement(symbol: "BND", relation: .notIdentical)).contains(
        "VTI: not BND, which may not be bought either"))
    #expect(
      try sentence(Replacement(symbol: "ITOT"), crypto: true).contains(
        "VTI, sold on 2026-09-30, may be bought back at once: the basis is then the new price"))
  }

  @Test func `a window that opens after the first date is told with both its ends`() throws {
    let problem = try Household.twoYears()
    let text = report(problem, Household.outcome(problem, [(0, 0, 300), (1, 1, 100)])).text
    #expect(
      text.contains(
        """
          No purchase through 2026-10-30 of: VTI.
          No purchase from 2027-05-31 through 2027-07-30 of: VTI.

        """))
  }

  @Test func `what is outside the law is told in one sentence for each day`() throws {
    let text = try quiet { $0.wash.assetClasses = ["BND": .crypto, "VTI": .crypto] }.text
    #expect(
      text.contains(
        """
        Wash sales
          What the plan sells at a loss is outside IRC 1091: no loss is disallowed.

          Buying instead, and back:
          BND and VTI, sold on 2026-09-30, may be bought back at once: the basis is then the new price and
            the holding period starts again.

        """))
  }

  @Test func `a plan without a loss says so above the purchases in the way`() throws {
    var scenario = try Household.oneYear().scenario
    scenario.lots.append(
      Household.lot("V-3", "joint", "VTI", "2026-09-14", 40, basis: "12100"))
    let waiting = Problem(scenario)
    #expect(
      report(waiting, Household.outcome(waiting, [])).text.contains(
        "Wash sales\n  The plan sells nothing at a loss.\n\n  First days without a purchase in the way"
      ))
  }

  private func object(_ document: String) throws -> [String: Any] {
    try #require(
      try JSONSerialization.jsonObject(with: Data(document.utf8)) as? [String: Any])
  }
}
