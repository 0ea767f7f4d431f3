import Planning
import Portfolio
import Quantities

/// What a plan means for wash sales, as the member `wash_sales` of a document.
struct WashDocument {
  let words: WashWords
  let outlook: WashOutlook

  init(_ words: WashWords, _ outlook: WashOutlook) {
    self.words = words
    self.outlook = outlook
  }

  private var facts: WashFacts { words.facts }
  private var scenario: Scenario { words.scenario }

  var json: JSON {
    [
      "disallowed": .money(words.plan.wash.disallowed),
      "permanent": .money(words.plan.permanentOfPlan),
      "matches": .array(words.plan.wash.matches.map(matchJSON)),
      "do_not_buy": .array(outlook.doNotBuy.map(spanJSON)),
      "accounts": .array(
        outlook.accounts.map {
          ["account": .string($0.account), "effect": .string($0.effect.rawValue)]
        }),
      "blackouts": .array(outlook.blackouts.map(blackoutJSON)),
      "stops": .array(outlook.stops.map(purchaseJSON)),
      "purchases_in_window": .array(outlook.standing.map(purchaseJSON)),
      "safe_dates": .array(outlook.safeDays.map(safeDayJSON)),
      "replacements": .array(outlook.rebuys.map(\.json)),
      "assumptions": .array(outlook.assumptions.map(assumptionJSON)),
      "policy": facts.policy.json,
      "coverage": outlook.coverage.json,
      "provisional": .array(outlook.provisional.map(provisionalJSON)),
    ]
  }

  /// A sale at a loss: of the plan by its lot, a past one by its record.
  private func saleJSON(_ sale: PlanWash.LossSale) -> JSON {
    switch sale {
    case .planned(let order):
      return [
        "kind": "planned", "id": .string(words.lot(ofOrder: order).id),
        "date": .date(scenario.dates[words.plan.plan.sales[order].date].date),
      ]
    case .past(let index):
      let past = facts.pastSales[index]
      return ["kind": "past", "id": .string(past.id), "date": .date(past.date)]
    }
  }

  /// Shares that replace others: a lot, or a purchase of the scenario.
  private func sourceJSON(_ source: PlanWash.Source) -> [(String, JSON)] {
    switch source {
    case .lot(let index):
      let lot = scenario.lots[index]
      return [
        ("source", "lot"), ("id", .string(lot.id)), ("account", .string(lot.account)),
        ("symbol", .string(lot.symbol)), ("date", .date(lot.acquired)),
      ]
    case .purchase(let index):
      let purchase = facts.purchases[index]
      return [
        ("source", "purchase"), ("id", .string(purchase.id)),
        ("account", .string(purchase.account)), ("symbol", .string(purchase.symbol)),
        ("date", .date(purchase.date)),
      ]
    }
  }

  private func matchJSON(_ match: PlanWash.Match) -> JSON {
    [
      "sale": saleJSON(match.sale),
      "replaced_by": .object(sourceJSON(match.source)),
      "shares": .string(match.shares.description),
      "loss": .money(match.loss),
      "permanent": .boolean(match.isPermanent),
    ]
  }

  private func spanJSON(_ span: WashOutlook.DoNotBuy) -> JSON {
    [
      "symbols": .array(span.symbols.map(JSON.string)),
      "from": .date(span.from),
      "through": .date(span.through),
      "exposed_shares": .string(span.shares.description),
      "loss_at_stake": .money(span.loss),
      "sales": .array(span.sales.map(saleJSON)),
    ]
  }

  private func blackoutJSON(_ blackout: WashOutlook.Blackout) -> JSON {
    [
      "sale": saleJSON(blackout.sale),
      "symbols": .array(blackout.symbols.map(JSON.string)),
      "account": .string(blackout.account),
      "symbol": .string(blackout.symbol),
      "first": .date(blackout.first),
      "last": .date(blackout.last),
      "shares": .string(blackout.shares.description),
      "loss": .money(blackout.loss),
      "exposed_shares": .string(blackout.exposedShares.description),
      "exposed_loss": .money(blackout.exposedLoss),
    ]
  }

