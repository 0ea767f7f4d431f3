import LinearModel
import Portfolio
import Quantities

/// Writes the wash sales of a formulation.
///
/// For each possible sale e at a loss, in the order in which the ledger matches losses, and each pool p
/// whose shares can replace those sold, m_ep counts the shares replaced:
///
///     Σ_p m_ep ≤ x_e,   x_e − Σ_p m_ep ≤ H_e b_e,   left of p after e ≤ C_p (1 − b_e),   b_e binary
///
/// Share for share; and either all that is sold is replaced, or (b_e = 1) every pool is used up by
/// then. Without the b_e a solver would let the smallest losses meet the purchases. What is left of
/// a pool is what is neither sold by then nor used by earlier losses. The loss of m_ep leaves the
/// gains of the year.
///
/// Shares of a position that replaced others and are sold on a later date take the loss with them:
/// y_ept ≤ m_ep of them. How that loss may be a wash sale again, and which shares of a lot go
/// first, is left to the ledger: both are relaxed here, so that the bound holds.
extension FormulationBuilder {
  mutating func addWashSales() {
    var places: [Int: Int] = [:]
    for (index, group) in formulation.lots.groups.enumerated() where group.isSingle {
      places[group.lots[0].position] = index
    }
    var destroyed = LinearExpression()
    for group in formulation.wash.groups {
      var rows = WashRows(group, self, places)
      rows.add(to: &self)
      destroyed += rows.destroyed
    }
    if !destroyed.terms.isEmpty {
      result.model.addConstraint(
        name("permanent_loss_at_most"), destroyed,
        upper: Scaling.units(problem.scenario.constraints.permanentLossAtMost))
    }
  }

  /// Adds gain to a year's net, and what it means later.
  fileprivate mutating func addGain(
    _ amount: Double, _ variable: Variable, year: Int, term: Portfolio.Term, isLater: Bool = true
  ) {
    switch term {
    case .short: plannedShort[year].add(amount, variable)
    case .long: plannedLong[year].add(amount, variable)
    }
    if isLater, laterTaxPerGain != 0 {
      result.model.objective.add(laterTaxPerGain * amount, variable)
    }
  }
}

/// The rows of one group.
private struct WashRows {
  private let group: WashModel.Group
  private let problem: Problem
  private let book: PlanLedger.Book
  private let matcher: WashMatcher
  private let isAvoided: Bool
  private let acceptsDestroyed: Bool
  /// Shares sold of each position on each of its offers, in units of the group.
  private var sold: [Int: [LinearExpression]] = [:]
  /// The shares of each event that each of its pools replaces.
  private var matched: [[Variable]] = []
  /// The loss that is lost for good.
  private(set) var destroyed = LinearExpression()

  init(_ group: WashModel.Group, _ builder: FormulationBuilder, _ places: [Int: Int]) {
    self.group = group
    problem = builder.problem
    book = problem.ledger.books[group.number]
    matcher = problem.ledger.matcher
    isAvoided = builder.formulation.avoided.contains(group.number)
    acceptsDestroyed = problem.scenario.constraints.permanentLossAtMost > .zero
    for position in problem.ledger.scope.groups[group.number].positions {
      guard let place = places[position] else { continue }
      let size = builder.formulation.lots.groups[place].sizes[0]
      let shares = Scaling.number(
        Fraction(problem.positions[position].shares) * ratio(position) / group.unit)
      sold[position] = builder.result.sales[place][0].map { variable in
        LinearExpression([Term(variable: variable, coefficient: size > 0 ? shares / size : 0)])
      }
    }
  }

  private func ratio(_ position: Int) -> Fraction {
    matcher.securities[ledgerLot(position).security].unitsPerShare
  }

  private func ledgerLot(_ position: Int) -> LedgerLot {
    guard let place = book.places[problem.positions[position].lot] else {
      preconditionFailure("a position of the group is in its book")
    }
    return book.lots[place]
  }

  mutating func add(to builder: inout FormulationBuilder) {
    for index in group.events.indices { addMatches(of: index, to: &builder) }
    for index in group.events.indices { addOrder(of: index, to: &builder) }
    for pool in group.pools.indices {
      addCapacity(of: pool, to: &builder)
      addOrderOfDestroyers(pool, to: &builder)
    }
    if !isAvoided { addResales(to: &builder) }
  }

