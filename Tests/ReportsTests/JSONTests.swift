import FederalTax
import Foundation
import Planning
import Quantities
import Reports
import TestSupport
import Testing

@Suite("JSON")
struct JSONTests {
  @Test func `members keep their order and text is escaped`() {
    let value: JSON = [
      "b": [1, true, nil, []], "a": "q\"\\\n\t\u{1}\u{7F}é", "c": [:], "n": .number(0.25),
    ]
    #expect(
      value.line
        == #"{"b":[1,true,null,[]],"a":"q\"\\\n\t\u0001\u007fé","c":{},"n":0.25}"#)
    let list: JSON = ["a": [1]]
    #expect(list.document == "{\n  \"a\": [\n    1\n  ]\n}\n")
  }

  @Test func `a plan document is as it is kept`() throws {
    let problem = try Household.oneYear()
    let greedy = Household.outcome(problem, [(0, 0, 300)], maker: .greedy)
    let report = PlanReport(
      Household.outcome(problem, [(0, 0, 300), (1, 0, 20)], greedy: greedy.priced), of: problem,
      hold: PlanPricer(problem).price(.hold))
    #expect(
      Golden.difference(of: report.json.document, from: Golden.path("plan-one-year.json")) == nil)
  }

  @Test func `the terms of the tax add up to the total`() throws {
    let problem = try Household.twoYears()
    let hold = PlanPricer(problem).price(.hold)
    let report = PlanReport(
      Household.outcome(problem, [(0, 0, 300), (2, 1, 400)]), of: problem, hold: hold)
    let document = try object(report.json)
    let tax = try #require(document["tax"] as? [String: Any])
    let terms = try #require(tax["by_term"] as? [String: String])
    let total = terms.values.compactMap { Money($0) }.total()
    #expect(terms.count == 14)
    #expect(total.description == tax["total"] as? String)
  }

  @Test func `documents have the members that their schemas name`() throws {
    let problem = try Household.oneYear()
    let hold = PlanPricer(problem).price(.hold)
    let outcome = Household.outcome(problem, [(0, 0, 300)], greedy: hold)
    let plan = PlanReport(outcome, of: problem, hold: hold)
    let comparison = comparisonJSON([
      ComparisonReport(
        of: problem, hold: hold, answer: .plan(outcome),
        columns: [.init(outcome), .init(Household.outcome(problem, [], maker: .hold, gap: nil))])
    ])
    let contradiction = contradictionJSON(
      Contradiction(constraints: ["raise_cash: 1.00"], message: "Too little."), of: problem,
      solver: .optimal)
    let result = returnJSON(
      outcome.priced.years[0].result, id: "a", law: problem.scenario.years[0].law)
    let failure = returnErrorJSON(id: nil, code: "x", message: "y", path: "", line: 1)
    let definitions = try #require(
      try object(OutputSchema.tax)["definitions"] as? [String: [String: Any]])
    try conform(plan.json, to: object(OutputSchema.plan))
    try conform(contradiction, to: object(OutputSchema.plan))
    try conform(comparison, to: object(OutputSchema.comparison))
    try conform(result, to: #require(definitions["answer"]))
    try conform(failure, to: #require(definitions["failure"]))
  }

  @Test func `events and what follows from the income are members of a plan's year`() throws {
    var scenario = try Household.oneYear().scenario
    var vest = EventEffect(year: 2026)
    vest.amounts.wages = Household.money("1000")
    vest.supplementalWages = Household.money("1000")
    vest.withheld = Household.money("220")
    vest.line("1a", of: .form1040, "Value of the shares", Household.money("1000"))
    scenario.years[0].events = [YearEvent(title: "10 shares vest", effect: vest)]
    scenario.years[0].payments = TaxPayments(withheld: Household.money("60000"))
    scenario.years[0].facts.medicareEnrollees = 1
    scenario.years[0].facts.marketplace = MarketplaceCoverage(
      benchmarkPremium: Household.money("20000"), premium: Household.money("19000"),
      advanceCredit: .zero, householdSize: 4)
    let problem = Problem(scenario)
    let hold = PlanPricer(problem).price(.hold)
    let report = PlanReport(Household.outcome(problem, []), of: problem, hold: hold)
    try conform(report.json, to: object(OutputSchema.plan))
    let year = try #require((try object(report.json)["years"] as? [[String: Any]])?.first)
    let event = try #require((year["events"] as? [[String: Any]])?.first)
    #expect(event["title"] as? String == "10 shares vest")
    #expect(event["income"] as? String == "1000.00")
    #expect(event["withheld"] as? String == "220.00")
    #expect((event["lines"] as? [[String: Any]])?.first?["form"] as? String == "Form 1040")
    // 462,100 of income: above four thresholds of a joint return, and far above 400% of 32,150.
    let tier = try #require(year["medicare_tier"] as? [String: Any])
    #expect(tier["tier"] as? Int == 4)
    #expect(tier["premium_year"] as? Int == 2028)
    #expect(tier["projected_from"] as? Int == 2026)
    #expect(tier["premiums_added"] as? String == year["medicare_premiums"] as? String)
    let credit = try #require(year["premium_credit"] as? [String: Any])
    #expect(credit["room"] as? String == "-333500.00")
    let required = RequiredPayment(
      hold.years[0].result, withheld: Household.money("60000"), estimatedPaid: .zero,
      lastYearTax: nil, lastYearIncome: nil, law: scenario.years[0].law)
    let payment = try #require(year["payment"] as? [String: Any])
    #expect(payment["fourth_quarter"] as? String == required.fourthPayment.description)
    #expect(payment["balance_in_april"] as? String == required.balanceDue.description)
    let shortfall = try #require(WithholdingShortfall(of: scenario.years[0]))
    let withholding = try #require(year["withholding"] as? [String: Any])
    #expect(withholding["shortfall"] as? String == shortfall.shortfall.description)
  }

  @Test func `of a corporation what is carried in and expires are members of a year`() throws {
    var scenario = try Household.oneYear().scenario
    scenario.years[0].facts.corporation = CorporationFacts(unexpiredCarryover: .zero)
    scenario.carryover = CarryoverIn(longTerm: Household.money("40000"))
    let problem = Problem(scenario)
    let hold = PlanPricer(problem).price(.hold)
    let report = PlanReport(Household.outcome(problem, []), of: problem, hold: hold)
    try conform(report.json, to: object(OutputSchema.plan))
    let year = try #require((try object(report.json)["years"] as? [[String: Any]])?.first)
    #expect(year["long_term_net"] as? String == "30000.00")
    #expect(year["losses_carried_in"] as? String == "40000.00")
    #expect(year["losses_expired"] as? String == "10000.00")
  }

  @Test func `a schema refuses what does not conform`() throws {
    let schema = try object(OutputSchema.plan)
    #expect(SchemaCheck.problems(["schema": "harvest.plan/2"], schema).count > 3)
  }

  private func object(_ value: JSON) throws -> [String: Any] {
    let data = Data(value.document.utf8)
    return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  private func conform(_ value: JSON, to schema: [String: Any]) throws {
    #expect(SchemaCheck.problems(try object(value), schema) == [])
  }
}

/// As much of JSON Schema (draft-07) as the schemas of the program use.
enum SchemaCheck {
  static func problems(_ value: Any, _ schema: [String: Any], at path: String = "$") -> [String] {
    if let choices = schema["anyOf"] as? [[String: Any]] {
      return choices.contains { problems(value, $0, at: path).isEmpty }
        ? [] : ["\(path) is none of the choices"]
    }
    if let constant = schema["const"] as? String {
      return value as? String == constant ? [] : ["\(path) is not \(constant)"]
    }
    switch schema["type"] as? String {
    case "object": return objectProblems(value, schema, path)
    case "array":
      guard let elements = value as? [Any], let items = schema["items"] as? [String: Any] else {
        return ["\(path) is no array"]
      }
      return elements.enumerated().flatMap { problems($1, items, at: "\(path)[\($0)]") }
    case "string": return stringProblems(value, schema, path)
    case "integer": return value is Int ? [] : ["\(path) is no integer"]
    case "number": return value is Double ? [] : ["\(path) is no number"]
    case "boolean": return value is Bool ? [] : ["\(path) is no boolean"]
    case "null": return value is NSNull ? [] : ["\(path) is not null"]
    default: return ["\(path) has a schema of an unknown type"]
    }
  }

  private static func objectProblems(
    _ value: Any, _ schema: [String: Any], _ path: String
  ) -> [String] {
    guard let members = value as? [String: Any],
      let properties = schema["properties"] as? [String: [String: Any]],
      let required = schema["required"] as? [String]
    else { return ["\(path) is no object"] }
    let missing = required.filter { members[$0] == nil }.map { "\(path) lacks \($0)" }
    return missing
      + members.flatMap { name, member in
        properties[name].map { problems(member, $0, at: "\(path).\(name)") }
          ?? ["\(path).\(name) is unknown"]
      }
  }

  private static func stringProblems(
    _ value: Any, _ schema: [String: Any], _ path: String
  ) -> [String] {
    guard let text = value as? String else { return ["\(path) is no string"] }
    if let names = schema["enum"] as? [String], !names.contains(text) {
      return ["\(path) is not one of the names"]
    }
    if let pattern = schema["pattern"] as? String,
      text.range(of: pattern, options: .regularExpression) == nil
    {
      return ["\(path) does not match \(pattern)"]
    }
    return []
  }
}
