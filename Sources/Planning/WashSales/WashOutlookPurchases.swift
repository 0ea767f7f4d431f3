import Portfolio
public import Quantities

extension WashOutlook {
  /// A purchase within the window of a sale at a loss.
  public struct PurchaseNearLoss: Sendable, Hashable {
    /// The index in ``WashFacts/purchases``.
    public var purchase: Int
    /// What a purchase in its account does to a loss.
    public var effect: Effect
    /// The shares sold that it replaces under the plan.
    public var matchedShares: Shares
    /// The loss that moves into its basis, positive.
    public var deferred: Money
    /// The loss that it destroys, positive.
    public var permanent: Money

    init(
      _ purchase: Int, _ wash: PlanWash, _ losses: LossSales, _ purchases: NearbyPurchases
    ) {
      let bought = purchases.scenario.wash.purchases[purchase]
      let near = losses.near(bought.date, group: purchases.group(of: bought.symbol))
      let matches = wash.matches.filter { $0.source == .purchase(purchase) }
      self.purchase = purchase
      effect = purchases.effect(
        inAccount: bought.account, onLossIn: near.first?.account ?? bought.account)
      matchedShares = matches.map(\.shares).reduce(.zero, +)
      deferred = matches.map { $0.isPermanent ? .zero : $0.loss }.total()
      permanent = matches.map { $0.isPermanent ? $0.loss : .zero }.total()
    }
  }

  static func standing(
    _ losses: LossSales, _ wash: PlanWash, _ purchases: NearbyPurchases
  ) -> [PurchaseNearLoss] {
    let facts = purchases.scenario.wash
    return facts.purchases.indices.filter { index in
      let purchase = facts.purchases[index]
      guard !wash.stops.contains(index) else { return false }
      return losses.near(purchase.date, group: purchases.group(of: purchase.symbol)).contains {
        purchases.counts(purchase.kind, inAccount: purchase.account, onLossIn: $0.account)
      }
    }.map { PurchaseNearLoss($0, wash, losses, purchases) }
  }
}

extension WashFacts {
  /// Whether a loss on a security is inside IRC §1091 on a day.
  ///
  /// - Parameters:
  ///   - symbol: the security sold.
  ///   - date: the trade date of the sale.
  /// - Returns: whether the class of the security, by the policy, is inside.
  public func isSubject(_ symbol: String, on date: CivilDate) -> Bool {
    policy.isSubject(assetClasses[symbol] ?? .stock, soldOn: date)
  }
}

/// The purchases around a scenario's planning dates, by groups of identical securities.
struct NearbyPurchases {
  /// Shares that came or will come into an account.
  struct Acquisition {
    var source: PlanWash.Source
    var account: String
    var symbol: String
    var date: CivilDate
    /// The shares, those included that already replaced others.
    var shares: Shares
    var kind: AcquisitionKind
    var canBeStopped: Bool
  }

  let scenario: Scenario
  /// The acquisitions of each group in order of their dates, from 61 days before the first planning
  /// date on: that of a sale whose window is still open, and the 30 days before it.
  let acquisitions: [[Acquisition]]
  private let scope: WashScope

  init(_ problem: Problem) {
    scenario = problem.scenario
    scope = problem.ledger.scope
    acquisitions = Self.acquisitions(problem.scenario, scope)
  }

  /// The symbols of a group, in order of the alphabet.
  func members(of group: Int) -> [String] { scope.groups[group].symbols }

  private static func acquisitions(
    _ scenario: Scenario, _ scope: WashScope
  ) -> [[Acquisition]] {
    let first = scenario.dates[0].date.adding(days: -2 * WashOutlook.windowDays - 1)
    var all = Array(repeating: [Acquisition](), count: scope.groups.count)
    for (index, lot) in scenario.lots.enumerated() where lot.acquired >= first {
      all[scope.group(of: lot.symbol)].append(
        Acquisition(
          source: .lot(index), account: lot.account, symbol: lot.symbol, date: lot.acquired,
          shares: lot.quantity, kind: lot.acquisition, canBeStopped: false))
    }
    for (index, purchase) in scenario.wash.purchases.enumerated()
    where purchase.date >= first && purchase.soldOn == nil {
      all[scope.group(of: purchase.symbol)].append(
        Acquisition(
          source: .purchase(index), account: purchase.account, symbol: purchase.symbol,
          date: purchase.date, shares: purchase.shares, kind: purchase.kind,
          canBeStopped: purchase.isScheduled && purchase.canBeStopped))
    }
    // The places break ties, so that the order is that of the scenario.
    return all.map { acquisitions in
      acquisitions.indices.sorted {
        (acquisitions[$0].date, $0) < (acquisitions[$1].date, $1)
      }.map { acquisitions[$0] }
    }
  }

  /// The group of a symbol of the scenario.
  func group(of symbol: String) -> Int { scope.group(of: symbol) }

  /// The account of a name.
  func account(_ id: String) -> LedgerAccount { scope.ledgerAccount(id) }

  /// What a purchase in an account does to a loss in the same or another.
  func effect(inAccount account: String, onLossIn seller: String) -> WashOutlook.Effect {
    WashOutlook.Effect(
      in: self.account(account), onLossIn: self.account(seller), scenario.wash.policy)
  }

  /// Whether shares acquired so can make a loss nondeductible by the scenario's reading.
  func counts(
    _ kind: AcquisitionKind, inAccount account: String, onLossIn seller: String
  ) -> Bool {
    kind.counts(under: scenario.wash.policy)
      && effect(inAccount: account, onLossIn: seller) != .notCounted
  }

  /// Whether a purchase near the plan may make a loss on a security nondeductible.
  func isNear(_ symbol: String) -> Bool { !acquisitions[group(of: symbol)].isEmpty }

  /// Shares of a symbol in shares of an identical one, or of the group's measure; rounded half up.
  func converted(_ shares: Shares, from symbol: String, to other: String? = nil) -> Shares {
    let (from, to) = (scope.unitsPerShare(symbol), other.map(scope.unitsPerShare) ?? .one)
    return from == to ? shares : (Fraction(shares) * from / to).shares
  }
}
