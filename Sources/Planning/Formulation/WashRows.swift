import LinearModel
import Portfolio
import Quantities

/// Writes the wash sales of a formulation.
///
/// For each possible sale e at a loss, in the order in which the ledger matches losses, and each pool p
/// whose shares can replace those sold, in order of acquisition, m_ep counts the shares replaced:
///
///     Σ_p m_ep ≤ x_e,   x_e − Σ_(q ≤ p) m_eq ≤ H_e u_ep,   left of p after e ≤ C_p (1 − u_ep),   u_ep binary
///
/// Share for share; and where shares are still to be replaced after a pool (u_ep = 1), the pool is used
/// up. Without the u_ep a solver would let the smallest losses meet the purchases, and later shares
/// before earlier ones. What is left of a pool is what is neither sold by then nor used by earlier
/// losses. The loss of m_ep leaves the gains of the year.
///
/// Shares of a position that replaced others and are sold later take the loss with them: they are
/// events of their own, whose shares are variables, and the first of their lot to go:
///
///     Σ_t y_ept ≤ m_ep,   x_pt − Σ_e y_ept ≤ H_p r_pt,   Σ_e m_ep − Σ_e y_ep ≤ C_p (1 − r_pt),   r_pt binary
///
/// In which order several losses leave one lot is left to the ledger; it is free here, so that the
/// bound holds.
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
        name("permanent_loss_at_most"), Scaling.unitInDollars * destroyed,
        upper: Scaling.unitInDollars
          * Scaling.units(problem.scenario.constraints.permanentLossAtMost))
    }
  }

  /// Adds gain to a year's net, and what it means later.
  fileprivate mutating func addGain(
    _ amount: Double, _ variable: Variable, position: Int, year: Int, term: Portfolio.Term,
    isLater: Bool = true
  ) {
    // What arithmetic leaves of no gain would ruin the solver's scaling.
    guard abs(amount) > 1e-11 else { return }
    switch term {
    case .short: plannedShort[year].add(amount, variable)
    case .long:
      plannedLong[year].add(amount, variable)
      if problem.positions[position].isCollectible {
        plannedCollectibles[year].add(amount, variable)
      }
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
  /// The shares sold of each event whose shares replaced others.
  private var resold: [Int: Variable] = [:]
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
    matcher.securities[book.lots[place(position)].security].unitsPerShare
  }

  /// The ledger's lot of a position.
  private func place(_ position: Int) -> Int {
    guard let place = book.places[problem.positions[position].lot] else {
      preconditionFailure("a position of the group is in its book")
    }
    return place
  }

  mutating func add(to builder: inout FormulationBuilder) {
    for index in group.events.indices { addResale(index, to: &builder) }
    for index in group.events.indices { addMatches(of: index, to: &builder) }
    for index in group.events.indices { addOrder(of: index, to: &builder) }
    for pool in group.pools.indices {
      addCapacity(of: pool, to: &builder)
    }
    if !isAvoided { addOrderOfResales(to: &builder) }
  }

  /// The shares that each pool replaces, and what that disallows.
  private mutating func addMatches(of index: Int, to builder: inout FormulationBuilder) {
    let event = group.events[index]
    let term = HoldingPeriod.term(
      from: event.holdingStart, sold: problem.scenario.dates[event.date].date)
    let label = builder.name(self.label(index))
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
        event.lossPerUnit, variable, position: event.position, year: year(event), term: term,
        isLater: !destroys)
      if destroys { destroyed.add(event.lossPerUnit, variable) }
    }
    matched.append(variables)
    guard !variables.isEmpty else { return }
    builder.result.model.addConstraint(
      builder.name("share for share[\(label)]"), all - sale(index), upper: 0)
  }

  /// The pools are used in order: what is left to be replaced after a pool means that it is used up.
  private func addOrder(of index: Int, to builder: inout FormulationBuilder) {
    let event = group.events[index]
    guard !event.isOptional else { return }
    let label = builder.name(self.label(index))
    var rest = sale(index)
    for (variable, pool) in zip(matched[index], event.pools) {
      let capacity = group.pools[pool].capacity
      let isUsedUp = builder.result.model.addVariable(
        builder.name("used up[\(label), pool \(pool + 1)]"), upper: 1, kind: .integer)
      rest.add(-1, variable)
      var excess = rest
      excess.add(-event.size, isUsedUp)
      builder.result.model.addConstraint(
        builder.name("replaced by then[\(label), pool \(pool + 1)]"), excess, upper: 0)
      var left = LinearExpression(capacity) - used(pool, through: index)
      left -= gone(from: pool, before: event)
      left.add(capacity, isUsedUp)
      builder.result.model.addConstraint(
        builder.name("left of pool[\(label), pool \(pool + 1)]"), left, upper: capacity)
    }
  }

  /// No share replaces twice, and none that is gone.
  private func addCapacity(of pool: Int, to builder: inout FormulationBuilder) {
    let users = group.events.indices.filter { group.events[$0].pools.contains(pool) }
    for (place, user) in users.enumerated() {
      let date = group.events[user].date
      // What is gone grows from date to date only.
      if place + 1 < users.count, group.events[users[place + 1]].date == date, !isOneByOne {
        continue
      }
      builder.result.model.addConstraint(
        builder.name("pool \(pool + 1) of \(group.number + 1) at \(user + 1)"),
        used(pool, through: user) + gone(from: pool, before: group.events[user]),
        upper: group.pools[pool].capacity)
    }
  }

  /// Whether the sales of one day come one after the other.
  private var isOneByOne: Bool { matcher.policy.sameDaySales == .regulationOrder }

  /// Shares that replaced others and are sold: what the loss they carry changes.
  private mutating func addResale(_ index: Int, to builder: inout FormulationBuilder) {
    let event = group.events[index]
    guard let parent = event.parent else { return }
    let variable = builder.result.model.addVariable(
      builder.name("resold[\(label(index))]"), upper: isAvoided ? 0 : event.size)
    resold[index] = variable
    let offer = problem.positions[event.position].opportunities[event.offer]
    let carried = group.events[parent.event].lossPerUnit
    let term = HoldingPeriod.term(
      from: event.holdingStart, sold: problem.scenario.dates[event.date].date)
    builder.addGain(
      -carried, variable, position: event.position, year: offer.year, term: term)
    guard term != offer.term else { return }
    // The whole gain of the shares changes its term with the holding period.
    let gain = carried - event.lossPerUnit
    for (gain, term) in [(-gain, offer.term), (gain, term)] {
      builder.addGain(
        gain, variable, position: event.position, year: offer.year, term: term, isLater: false)
    }
  }

  /// Shares that replaced others are sold no more often than they did, and before the rest.
  private func addOrderOfResales(to builder: inout FormulationBuilder) {
    let resales = group.events.indices.filter { group.events[$0].parent != nil }
    let byMatch = Dictionary(grouping: resales) { index in
      group.events[index].parent.map { [$0.event, $0.place] } ?? []
    }
    for (key, children) in byMatch.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      var rest = LinearExpression()
      for child in children { resold[child].map { rest.add(1, $0) } }
      rest.add(-1, matched[key[0]][key[1]])
      builder.result.model.addConstraint(
        builder.name("resold of washed[\(label(key[0])), \(key[1] + 1)]"), rest, upper: 0)
    }
    let bySale = Dictionary(grouping: resales) { index in
      [group.events[index].position, group.events[index].offer]
    }
    for (key, children) in bySale.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      addOrder(ofSale: key[1], of: key[0], children, resales, to: &builder)
    }
  }

  private func addOrder(
    ofSale offer: Int, of position: Int, _ children: [Int], _ resales: [Int],
    to builder: inout FormulationBuilder
  ) {
    guard let sales = sold[position], let first = children.first else { return }
    let date = group.events[first].date
    let label = builder.name("\(name(position)), \(offer + 1)")
    let capacity = Scaling.number(
      Fraction(problem.positions[position].shares) * ratio(position) / group.unit)
    var fresh = sales[offer]
    for child in children { resold[child].map { fresh.add(-1, $0) } }
    builder.result.model.addConstraint(
      builder.name("resold of sold[\(label)]"), fresh, lower: 0)
    let isFree = builder.result.model.addVariable(
      builder.name("fresh[\(label)]"), upper: 1, kind: .integer)
    fresh.add(-capacity, isFree)
    builder.result.model.addConstraint(
      builder.name("replacements first[\(label)]"), fresh, upper: 0)
    var left = LinearExpression()
    for child in children {
      guard let parent = group.events[child].parent else { continue }
      left.add(1, matched[parent.event][parent.place])
    }
    for resale in resales
    where group.events[resale].position == position && group.events[resale].date <= date {
      resold[resale].map { left.add(-1, $0) }
    }
    left.add(capacity, isFree)
    builder.result.model.addConstraint(
      builder.name("replacements gone[\(label)]"), left, upper: capacity)
  }

  /// Whether shares of a position sold on the day of an event are gone when its loss is matched.
  private func isSoldBefore(_ position: Int, _ event: WashModel.Event) -> Bool {
    guard isOneByOne else { return true }
    // Of the event's own lot, too, what is sold is gone.
    return book.ranks[place(position)] <= book.ranks[place(event.position)]
  }

  // MARK: Parts

  private func label(_ index: Int) -> String {
    let event = group.events[index]
    let label = "\(name(event.position)), \(problem.scenario.dates[event.date].date)"
    return event.parent.map { "\(label) after \($0.event + 1)" } ?? label
  }

  private func year(_ event: WashModel.Event) -> Int {
    problem.positions[event.position].opportunities[event.offer].year
  }

  private func name(_ position: Int) -> String {
    problem.scenario.lots[problem.positions[position].lot].id
  }

  /// The shares of an event: all that are sold but those that replaced others, or these.
  private func sale(_ index: Int) -> LinearExpression {
    let event = group.events[index]
    if let variable = resold[index] { return LinearExpression(variable) }
    guard var sale = sold[event.position]?[event.offer] else { return LinearExpression() }
    for (other, variable) in resold.sorted(by: { $0.key < $1.key })
    where group.events[other].position == event.position
      && group.events[other].offer == event.offer
    {
      sale.add(-1, variable)
    }
    return sale
  }

  /// The shares of a pool that replace those of events up to one.
  private func used(_ pool: Int, through last: Int) -> LinearExpression {
    var used = LinearExpression()
    for index in 0...last {
      for (other, variable) in zip(group.events[index].pools, matched[index]) where other == pool {
        used.add(1, variable)
      }
    }
    return used
  }

  /// The shares of a pool that have replaced none and are sold by the time the loss of an event is
  /// matched.
  private func gone(from pool: Int, before event: WashModel.Event) -> LinearExpression {
    guard let position = group.pools[pool].position, let sales = sold[position] else {
      return LinearExpression()
    }
    func isGone(on date: Int) -> Bool {
      date < event.date || (date == event.date && isSoldBefore(position, event))
    }
    var gone = LinearExpression()
    for (offer, sale) in zip(problem.positions[position].opportunities, sales)
    where isGone(on: offer.date) {
      gone += sale
    }
    for (index, variable) in resold.sorted(by: { $0.key < $1.key })
    where group.events[index].position == position && isGone(on: group.events[index].date) {
      gone.add(-1, variable)
    }
    return gone
  }
}
