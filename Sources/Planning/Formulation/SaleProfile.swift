import Portfolio
import Quantities

/// On which dates a lot can be sold, and what a dollar of its value then brings.
///
/// Lots of one profile differ, to the model, only in how much of them is basis.
struct SaleProfile: Hashable, Sendable {
  /// The dates in order.
  var offers: [Offer]

  /// One date.
  struct Offer: Hashable, Sendable {
    /// The index of the planning date.
    var date: Int
    /// The index of its tax year.
    var year: Int
    /// The price, as a multiple of the first date's.
    var growth: Double
    /// The part of the price lost in selling.
    var spread: Double
    /// The term of a sale.
    var term: Term
    /// Proceeds of a dollar of first-date value.
    var yield: Double { growth * (1 - spread) }
  }

  /// Growth is told apart to this; see ``LotAggregation/growthAllowance``.
  static let growthResolution = 1e-7

  init(of position: Position) {
    let reference = position.opportunities[0].price
    offers = position.opportunities.map { opportunity in
      let growth = Scaling.ratio(opportunity.price, to: reference)
      return Offer(
        date: opportunity.date, year: opportunity.year,
        growth: (growth / Self.growthResolution).rounded() * Self.growthResolution,
        spread: Scaling.factor(opportunity.spread), term: opportunity.term)
    }
  }
}

/// A lot as the model sees it: so much size, a part of which is basis.
///
/// Size is value on the first date plus adjusted basis, so that the basis share lies between
/// zero and one for lots without basis as for worthless ones, and value and basis are both linear
/// in the size and in the size times the share.
struct SizedLot: Hashable, Sendable {
  /// The index of the position in the problem.
  var position: Int
  /// Value plus basis in model units.
  var size: Double
  /// Basis as a part of the size, zero to one.
  var basisShare: Double

  /// The lot at a position; its size is positive, or both value and basis are nothing.
  init(_ index: Int, in problem: Problem) {
    let position = problem.positions[index]
    let value = Scaling.units(position.opportunities[0].price.times(position.shares))
    let basis = Scaling.units(problem.scenario.lots[position.lot].adjustedBasis)
    self.position = index
    size = value + basis
    basisShare = size > 0 ? basis / size : 0
  }
}
