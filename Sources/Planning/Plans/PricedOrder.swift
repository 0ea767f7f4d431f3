public import Portfolio
public import Quantities

/// One sale of a plan as the broker is told it, with what all its parts bring.
public struct PricedOrder: Sendable, Hashable {
  /// The sale.
  public var sale: Sale
  /// Its parts, each with one basis and one term: at least one.
  public var parts: [PricedSale]

  /// The price of a share before the spread.
  public var price: UnitPrice { parts[0].price }
  /// Amount realized, net of spread and trade cost.
  public var proceeds: Money { parts.map(\.proceeds).total() }
  /// The adjusted basis of the shares sold.
  public var basis: Money { parts.map(\.basis).total() }
  /// Spread and trade cost.
  public var costs: Money { parts.map(\.costs).total() }
  /// Proceeds less basis; a loss is negative.
  public var gain: Money { parts.map(\.gain).total() }
  /// The part of the losses that IRC §1091 disallows, positive.
  public var disallowed: Money { parts.map(\.disallowed).total() }
  /// The part of ``disallowed`` that is lost for good.
  public var permanent: Money { parts.map(\.permanent).total() }
  /// What enters the return.
  public var recognized: Money { parts.map(\.recognized).total() }
  /// The terms of the parts, each once, in their order.
  public var terms: [Term] {
    parts.map(\.term).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}

extension PricedPlan {
  /// The plan's sales with their parts added up, one for each of ``Plan/sales`` and in its order.
  public var orders: [PricedOrder] {
    var orders: [PricedOrder] = []
    var rest = sales[...]
    for sale in plan.sales {
      let parts = rest.prefix {
        $0.sale.position == sale.position && $0.sale.date == sale.date
      }
      precondition(!parts.isEmpty, "the parts of a plan stand in the plan's order")
      orders.append(PricedOrder(sale: sale, parts: Array(parts)))
      rest = rest[parts.endIndex...]
    }
    return orders
  }
}
