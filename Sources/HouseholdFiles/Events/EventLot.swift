import InputFiles
import Planning
import Portfolio
import Quantities

/// A lot that an event brings into an account, or that it tells the origin of.
struct EventLot {
  /// The lot as the event gives it; its name is empty where the event states none.
  var lot: Lot
  /// Where the event begins.
  var field: Field
  /// How the shares were bought under a plan whose sale makes ordinary income.
  var plan: StockPlanTerms?
}

/// What of an employee stock purchase plan decides when its shares can be sold.
struct StockPlanTerms {
  /// The first day of a qualifying disposition.
  var qualifyingDay: CivilDate
  /// What was paid for a share.
  var pricePaid: UnitPrice
}

/// Rules about lots that events give.
struct EventLotRules {
  /// The name of the lot, the first day on which it may be sold, or `nil` for never, and why.
  private var rules: [(lot: String, until: CivilDate?, words: String)] = []

  /// Adds the rules to those of the household.
  ///
  /// - Parameters:
  ///   - constraints: those of the household.
  ///   - lots: the lots in their final order.
  func apply(to constraints: inout PlanConstraints, lots: [Lot]) {
    for rule in rules {
      guard let lot = lots.firstIndex(where: { $0.id == rule.lot }) else { continue }
      if let until = rule.until {
        constraints.holdUntil.append(HoldRule(lot: lot, until: until, words: rule.words))
      } else {
        constraints.neverSell.append(LotRule(lot: lot, words: rule.words))
      }
    }
  }

  /// Offers shares of a plan only where their sale makes no ordinary income: after the qualifying
  /// day, and only where no price is above what was paid. A plan has no place for income that a
  /// sale brings beside its gain.
  fileprivate mutating func add(
    _ lot: String, _ plan: StockPlanTerms, prices: [UnitPrice], _ dates: [PlanningDate]
  ) {
    let day = plan.qualifyingDay
    let offered = zip(dates, prices).filter { $0.0.date >= day }
    if offered.isEmpty {
      let words =
        "a sale before \(day) is a disqualifying disposition, whose discount is ordinary income "
        + "(IRC 421(b)); state it as an espp_sale"
      rules.append((lot, day, words))
    } else if offered.contains(where: { $0.1 > plan.pricePaid }) {
      let words =
        "a part of the gain of plan shares is ordinary income (IRC 423(c)); state the sale as an "
        + "espp_sale"
      rules.append((lot, nil, words))
    } else {
      rules.append((lot, day, "a sale before \(day) is a disqualifying disposition (IRC 421(b))"))
    }
  }
}

extension Holdings {
  /// Adds the lots of events, each unless a file lists it: under the stated name, or else as the
  /// lot of its account and security that was acquired on its day, and in no other way.
  ///
  /// - Parameters:
  ///   - lots: the lots of events in order of the file.
  ///   - dates: the planning dates.
  ///   - diagnostics: receives what contradicts the files.
  /// - Returns: rules about these lots.
  mutating func add(
    _ lots: [EventLot], dates: [PlanningDate], diagnostics: Diagnostics
  ) -> EventLotRules {
    var rules = EventLotRules()
    let listed = self.lots.count
    var taken: Set<Int> = []
    for event in lots {
      let index: Int
      if let found = fileLot(of: event.lot, among: listed, besides: taken) {
        if self.lots[found].quantity > event.lot.quantity {
          diagnostics.report(
            event.field.error(
              "lot \(self.lots[found].id) has more shares than come from the event",
              expected: "at most \(event.lot.quantity)"))
        }
        set(event.lot.acquisition, ofLot: found)
        index = found
      } else {
        index = append(event, diagnostics)
      }
      taken.insert(index)
      if let plan = event.plan {
        rules.add(self.lots[index].id, plan, prices: prices(of: event.lot), dates)
      }
    }
    return rules
  }

  private func fileLot(of lot: Lot, among count: Int, besides taken: Set<Int>) -> Int? {
    lots[..<count].indices.first { index in
      let listed = lots[index]
      return listed.account == lot.account && listed.symbol == lot.symbol
        && !taken.contains(index) && statedKind(lot: index) ?? lot.acquisition == lot.acquisition
        && (lot.id.isEmpty ? listed.acquired == lot.acquired : listed.id == lot.id)
    }
  }

  private mutating func append(_ event: EventLot, _ diagnostics: Diagnostics) -> Int {
    var lot = event.lot
    if !securities.contains(where: { $0.symbol == lot.symbol }) {
      diagnostics.report(
        event.field.error(
          "no price for \"\(lot.symbol)\"", code: .unknownName,
          expected: "a price under securities",
          hint: suggestion(for: lot.symbol, among: securities.map(\.symbol))))
    }
    if lots.contains(where: { $0.id == lot.id }) {
      diagnostics.report(
        event.field.error("lot \"\(lot.id)\" is described twice", code: .duplicateKey))
    }
    let base = "\(lot.symbol)-\(lot.acquired)"
    var number = 1
    while lot.id.isEmpty || lots.contains(where: { $0.id == lot.id }) {
      lot.id = number == 1 ? base : "\(base)-\(number)"
      number += 1
    }
    // By default a lot is a purchase of its own, by its name.
    lot.purchase = lot.id
    return add(lot)
  }

  private func prices(of lot: Lot) -> [UnitPrice] {
    securities.first { $0.symbol == lot.symbol }?.prices ?? []
  }
}
