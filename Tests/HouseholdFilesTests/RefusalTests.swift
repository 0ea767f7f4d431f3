import HouseholdFiles
import Testing

/// Single mistakes give a single error: what follows from one is not reported again.
@Suite("Refused scenarios")
struct RefusalTests {
  @Test(arguments: [
    ("", "s.yaml:1:1: the file is empty (a YAML mapping)"),
    ("5", "s.yaml:1:1: found \"5\" (expected a mapping of keys)"),
  ])
  func `a file without keys`(text: String, error: String) {
    #expect(MemoryFiles(scenario: text).errors.contains(error))
  }

  @Test func `the four keys that must be there`() {
    #expect(
      MemoryFiles(scenario: "income: {}").errors == [
        "s.yaml:1:1: required key \"schema\" is missing (harvest.scenario/1)",
        "s.yaml:1:1: required key \"title\" is missing (the headline of every report)",
        "s.yaml:1:1: required key \"year\" is missing (the first tax year, such as 2026)",
        "s.yaml:1:1: required key \"taxpayer\" is missing (a mapping with filing_status)",
      ])
  }

  @Test func `a file of lots that is missing`() {
    var files = MemoryFiles.small("constraints: {never_sell: [V1]}")
    files.files["lots.csv"] = nil
    #expect(files.errors == ["s.yaml:5:41: accounts[0].lots: lots.csv: no such file"])
  }

  @Test func `a rule about a lot that nobody has`() {
    #expect(
      MemoryFiles.small(
        "constraints: {never_sell: [VTX], hold_until: {a: 2026-12-01, G2: 2027-01-01}}"
      )
      .errors == [
        "s.yaml:6:28: constraints.never_sell[0]: no lot, security or account is named \"VTX\" (did you mean \"VTI\"?)",
        "s.yaml:6:62: constraints.hold_until: no lot, security or account is named \"G2\" (did you mean \"V2\"?)",
      ])
  }

  @Test func `a rule about a lot that cannot be read`() {
    let files = MemoryFiles.small(
      "constraints: {never_sell: [V1]}",
      lots: "account,symbol,acquired,quantity,cost_basis,price,lot_id\na,VTI,2020-01-02,x,1,1,V1\n")
    #expect(
      files.errors == [
        "lots.csv:2:18: quantity: \"x\" is not a number of shares (at most six decimals, such as 12.5)"
      ])
  }

  @Test func `a price that cannot be read`() {
    #expect(
      MemoryFiles.small(
        "securities: {VTI: {price: cheap}}",
        lots: "account,symbol,acquired,quantity,cost_basis\na,VTI,2020-01-02,1,1\n"
      ).errors == [
        "s.yaml:6:27: securities.VTI.price: \"cheap\" is not a price (dollars with at most six decimals, such as 301.25)"
      ])
  }

  @Test func `a security without a price, once`() {
    #expect(
      MemoryFiles.small(
        "securities: {VTO: {price: 1}}",
        lots:
          "account,symbol,acquired,quantity,cost_basis\na,VTI,2020-01-02,1,1\na,VTI,2020-01-02,2,1\n"
      ).errors == [
        "lots.csv:2:3: symbol: no price for \"VTI\" (a price under securities or in the price column; did you mean \"VTO\"?)"
      ])
  }

  @Test func `lots of one security with two prices`() {
    #expect(
      MemoryFiles.small(
        lots: """
          account,symbol,acquired,quantity,cost_basis,price
          a,VTI,2020-01-02,1,1,300
          a,VTI,2020-01-02,1,1,301
          """
      ).errors == [
        "lots.csv:3:22: price: 301.00 differs from 300.00 in an earlier lot of VTI (one price of a security)"
      ])
  }

  @Test func `a missing column, once`() {
    #expect(
      MemoryFiles.small(lots: "account,symbol,acquired,quantity\na,VTI,2020-01-02,1\n").errors == [
        "lots.csv:1:1: column \"cost_basis\" is missing (a header with account,symbol,acquired,quantity,cost_basis)"
      ])
  }

  @Test(
    arguments: ScenarioKey.allCases.map(\.rawValue)
      + TaxpayerKey.allCases.map { "taxpayer.\($0.rawValue)" }
      + IncomeKey.allCases.map { "income.\($0.rawValue)" }
      + DeductionKey.allCases.map { "deductions.\($0.rawValue)" }
      + CapitalKey.allCases.map { "capital.\($0.rawValue)" }
      + MedicareKey.allCases.map { "medicare.\($0.rawValue)" }
      + MarketplaceKey.allCases.map { "marketplace.\($0.rawValue)" }
      + StateTaxKey.allCases.map { "state_tax.\($0.rawValue)" }
      + PaymentKey.allCases.map { "payments.\($0.rawValue)" }
      + CorporationKey.allCases.map { "corporation.\($0.rawValue)" }
      + MarketKey.allCases.map { "market.\($0.rawValue)" }
      + ConstraintKey.allCases.map { "constraints.\($0.rawValue)" }
      + OutlookKey.allCases.map { "outlook.\($0.rawValue)" }
      + CarryforwardKey.allCases.map { "outlook.carryforward_value.\($0.rawValue)" }
      + SecurityKey.allCases.map { "securities.VTI.\($0.rawValue)" }
      + ReplacementKey.allCases.map { "securities.VTI.replacement.\($0.rawValue)" }
      + WashKey.allCases.map { "wash_sales.\($0.rawValue)" }
      + WashPolicyKey.allCases.map { "wash_sales.policy.\($0.rawValue)" }
      + [
        "securities.VTI", "income.wages.2026", "securities.VTI.prices.2026-01-01",
        "constraints.must_sell.V1", "constraints.hold_until.V1", "constraints.agi_at_most.2026",
      ])
  func `a key without a value is an error, once and at its place`(path: String) {
    let keys = path.split(separator: ".")
    let braces = String(repeating: "}", count: keys.count - 1)
    let line = "\(keys.joined(separator: ": {")): ~\(braces)"
    var files = MemoryFiles.small()
    let others = (files.files["s.yaml"] ?? "").split(separator: "\n").map(String.init)
      .filter { !$0.hasPrefix("\(keys[0]):") }
    files.files["s.yaml"] = ([line] + others).joined(separator: "\n")
    let errors = files.errors.filter { $0.contains("has no value (") }
    #expect(errors.count == 1)
    let column = line.count - braces.count
    #expect(errors.first?.hasPrefix("s.yaml:1:\(column): \(path): has no value (") == true)
  }

  @Test func `what a key without a value should have is told`() {
    #expect(
      MemoryFiles.small(
        """
        income:
          wages:
          pensions: 5
        market: ~
        constraints: {never_sell: null, whole_shares: }
        scenarios: [{name: A, set: {last_year: }}, {name: , set: {}}]
        """
      ).errors == [
        "s.yaml:7:9: income.wages: has no value (an amount: dollars with at most two decimals, such as 12_345.67)",
        "s.yaml:9:9: market: has no value (a mapping of keys)",
        "s.yaml:10:27: constraints.never_sell: has no value (a list)",
        "s.yaml:10:47: constraints.whole_shares: has no value (true or false)",
        "s.yaml:11:40: last_year: has no value (a whole number: 1900 to 2200)",
        "s.yaml:11:51: scenarios[1].name: has no value (what the variant is called)",
      ])
  }

  @Test(arguments: AccountKey.allCases)
  func `an account's key without a value`(key: AccountKey) {
    let others = AccountKey.allCases.filter { $0 != key && [.id, .kind].contains($0) }
      .map { $0 == .kind ? "kind: taxable" : "id: a" }
    let account = ([" \(key.rawValue): "] + others).joined(separator: ", ")
    let errors = MemoryFiles(
      scenario: """
        schema: harvest.scenario/1
        title: Account
        year: 2026
        taxpayer: {filing_status: single}
        accounts: [{\(account)}]
        """
    ).errors
    #expect(errors.count == 1)
    #expect(errors.first?.contains(": accounts[0].\(key.rawValue): has no value (") == true)
  }

  @Test(arguments: [
    ("year: 2021", "s.yaml:3:7: year: the law of 2021 is not known; the first year is 2022"),
    (
      "year: 1999\nplanning_dates: [2026-06-30]",
      "s.yaml:3:7: year: the law of 1999 is not known; the first year is 2022"
    ),
    ("year: x", "s.yaml:3:7: year: \"x\" is not a whole number (1900 to 2200)"),
  ])
  func `a year without law`(line: String, error: String) {
    let files = MemoryFiles(
      scenario: "schema: harvest.scenario/1\ntitle: Old\n\(line)\ntaxpayer: {filing_status: single}"
    )
    #expect(files.errors == [error])
  }

  @Test(arguments: [
    (
      "taxpayer: {filing_status: single, spouse_birth_year: 1980}",
      "taxpayer.spouse_birth_year: there is no spouse where filing_status is single"
    ),
    (
      "taxpayer: {filing_status: single}\ndeductions: {kind: standard, total: 5}",
      "deductions.total: the standard deduction has no total (write kind: itemized)"
    ),
    (
      "taxpayer: {filing_status: single}\ndeductions: {kind: itemized}",
      "deductions.kind: itemized deductions need a total (total: 31_000, and in it state_and_local_taxes; or the deductions one by one)"
    ),
    (
      "taxpayer: {filing_status: single}\nincome: {spouse_wages: 5}",
      "income.spouse_wages: there are no spouse's wages where filing_status is single"
    ),
    (
      "taxpayer: {filing_status: single}\nlast_year: 2025",
      "last_year: 2025 comes before the first year, 2026"
    ),
    (
      "taxpayer: {filing_status: single}\nlast_year: 2076",
      "last_year: 2076 is too late (at most 50 years)"
    ),
    (
      "taxpayer: {filing_status: single}\nplanning_dates: []",
      "planning_dates: the list is empty (at least one date)"
    ),
  ])
  func `what cannot be`(lines: String, error: String) {
    let files = MemoryFiles(
      scenario: "schema: harvest.scenario/1\ntitle: No\nyear: 2026\n" + lines)
    #expect(files.errors.map { String($0.drop { $0 != " " }.dropFirst()) } == [error])
  }

  @Test func `must_sell of a lot in a retirement account`() {
    let files = MemoryFiles(
      scenario: """
        schema: harvest.scenario/1
        title: Roth
        year: 2026
        taxpayer: {filing_status: single}
        accounts: [{id: r, kind: roth_ira, lots: lots.csv}]
        constraints: {must_sell: [R1]}
        """,
      lots: "account,symbol,acquired,quantity,cost_basis,price,lot_id\nr,VTI,2020-01-02,1,,1,R1\n")
    #expect(
      files.errors == [
        "s.yaml:6:27: constraints.must_sell[0]: \"R1\" is not harvestable: gains and losses inside a Roth IRA are not taxed (IRC 408A(a))"
      ])
  }
}