  /// The shares that each pool replaces, and what that disallows.
  private mutating func addMatches(of index: Int, to builder: inout FormulationBuilder) {
    let event = group.events[index]
    let offer = problem.positions[event.position].opportunities[event.offer]
    let label = builder.name(self.label(event))
    var all = LinearExpression()
    var isBlocked = false
    var variables: [Variable] = []
    for (pool, destroys) in zip(event.pools, event.destroys) {
      let capacity = group.pools[pool].capacity
      // Behind shares that destroy the loss and that nobody sells, nothing is reached.
      let upper =
        isAvoided || isBlocked || (destroys && !acceptsDestroyed) ? 0 : min(event.size, capacity)
      if destroys, !acceptsDestroyed, group.pools[pool].position == nil { isBlocked = true }
      let variable = builder.result.model.addVariable(
        builder.name("washed[\(label), pool \(pool + 1)]"), upper: upper)
      variables.append(variable)
      all.add(1, variable)
      builder.addGain(
        event.lossPerUnit, variable, year: offer.year, term: offer.term, isLater: !destroys)
      if destroys { destroyed.add(event.lossPerUnit, variable) }
    }
    matched.append(variables)
    builder.result.model.addConstraint(
      builder.name("share for share[\(label)]"), all - sale(event), upper: 0)
  }

  /// Either all shares sold are replaced, or the pools are used up by then.
  private func addOrder(of index: Int, to builder: inout FormulationBuilder) {
    let event = group.events[index]
    let label = builder.name(self.label(event))
    let open = builder.result.model.addVariable(
      builder.name("open[\(label)]"), upper: 1, kind: .integer)
    var rest = sale(event)
    for variable in matched[index] { rest.add(-1, variable) }
    rest.add(-event.size, open)
    builder.result.model.addConstraint(builder.name("all replaced[\(label)]"), rest, upper: 0)
    for pool in event.pools {
      let capacity = group.pools[pool].capacity
      var left = LinearExpression(capacity) - used(pool, through: index)
      left -= gone(from: pool, before: event)
      left.add(capacity, open)
      builder.result.model.addConstraint(
        builder.name("used up[\(label), pool \(pool + 1)]"), left, upper: capacity)
    }
  }

  /// No share replaces twice, and none that is gone.
  private func addCapacity(of pool: Int, to builder: inout FormulationBuilder) {
    let users = group.events.indices.filter { group.events[$0].pools.contains(pool) }
    guard let first = users.first, let last = users.last else { return }
    let capacity = group.pools[pool].capacity
    builder.result.model.addConstraint(
      builder.name("pool \(pool + 1) of \(group.number + 1)"),
      used(pool, through: last) + gone(from: pool, before: group.events[first]), upper: capacity)
    guard group.pools[pool].position != nil else { return }
    var from = 0
    while from < users.count {
      let date = group.events[users[from]].date
      var to = from
      while to + 1 < users.count, group.events[users[to + 1]].date == date { to += 1 }
      builder.result.model.addConstraint(
        builder.name("pool \(pool + 1) of \(group.number + 1) on date \(date + 1)"),
        used(pool, from: users[from], through: users[to])
          + gone(from: pool, before: group.events[users[from]]), upper: capacity)
      from = to + 1
    }
  }

  /// Where lost losses are accepted: what comes after shares that destroy one is reached only when
  /// they are used up.
  private func addOrderOfDestroyers(_ pool: Int, to builder: inout FormulationBuilder) {
    guard acceptsDestroyed, !isAvoided, group.pools[pool].position == nil else { return }
    var later: [(variable: Variable, size: Double)] = []
    for (event, variables) in zip(group.events, matched) {
      guard let place = event.pools.firstIndex(of: pool), event.destroys[place] else { continue }
      later += variables.dropFirst(place + 1).map { ($0, event.size) }
    }
    guard !later.isEmpty else { return }
    let capacity = group.pools[pool].capacity
    let isUsedUp = builder.result.model.addVariable(
      builder.name("destroyer[\(group.number + 1), pool \(pool + 1)]"), upper: 1, kind: .integer)
    var missing = used(pool, through: group.events.count - 1)
    missing.add(-capacity, isUsedUp)
    builder.result.model.addConstraint(
      builder.name("destroyer first[\(group.number + 1), \(pool + 1)]"), missing, lower: 0)
    for (number, entry) in later.enumerated() {
      builder.result.model.addConstraint(
        builder.name("behind destroyer[\(group.number + 1), \(pool + 1), \(number + 1)]"),
        LinearExpression([
          Term(variable: entry.variable, coefficient: 1),
          Term(variable: isUsedUp, coefficient: -entry.size),
        ]), upper: 0)
    }
  }

