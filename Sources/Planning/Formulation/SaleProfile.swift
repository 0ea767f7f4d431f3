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
    /// The price, as a part of the highest that is offered.
    var growth: Double
    /// The part of the price lost in selling.
    var spread: Double
    /// The term of a sale.
    var term: Term
    /// Whether a long-term gain is taxed at the rate of collectibles.
    var isCollectible: Bool
    /// Proceeds of a dollar of value at the highest price.
    var yield: Double { growth * (1 - spread) }
  }

  init(of position: Position) {
    let reference = position.highestPrice
    offers = position.opportunities.map { opportunity in
      Offer(
        date: opportunity.date, year: opportunity.year,
        growth: Scaling.ratio(opportunity.price, to: reference),
        spread: Scaling.factor(opportunity.spread), term: opportunity.term,
        isCollectible: position.isCollectible)
    }
  }

  /// The profile with growth told apart only to a ten-millionth.
  ///
  /// Prices that grow at one rate differ by their rounding to a millionth of a dollar.
  var coarse: SaleProfile {
    var profile = self
    for index in offers.indices {
      profile.offers[index].growth = (offers[index].growth * 1e7).rounded() / 1e7
    }
    return profile
  }

  /// The largest difference to the growth of another profile on the same dates.
  func distance(to other: SaleProfile) -> Double {
    zip(offers, other.offers).map { abs($0.growth - $1.growth) }.max() ?? 0
  }
}

/// A lot as the model sees it: so much size, a part of which is basis.
///
/// Size is value at the highest price plus adjusted basis, so that the basis share lies between
/// zero and one for lots without basis as for worthless ones, and value and basis are both linear
/// in the size and in the size times the share.
struct SizedLot: Hashable, Sendable {
  /// The index of the position in the problem.
  var position: Int
  /// Value plus basis in model units.
  var size: Double
  /// Basis as a part of the size, zero to one.
  var basisShare: Double
  /// Value at the highest price offered, in model units.
  var value: Double { size * (1 - basisShare) }
  /// Adjusted basis in model units.
  var basis: Double { size * basisShare }

  /// The lot at a position; its size is positive, or both value and basis are nothing.
  init(_ index: Int, in problem: Problem) {
    let position = problem.positions[index]
    let value = Scaling.units(position.highestPrice.times(position.shares))
    let basis = Scaling.units(problem.scenario.lots[position.lot].basis(of: position.shares))
    self.position = index
    size = value + basis
    basisShare = size > 0 ? basis / size : 0
  }
}

extension Position {
  /// The highest price of a share on any date; zero for a worthless lot.
  fileprivate var highestPrice: UnitPrice {
    opportunities.dropFirst().reduce(opportunities[0].price) { max($0, $1.price) }
  }
}
