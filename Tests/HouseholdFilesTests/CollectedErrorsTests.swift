import Testing

/// One run reports everything that is wrong in every file, in the order of the files.
@Suite("A household with everything wrong")
struct CollectedErrorsTests {
  @Test func `every error is reported with its place, in one run`() {
    let files = MemoryFiles(scenario: Self.scenario, lots: Self.lots)
    let expected = Self.errors.split(separator: "\n").map(String.init)
    #expect(files.errors == expected)
  }

  static let scenario = #"""
    schema: harvest.scenario/2
    title: 
    year: 2026
    yaer: 2026
    taxpayer: {filing_status: maried_joint, birth_year: 2030, blind: yes, childen: 2}
    planning_dates: [2026-02-30, 2025-12-31, 9/30/2026, 2026-06-30, 2026-06-30]
    income:
      wages: 1.234
      wages: 5
      taxable_interest: -3
      qualified_dividends: 500
      social_security_benefits: -20_000
      pensions: {2025: 4, twenty: 5}
    deductions: {kind: itemised, mortgage_interest: -5}
    capital: {realized_long_term: 99999999999999, short_term_carryover: -5, section_1250_gain: -100}
    events: [{kind: rsu}]
    accounts:
      - {id: joint, kind: taxable, lots: lots.csv}
      - {id: joint, kind: roth}
      - {kind: taxable, lots: missing.csv}
      - joint
    securities:
      VTI: {price: -3, growth: 2000%, prices: {2026-01-01: 4}}
      GOOG: {spread: 120%, identical_to: GOOGL}
    market: {shift: -20}
    constraints: {never_sell: [VTX], must_sell: {joint: 5}, hold_until: {VTI: soon}, whole_shares: 1, agi_at_most: {2031: 5}, raise_cash: lots}
    outlook: {discount_rate: 4, later_tax_years: 1000, carryforward_value: {short: 1%}}
    law: nope.yaml
    scenarios: {name: x}

    """#

  static let lots = """
    account,symbol,acquired,quantity,cost_basis,price,lot_id,wash_adjustment,holding_start,nots
    joint,VTI,2020-13-01,10,1000,300,V1,,,
    jiont,VTI,2020-01-01,-10,1000,300,V1,,,
    joint,VTI,2020-01-01,10,,300,V1,,,
    joint,VTI,2020-01-01,10,1000.001,300,V1,,,
    joint,VTI,2020-01-01,10,1000,301,V3,2000,2021-01-01,
    joint,GOGO,2020-01-01,10,1000,,V4,,
    jiont,GOOG,2020-01-01,1000000,1000,,V5,,,
    joint,,2020-01-01,10,1000,,V6,,,

