public import Quantities

/// What the exact ledger of IRC §1091 says of a plan: the household's history, the purchases that
/// are scheduled, and the plan's own sales together.
public struct PlanWash: Sendable, Hashable {
  /// A sale at a loss, planned or past.
  public enum LossSale: Sendable, Hashable {
    /// The index of a sale in ``Plan/sales``.
    case planned(Int)
    /// The index of a sale in ``WashFacts/pastSales``.
    case past(Int)
  }

  /// Shares that replace others.
  public enum Source: Sendable, Hashable {
    /// The index of a lot in ``Scenario/lots``.
    case lot(Int)
    /// The index of a purchase in ``WashFacts/purchases``.
    case purchase(Int)
  }

  /// Shares whose purchase makes a loss nondeductible.
  public struct Match: Sendable, Hashable {
    /// The sale at a loss.
    public var sale: LossSale
    /// The shares that replace those sold.
    public var source: Source
    /// How many of the shares sold are replaced.
    public var shares: Shares
    /// The loss disallowed, positive.
    public var loss: Money
    /// Whether it is lost for good rather than moved into the basis of the replacement.
    public var isPermanent: Bool
  }

  /// Shares sold at a loss that nothing replaces so far: a purchase within the window would.
  public struct Exposure: Sendable, Hashable {
    /// The sale at a loss.
    public var sale: LossSale
    /// The shares not replaced.
    public var shares: Shares
    /// Their loss, positive.
    public var loss: Money
  }

  /// Every match, in order of the sales.
  public var matches: [Match] = []
  /// Every sale with exposed shares, in order of the sales; also of securities that nothing around
  /// the plan replaces.
  public var exposures: [Exposure] = []
  /// The purchases that must be stopped so that no loss is disallowed, as indices into
  /// ``WashFacts/purchases``, in order.
  public var stops: [Int] = []

  /// The disallowed loss of all planned sales.
  public var disallowed: Money {
    matches.map { if case .planned = $0.sale { $0.loss } else { .zero } }.total()
  }

  /// The part of the loss of planned and past sales that is lost for good.
  public var permanent: Money { matches.map { $0.isPermanent ? $0.loss : .zero }.total() }
}
