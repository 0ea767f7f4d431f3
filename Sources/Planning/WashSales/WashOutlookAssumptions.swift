import FederalTax
public import Portfolio
public import Quantities

extension WashOutlook {
  /// A point that the law leaves open and that the plan touches.
  public struct Assumption: Sendable, Hashable {
    /// A switch of ``WashPolicy``.
    public enum Switch: String, Sendable, Hashable, CaseIterable {
      /// ``WashPolicy/sameLot-swift.property``.
      case sameLot = "same_lot"
      /// ``WashPolicy/sameDaySales-swift.property``.
      case sameDaySales = "same_day_sales"
      /// ``WashPolicy/olderLots-swift.property``.
      case olderLots = "older_lots"
      /// ``WashPolicy/tacking-swift.property``.
      case tacking
      /// ``WashPolicy/spouse-swift.property``.
      case spouse
      /// ``WashPolicy/retirementCounts``.
      case retirementCounts = "retirement_counts"
      /// ``WashPolicy/vest-swift.property``.
      case vest
    }

    /// What the plan comes to under another reading.
    public struct OtherReading: Sendable, Hashable {
      /// The name of the reading.
      public var reading: String
      /// The change of the plan's gains and losses recognized in the first year; positive when more
      /// loss is disallowed.
      public var recognizedChange: Money
      /// The change of the first year's federal tax.
      public var taxChange: Money
      /// Purchases that would have to be stopped as well, as indices into ``WashFacts/purchases``.
      public var furtherStops: [Int]

      /// Whether anything of the first year, or of what to do, differs.
      public var changesAnything: Bool {
        recognizedChange != .zero || taxChange != .zero || !furtherStops.isEmpty
      }
    }

    /// The point.
    public var point: Switch
    /// The name of the reading that the plan is made with.
    public var reading: String
    /// Every other reading.
    public var others: [OtherReading]
  }

  static func assumptions(
    _ finder: AssumptionFinder, under reading: (WashPolicy) -> PricedPlan
  ) -> [Assumption] {
    let (policy, plan) = (finder.purchases.scenario.wash.policy, finder.plan)
    return Assumption.Switch.allCases.filter(finder.matters).map { point in
      let others = point.otherReadings(than: policy).map { other in
        let priced = reading(other)
        return Assumption.OtherReading(
          reading: point.reading(of: other),
          recognizedChange: priced.recognizedFirst - plan.recognizedFirst,
          taxChange: priced.years[0].result.fullCost - plan.years[0].result.fullCost,
          furtherStops: priced.wash.stops.filter { !plan.wash.stops.contains($0) })
      }
      return Assumption(point: point, reading: point.reading(of: policy), others: others)
    }
  }
}

extension PricedPlan {
  /// The plan's gains and losses that enter the return of the first year.
  fileprivate var recognizedFirst: Money { years[0].plannedShortTerm + years[0].plannedLongTerm }
}

extension WashOutlook.Assumption.Switch {
  /// The name of a policy's reading; of the retirement accounts, those that count, in a fixed order.
  public func reading(of policy: WashPolicy) -> String {
    switch self {
    case .sameLot: policy.sameLot.rawValue
    case .sameDaySales: policy.sameDaySales.rawValue
    case .olderLots: policy.olderLots.rawValue
    case .tacking: policy.tacking.rawValue
    case .spouse: policy.spouse.rawValue
    case .retirementCounts:
      AccountKind.allCases.filter(policy.retirementCounts.contains).map(\.rawValue)
        .joined(separator: ", ")
    case .vest: policy.vest.rawValue
    }
  }

  /// The policies that differ from one in this point alone.
  func otherReadings(than policy: WashPolicy) -> [WashPolicy] {
    func others<Reading: CaseIterable & Equatable>(
      _ path: WritableKeyPath<WashPolicy, Reading>
    ) -> [WashPolicy] {
      Reading.allCases.filter { $0 != policy[keyPath: path] }.map { reading in
        var other = policy
        other[keyPath: path] = reading
        return other
      }
    }
    switch self {
    case .sameLot: return others(\.sameLot)
    case .sameDaySales: return others(\.sameDaySales)
    case .olderLots: return others(\.olderLots)
    case .tacking: return others(\.tacking)
    case .spouse: return others(\.spouse)
    case .vest: return others(\.vest)
    case .retirementCounts:
      var other = policy
      let disputed = AccountKind.disputed
      // What is taken to count is taken not to, and the reverse.
      if disputed.isSubset(of: policy.retirementCounts) {
        other.retirementCounts.subtract(disputed)
      } else {
        other.retirementCounts.formUnion(disputed)
      }
      return [other]
    }
  }
}

extension AccountKind {
  /// The accounts not taxed of which no authority says whether their purchases count: all but those
  /// that Rev. Rul. 2008-5 reaches.
  static var disputed: Set<AccountKind> {
    let decided: Set<AccountKind> = [.traditionalIRA, .rothIRA, .sepIRA, .simpleIRA]
    return Set(allCases.filter { $0.reasonNotHarvestable != nil && !decided.contains($0) })
  }
}

/// Finds the open points of the law that a plan touches.
struct AssumptionFinder {
  let problem: Problem
  let plan: PricedPlan
  let losses: LossSales
  let purchases: NearbyPurchases

  /// Whether a point can change what the plan comes to.
  func matters(_ point: WashOutlook.Assumption.Switch) -> Bool {
    switch point {
    case .vest: return contains { acquisition, _ in acquisition.kind == .vest }
    case .spouse:
      return contains { acquisition, loss in
        purchases.account(acquisition.account).owner != purchases.account(loss.account).owner
      }
    case .retirementCounts:
      return contains { acquisition, _ in
        AccountKind.disputed.contains(purchases.account(acquisition.account).kind)
      }
    case .olderLots:
      return contains { acquisition, loss in
        acquisition.date < loss.acquired && acquisition.source != loss.lot.map { .lot($0) }
      }
    case .sameLot:
      return contains { acquisition, loss in
        guard let lot = loss.lot, acquisition.source == .lot(lot) else { return false }
        return loss.shares < acquisition.shares
      }
    case .sameDaySales: return sellsSeveralLotsTogether
    case .tacking: return plan.wash.matches.contains { !$0.isPermanent }
    }
  }

  /// Whether a purchase that may count lies within the window of a sale at a loss.
  private func contains(
    where test: (NearbyPurchases.Acquisition, LossSale) -> Bool
  ) -> Bool {
    losses.all.contains { loss in
      purchases.acquisitions[loss.group].contains { acquisition in
        (loss.firstDay...loss.lastDay).contains(acquisition.date) && acquisition.kind.isPurchase
          && test(acquisition, loss)
      }
    }
  }

  /// Whether a lot bought within the window of a loss of another lot is sold on the same day.
  private var sellsSeveralLotsTogether: Bool {
    var soldOn: [PlanWash.Source: Set<CivilDate>] = [:]
    for sale in plan.plan.sales {
      soldOn[.lot(problem.positions[sale.position].lot), default: []]
        .insert(problem.scenario.dates[sale.date].date)
    }
    return contains { acquisition, loss in
      acquisition.source != loss.lot.map { .lot($0) }
        && soldOn[acquisition.source]?.contains(loss.date) ?? false
    }
  }
}