  private func purchaseJSON(_ near: WashOutlook.PurchaseNearLoss) -> JSON {
    let purchase = facts.purchases[near.purchase]
    return [
      "id": .string(purchase.id),
      "date": .date(purchase.date),
      "account": .string(purchase.account),
      "symbol": .string(purchase.symbol),
      "shares": .string(purchase.shares.description),
      "estimated": .boolean(purchase.isEstimated),
      "scheduled": .boolean(purchase.isScheduled),
      "kind": .string(purchase.kind.rawValue),
      "effect": .string(near.effect.rawValue),
      "matched_shares": .string(near.matchedShares.description),
      "deferred": .money(near.deferred),
      "permanent": .money(near.permanent),
    ]
  }

  private func safeDayJSON(_ day: WashOutlook.SafeDay) -> JSON {
    let lot = scenario.lots[words.problem.positions[day.position].lot]
    return [
      "lot_id": .string(lot.id),
      "account": .string(lot.account),
      "symbol": .string(lot.symbol),
      "date": .date(scenario.dates[day.date].date),
      "free_from": .date(day.freeFrom),
      "free_when_sold_together": .boolean(day.isFreeWhenSoldTogether),
      "obstacles": .array(
        day.obstacles.map { obstacle in
          .object(
            sourceJSON(obstacle.source) + [
              ("shares", .string(obstacle.shares.description)),
              ("remedy", .string(obstacle.remedy.rawValue)),
              ("effect", .string(obstacle.effect.rawValue)),
            ])
        }),
      "replaced_shares": .string(day.replacedShares.description),
      "deferred": .money(day.deferred),
      "permanent": .money(day.permanent),
    ]
  }

  private func assumptionJSON(_ assumption: WashOutlook.Assumption) -> JSON {
    [
      "policy": .string(assumption.point.rawValue),
      "reading": .string(assumption.reading),
      "other_readings": .array(
        assumption.others.map { other in
          [
            "reading": .string(other.reading),
            "recognized_change": .money(other.recognizedChange),
            "tax_change": .money(other.taxChange),
            "further_stops": .array(
              other.furtherStops.map { .string(facts.purchases[$0].id) }),
          ]
        }),
    ]
  }

  private func provisionalJSON(_ provisional: WashOutlook.Provisional) -> JSON {
    [
      "sale": saleJSON(provisional.sale), "last_day": .date(provisional.lastDay),
      "final_on": .date(provisional.finalOn),
    ]
  }
}

extension WashOutlook.Rebuy {
  /// The sale, what may be bought instead, and when to buy back.
  fileprivate var json: JSON {
    [
      "symbol": .string(symbol),
      "date": .date(date),
      "shares": .string(shares.description),
      "proceeds": .money(proceeds),
      "inside_1091": .boolean(isSubject),
      "replacement": replacement.map { .string($0.symbol) } ?? nil,
      "relation": replacement.map { .string($0.relation.rawValue) } ?? nil,
      "decided_by": replacement.map { .string($0.decidedBy) } ?? nil,
      "obstacle": obstacle.map { .string($0.rawValue) } ?? nil,
      "buy_back_from": .date(buyBackFrom),
      "gain_per_percent": .money(gainPerPercent),
    ]
  }
}

extension WashOutlook.Coverage {
  /// What is known of each account, and the accounts that were not supplied; null where the
  /// household does not say.
  fileprivate var json: JSON {
    [
      "complete": .boolean(isComplete),
      "accounts": .array(
        accounts.map {
          ["account": .string($0.account), "activity": .string($0.activity.rawValue)]
        }),
      "accounts_not_supplied": accountsNotSupplied.map { .array($0.map(JSON.string)) } ?? nil,
    ]
  }
}

extension WashPolicy {
  /// Every switch with its reading.
  fileprivate var json: JSON {
    [
      "same_lot": .string(sameLot.rawValue),
      "same_day_sales": .string(sameDaySales.rawValue),
      "older_lots": .string(olderLots.rawValue),
      "tacking": .string(tacking.rawValue),
      "spouse": .string(spouse.rawValue),
      "retirement_counts": .array(
        AccountKind.allCases.filter(retirementCounts.contains).map { .string($0.rawValue) }),
      "vest": .string(vest.rawValue),
      "crypto_subject_from": cryptoSubjectFrom.map { .date($0) } ?? nil,
    ]
  }
}
