public import Portfolio
public import Quantities

/// What a plan means for wash sales, IRC §1091, in the terms of a person about to place orders.
///
/// Everything follows from the purchases that the scenario knows of; ``coverage`` says what it does
/// not know.
public struct WashOutlook: Sendable, Hashable {
  /// The days on each side of a sale within which a purchase counts, IRC §1091(a).
  public static let windowDays = WashRules.law.windowDays

  /// What may not be bought, and until when, in order of the last days.
  public var doNotBuy: [DoNotBuy]
  /// What a purchase in each account of the scenario would do to an exposed loss.
  public var accounts: [AccountEffect]
  /// The window of every sale at a loss that is planned, or past and still open, in order of dates.
  public var blackouts: [Blackout]
  /// The purchases that must be stopped so that the plan holds.
  public var stops: [PurchaseNearLoss]
  /// The other purchases in the window of a sale at a loss that count, with what they do.
  public var standing: [PurchaseNearLoss]
  /// When a position with purchases in the way can be sold at a loss without a wash sale.
  public var safeDays: [SafeDay]
  /// What may be bought instead of what is sold at a loss, and when that may be bought back.
  public var rebuys: [Rebuy]
  /// The readings of the law that matter to the plan.
  public var assumptions: [Assumption]
  /// Which purchases are known.
  public var coverage: Coverage
  /// The sales of a year's end whose result purchases of January can still change.
  public var provisional: [Provisional]

  /// What a plan means for wash sales.
  ///
  /// - Parameters:
  ///   - problem: what might be sold.
  ///   - plan: the plan, priced by the exact ledger.
  public init(_ problem: Problem, _ plan: PricedPlan) {
    self.init(problem, plan) { policy in
      PlanPricer(problem.reading(policy)).price(plan.plan)
    }
  }

  /// What a plan means for wash sales, where another reading of the law is priced by a function.
  package init(
    _ problem: Problem, _ plan: PricedPlan, under reading: (WashPolicy) -> PricedPlan
  ) {
    let purchases = NearbyPurchases(problem)
    let losses = LossSales(problem, plan, purchases)
    accounts = Self.accounts(losses, purchases)
    blackouts = Self.blackouts(losses, purchases)
    doNotBuy = Self.doNotBuy(losses, purchases)
    stops = plan.wash.stops.map { PurchaseNearLoss($0, plan.wash, losses, purchases) }
    standing = Self.standing(losses, plan.wash, purchases)
    safeDays = SafeDaySearch(problem, plan, purchases).days
    rebuys = Self.rebuys(problem, plan, doNotBuy: doNotBuy, purchases)
    assumptions = Self.assumptions(
      AssumptionFinder(problem: problem, plan: plan, losses: losses, purchases: purchases),
      under: reading)
    coverage = Coverage(problem.scenario)
    provisional = Self.provisional(losses)
  }
}

extension WashOutlook {
  /// What a purchase does to a loss within whose window it falls.
  public enum Effect: String, Sendable, Hashable, CaseIterable {
    /// The loss moves into the basis of the shares bought.
    case deferred
    /// The loss is lost for good: no basis takes it up.
    case permanent = "lost_for_good"
    /// Nothing, by the scenario's reading of the law.
    case notCounted = "not_counted"

    /// The effect of a purchase in an account on a loss in another.
    init(in account: LedgerAccount, onLossIn seller: LedgerAccount, _ policy: WashPolicy) {
      self =
        !policy.counts(account, onLossIn: seller)
        ? .notCounted : policy.isPermanent(account, onLossIn: seller) ? .permanent : .deferred
    }
  }

  /// What a purchase in an account would do: the gravest effect on any of the losses.
  public struct AccountEffect: Sendable, Hashable {
    /// The account's name.
    public var account: String
    /// What happens to the loss.
    public var effect: Effect
  }

  /// Which purchases are known: stated by the household, never assumed.
  public struct Coverage: Sendable, Hashable {
    /// What is known of one account.
    public struct AccountActivity: Sendable, Hashable {
      /// The account's name.
      public var account: String
      /// What the household has supplied of it.
      public var activity: ActivityCoverage
    }

    /// What is known of each account of the scenario, in its order.
    public var accounts: [AccountActivity]
    /// The other accounts of the household in its own words; `nil` where it does not say whether
    /// there are any.
    public var accountsNotSupplied: [String]?

    /// What a scenario knows.
    public init(_ scenario: Scenario) {
      accounts = scenario.accounts.map {
        AccountActivity(account: $0.id, activity: $0.activity)
      }
      accountsNotSupplied = scenario.wash.accountsNotSupplied
    }

    /// The accounts of the scenario with a given record.
    public func accounts(_ activity: ActivityCoverage) -> [String] {
      accounts.filter { $0.activity == activity }.map(\.account)
    }

    /// Whether every purchase near the plan is known by the household's word.
    public var isComplete: Bool {
      accounts(.notSupplied).isEmpty && accountsNotSupplied?.isEmpty == true
    }
  }

  /// A sale whose window reaches into the next year: its result is not final before 30 January.
  public struct Provisional: Sendable, Hashable {
    /// The sale at a loss.
    public var sale: PlanWash.LossSale
    /// The last day on which a purchase would disallow the loss.
    public var lastDay: CivilDate
    /// The day from which the results of the year of the sale are final.
    public var finalOn: CivilDate
  }

  private static func accounts(
    _ losses: LossSales, _ purchases: NearbyPurchases
  ) -> [AccountEffect] {
    let sellers = Set(losses.all.map(\.account))
    return purchases.scenario.accounts.map { account in
      let effects = Set(
        (sellers.isEmpty ? [account.id] : sellers).map {
          purchases.effect(inAccount: account.id, onLossIn: $0)
        })
      return AccountEffect(
        account: account.id,
        effect: [.permanent, .deferred].first(where: effects.contains) ?? .notCounted)
    }
  }

  private static func provisional(_ losses: LossSales) -> [Provisional] {
    losses.all.compactMap { loss in
      guard loss.isExposed, loss.lastDay.year > loss.date.year else { return nil }
      return Provisional(
        sale: loss.sale, lastDay: loss.lastDay, finalOn: WashRules.finalDay(of: loss.date.year))
    }
  }
}