  /// Shares that replaced others and are sold on a later date: they take the loss with them.
  private func addResales(to builder: inout FormulationBuilder) {
    var perSale: [[Int]: LinearExpression] = [:]
    for (index, event) in group.events.enumerated() {
      for (place, pool) in event.pools.enumerated() {
        guard let position = group.pools[pool].position, !event.destroys[place] else { continue }
        var resold = LinearExpression([Term(variable: matched[index][place], coefficient: -1)])
        for (number, offer) in problem.positions[position].opportunities.enumerated()
        where isHeld(position, after: event, until: offer.date) {
          let variable = builder.result.model.addVariable(
            builder.name("resold[\(label(event)), \(name(position)), \(offer.date + 1)]"),
            upper: min(event.size, group.pools[pool].capacity))
          resold.add(1, variable)
          perSale[[position, number], default: LinearExpression()].add(1, variable)
          addResale(variable, of: event, from: position, on: offer, to: &builder)
        }
        guard resold.terms.count > 1 else { continue }
        builder.result.model.addConstraint(
          builder.name("resold of washed[\(label(event)), pool \(pool + 1)]"), resold, upper: 0)
      }
    }
    for (key, resold) in perSale.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      guard let sales = sold[key[0]] else { continue }
      builder.result.model.addConstraint(
        builder.name("resold of sold[\(name(key[0])), \(key[1] + 1)]"), resold - sales[key[1]],
        upper: 0)
    }
  }

  /// What one unit that replaced shares of an event changes when it is sold.
  private func addResale(
    _ variable: Variable, of event: WashModel.Event, from position: Int, on offer: SaleOpportunity,
    to builder: inout FormulationBuilder
  ) {
    let (replacement, lot) = (ledgerLot(position), ledgerLot(event.position))
    let start = matcher.tacked(
      replacement.holdingStart, of: replacement, replacing: lot, heldSince: lot.holdingStart,
      soldOn: problem.scenario.dates[event.date].date)
    let term = HoldingPeriod.term(from: start, sold: problem.scenario.dates[offer.date].date)
    builder.addGain(-event.lossPerUnit, variable, year: offer.year, term: term)
    guard term != offer.term else { return }
    // The whole gain of the shares changes its term with the holding period.
    let sized = SizedLot(position, in: problem)
    let profile = SaleProfile(of: problem.positions[position])
    guard let terms = profile.offers.first(where: { $0.date == offer.date }) else { return }
    let shares = Scaling.number(
      Fraction(problem.positions[position].shares) * ratio(position) / group.unit)
    let gain = (sized.value * terms.yield - sized.basis) / shares
    builder.addGain(-gain, variable, year: offer.year, term: offer.term, isLater: false)
    builder.addGain(gain, variable, year: offer.year, term: term, isLater: false)
  }

  /// Whether a position's shares can be sold on a date after they replaced those of an event.
  private func isHeld(_ position: Int, after event: WashModel.Event, until date: Int) -> Bool {
    date > event.date || (date == event.date && !isSoldBefore(position, event))
  }

  /// Whether shares of a position sold on the day of an event are gone when its loss is matched.
  private func isSoldBefore(_ position: Int, _ event: WashModel.Event) -> Bool {
    guard matcher.policy.sameDaySales == .regulationOrder else { return true }
    let (other, lot) = (ledgerLot(position), ledgerLot(event.position))
    if other.acquired != lot.acquired { return other.acquired < lot.acquired }
    let order = matcher.acquisitionOrder([other, lot])
    return order[0] == 0
  }

  // MARK: Parts

  private func label(_ event: WashModel.Event) -> String {
    "\(name(event.position)), \(problem.scenario.dates[event.date].date)"
  }

  private func name(_ position: Int) -> String {
    problem.scenario.lots[problem.positions[position].lot].id
  }

  private func sale(_ event: WashModel.Event) -> LinearExpression {
    guard let sales = sold[event.position] else { return LinearExpression() }
    return sales[event.offer]
  }

  /// The shares of a pool that events replace, from the first to the last of a range.
  private func used(_ pool: Int, from first: Int = 0, through last: Int) -> LinearExpression {
    var used = LinearExpression()
    for index in first...last {
      for (other, variable) in zip(group.events[index].pools, matched[index]) where other == pool {
        used.add(1, variable)
      }
    }
    return used
  }

  /// The shares of a pool that are sold by the time the loss of an event is matched.
  private func gone(from pool: Int, before event: WashModel.Event) -> LinearExpression {
    guard let position = group.pools[pool].position, let sales = sold[position] else {
      return LinearExpression()
    }
    var gone = LinearExpression()
    for (offer, sale) in zip(problem.positions[position].opportunities, sales)
    where offer.date < event.date || (offer.date == event.date && isSoldBefore(position, event)) {
      gone += sale
    }
    return gone
  }
}
