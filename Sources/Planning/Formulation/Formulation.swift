import LinearModel
import Portfolio
import Quantities

/// A problem as an integer model: the years' cells joined to the lots that move them.
///
/// Per year, with cells c and their essential samples v, at net gains (Sᵥ, Lᵥ) with tax fᵥ:
///
///     Σᵥ λ_cv = y_c,  Σ_c y_c = 1,  λ ≥ 0,  y binary
///     Σ λ_cv Sᵥ = fixed short + Σ short gains of sales − short carryover in
///     Σ λ_cv Lᵥ = fixed long  + Σ long gains of sales  − long carryover in
///     tax = Σ λ_cv fᵥ + (tax per step) n,  n ≥ Σ λ_cv ratioᵥ,  n a whole number
///
/// Exact: within one cell the tax is convex and its samples include every corner of its graph, so
/// the cheapest λ at a point costs the tax there; losses carried out and adjusted gross income are
/// affine on each cell. The relaxation of y is the convex hull of the year's tax, and there is no
/// large constant anywhere.
struct Formulation: Sendable {
  /// The problem.
  let problem: Problem
  /// The cells of each year.
  var years: [YearCells]
  /// The lots.
  var lots: LotAggregation
  /// The wash sales that plans can have.
  var wash: WashModel
  /// The groups in which no loss may be a wash sale: those where the ledger went beyond the model.
  var avoided: Set<Int> = []
  /// Whether every sale has a variable that says whether it is made at all.
  var sales: SaleDecision
  /// Whether single lots of accounts that sell whole shares have a whole number of them.
  var sharesAreWhole = false
  /// Whether variables and constraints are named: the solver does not need it, readers do.
  var isNamed = false

  /// How costs and limits per sale are modelled.
  enum SaleDecision: Sendable {
    /// There are none.
    case free
    /// A binary for each single lot and offer: exact.
    case binary
    /// In proportion to the fraction sold: a bound.
    case proportional
  }

  /// Whether the law of some year has a jump or step.
  var haveJumps: Bool { years.contains(where: \.hasJumps) }

  /// Whether the tax of some year is known from below only, somewhere.
  var areCellsRelaxed: Bool { years.contains(where: \.areRelaxed) }

  /// The model and where to find things in it.
  func formulated() -> FormulatedModel {
    var builder = FormulationBuilder(self)
    builder.addLots()
    builder.addWashSales()
    builder.addYears()
    builder.addConstraints()
    return builder.result
  }
}

/// A model with the meaning of its variables.
struct FormulatedModel: Sendable {
  /// The model; its objective is that of ``Objective/value`` in model units.
  var model: Model
  /// The variables of sales in model units of size: per group, breakpoint and offer.
  var sales: [[[Variable]]] = []
  /// The binaries that choose the cell of each year, one for each cell; empty for a single cell.
  var cellChoices: [[Variable]] = []
  /// Schedule D line 7 of each year.
  var netShort: [LinearExpression] = []
  /// Schedule D line 15 of each year.
  var netLong: [LinearExpression] = []
  /// Collectibles less the long-term loss carried in, of each year in which they count.
  var netCollectibles: [LinearExpression?] = []
  /// Proceeds of all sales.
  var proceeds = LinearExpression()

  /// What each year's tax depends on, at a solution.
  func netGains(at values: [Double]) -> [GainPoint] {
    netShort.indices.map { year in
      GainPoint(
        short: netShort[year].value(at: values), long: netLong[year].value(at: values),
        collectibles: netCollectibles[year]?.value(at: values) ?? 0)
    }
  }

  /// The fractions sold, per group, breakpoint and offer.
  func fractions(at point: [Double], of lots: LotAggregation) -> [[[Double]]] {
    zip(sales, lots.groups).map { variables, group in
      zip(variables, group.sizes).map { offers, size in
        offers.map { size > 0 ? min(max(point[$0.index] / size, 0), 1) : 0 }
      }
    }
  }
}