    """

  static let errors = #"""
    s.yaml:1:9: schema: unknown schema "harvest.scenario/2" (harvest.scenario/1)
    s.yaml:2:7: title: has no value (the headline of every report)
    s.yaml:4:1: unknown key "yaer" (did you mean "year"?)
    s.yaml:5:27: taxpayer.filing_status: unknown value "maried_joint" (one of single, married_joint, married_separate, head_of_household, qualifying_surviving_spouse, estate_or_trust; did you mean "married_joint"?)
    s.yaml:5:53: taxpayer.birth_year: nobody born in 2030 files a return for 2026
    s.yaml:5:66: taxpayer.blind: "yes" is not a truth value (write true)
    s.yaml:5:71: taxpayer: unknown key "childen" (known keys: kind, filing_status, birth_year, spouse_birth_year, blind, children_under_17, other_dependents, lived_apart, covered_by_plan, spouse_covered_by_plan, trust_kind, fiscal_year_end)
    s.yaml:6:18: planning_dates[0]: "2026-02-30" is not a date (YYYY-MM-DD; February 2026 has 28 days)
    s.yaml:6:30: planning_dates[1]: 2025 comes before the first year, 2026
    s.yaml:6:42: planning_dates[2]: "9/30/2026" is not a date (YYYY-MM-DD)
    s.yaml:6:65: planning_dates[4]: 2026-06-30 does not come after 2026-06-30 (dates in order)
    s.yaml:8:10: income.wages: "1.234" is not an amount (dollars with at most two decimals, such as 12_345.67)
    s.yaml:9:3: key "wages" is stated twice (first on line 8)
    s.yaml:10:21: income.taxable_interest: -3.00 is negative (zero or more)
    s.yaml:11:24: income.qualified_dividends: 500.00 is more than ordinary_dividends, 0.00 (a part of it)
    s.yaml:12:29: income.social_security_benefits: -20000.00 is negative (zero or more)
    s.yaml:13:20: income.pensions.2025: 2025 comes before the first year, 2026
    s.yaml:13:23: income.pensions: "twenty" is not a whole number (1900 to 2200)
    s.yaml:14:20: deductions.kind: unknown value "itemised" (one of standard, itemized, elected; did you mean "itemized"?)
    s.yaml:14:49: deductions.mortgage_interest: -5.00 is negative (zero or more)
    s.yaml:15:31: capital.realized_long_term: 99999999999999.00 is too large (at most a trillion dollars)
    s.yaml:15:69: capital.short_term_carryover: -5.00 is negative (zero or more)
    s.yaml:15:92: capital.section_1250_gain: -100.00 is negative (zero or more)
    s.yaml:16:17: events[0].kind: unknown value "rsu" (one of vest, espp_purchase, espp_sale, property_sale, business_asset_sale, k1, partnership_sale, redemption, fund_distribution, worthless)
    s.yaml:19:10: accounts[1].id: account "joint" is described twice
    s.yaml:19:23: accounts[1].kind: unknown value "roth" (one of taxable, joint, trust, traditional_ira, roth_ira, sep_ira, simple_ira, 401k, 403b, hsa, 529, pension)
    s.yaml:20:5: accounts[2]: required key "id" is missing (the name that the files of lots use)
    s.yaml:20:27: accounts[2].lots: missing.csv: no such file
    s.yaml:21:5: accounts[3]: found "joint" (expected a mapping of keys)
    s.yaml:23:16: securities.VTI.price: -3.00 is negative (zero or more)
    s.yaml:23:28: securities.VTI.growth: 2000% is out of range (-100% to 1000%)
    s.yaml:23:43: securities.VTI.prices: both price and prices are stated (keep one)
    s.yaml:24:18: securities.GOOG.spread: 120% is out of range (0% to 100%)
    s.yaml:24:38: securities.GOOG.identical_to: found "GOOGL" (expected a list)
    s.yaml:25:17: market.shift: -2000% is out of range (-100% to 1000%)
    s.yaml:26:46: constraints.must_sell: "joint" has 3 lots (one lot for a number of shares; name the lot, or write all)
    s.yaml:26:75: constraints.hold_until.VTI: "soon" is not a date (YYYY-MM-DD)
    s.yaml:26:96: constraints.whole_shares: "1" is not a truth value (true or false)
    s.yaml:26:119: constraints.agi_at_most.2031: 2031 is not a year of the scenario
    s.yaml:26:135: constraints.raise_cash: "lots" is not an amount (dollars with at most two decimals, such as 12_345.67)
    s.yaml:27:26: outlook.discount_rate: 400% is out of range (0% to 100%)
    s.yaml:27:46: outlook.later_tax_years: 1000 is out of range (0 to 100)
    s.yaml:27:73: outlook.carryforward_value: unknown key "short" (known keys: short_term, long_term)
    s.yaml:28:6: law: nope.yaml: no such file
    s.yaml:29:12: scenarios: found a mapping (expected a list)
    lots.csv:1:88: unknown column "nots" (did you mean "note"?)
    lots.csv:2:11: acquired: "2020-13-01" is not a date (YYYY-MM-DD; months are 01 to 12)
    lots.csv:3:22: quantity: -10 is not a number of shares held (more than zero)
    lots.csv:4:25: cost_basis: is empty (the adjusted basis of the whole lot in dollars)
    lots.csv:5:25: cost_basis: "1000.001" is not an amount (dollars with at most two decimals, such as 12_345.67)
    lots.csv:5:38: lot_id: lot "V1" is described twice (first at lots.csv:4:30)
    lots.csv:6:37: wash_adjustment: 2000.00 is more than cost_basis, 1000.00 (the part of cost_basis that earlier wash sales added)
    lots.csv:6:42: holding_start: 2021-01-01 is after the acquisition on 2020-01-01 (an earlier day, from which the holding period is tacked)
    lots.csv:7:1: the record has 9 fields (10, as the header)
    lots.csv:8:1: account: no account is named "jiont" (did you mean "joint"?)
    lots.csv:9:7: symbol: is empty

    """#
}
