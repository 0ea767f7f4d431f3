import FederalTax
import Quantities
import Testing

@Suite("The traced reading")
struct TraceTests {
  /// A couple with restricted stock, dividends, a loss carried in and two children.
  private func lines() throws -> [TracedLine] {
    var inputs = ReturnInputs<Money>()
    inputs.wages = dollars(420_000)
    inputs.taxableInterest = dollars(3_100)
    inputs.ordinaryDividends = dollars(9_000)
    inputs.qualifiedDividends = dollars(7_500)
    inputs.shortTermGain = dollars(4_000)
    inputs.longTermGain = dollars(50_000)
    inputs.longTermCarryover = dollars(12_000)
    return tracedReturn(
      inputs, facts: ReturnFacts(status: .marriedJoint, childrenUnder17: 2),
      law: try FederalLaw.load(year: 2026, status: .marriedJoint)
    ).lines
  }

  @Test func `worksheet lines come in the order of the form`() throws {
    let numbers = try lines().filter { $0.form == .qualifiedDividends }.map(\.number)
    #expect(numbers == (1...25).map(String.init))
  }

  @Test func `each form has its lines`() throws {
    let forms = Set(try lines().map(\.form))
    let expected: Set<TaxForm> = [
      .form1040, .scheduleD, .qualifiedDividends, .form6251, .schedule8812, .form8959, .form8960,
      .capitalLossCarryover,
    ]
    #expect(forms == expected)
    #expect(try lines().allSatisfy { !$0.text.isEmpty })
    let state = [TaxForm.stateTax]
    #expect(
      TaxForm.allCases.allSatisfy { state.contains($0) || $0.source.contains(" U.S.C. §") })
  }

  @Test(arguments: [
    (TaxForm.scheduleD, "15", "38000"), (.scheduleD, "16", "42000"), (.form1040, "11", "474100"),
    (.form1040, "15", "441900"), (.qualifiedDividends, "4", "45500"),
    (.qualifiedDividends, "5", "396400"), (.qualifiedDividends, "18", "6825"),
    (.schedule8812, "11", "3750"), (.schedule8812, "12", "650"), (.form8960, "12", "54100"),
    (.form8960, "17", "2055.80"), (.form8959, "18", "1530"),
  ])
  func `lines of a year with restricted stock`(
    form: TaxForm, number: String, expected: String
  ) throws {
    let line = try #require(lines().first { $0.form == form && $0.number == number })
    #expect(line.amount == (try amount(expected)))
  }

  /// The lines of a single person with a mortgage, gifts and a business.
  private func elected(mortgage: Int64) throws -> [TracedLine] {
    var inputs = ReturnInputs<Money>()
    inputs.pensions = dollars(120_000)
    inputs.businessIncome = dollars(20_000)
    inputs.qualifiedBusinessIncome = dollars(20_000)
    inputs.charityCash = dollars(3_000)
    inputs.mortgageInterest = dollars(mortgage)
    return tracedReturn(
      inputs, facts: ReturnFacts(status: .single, deduction: .elected),
      law: try FederalLaw.load(year: 2026, status: .single)
    ).lines
  }

  @Test func `of the deduction that is not taken no line is kept`() throws {
    func isGift(_ line: TracedLine) -> Bool {
      line.form == .form1040 && line.number == "12 (gifts)"
    }
    let itemized = try elected(mortgage: 30_000)
    #expect(itemized.contains { $0.form == .scheduleA })
    #expect(!itemized.contains(where: isGift))
    let standard = try elected(mortgage: 1_000)
    #expect(!standard.contains { $0.form == .scheduleA })
    #expect(standard.contains(where: isGift))
    for lines in [itemized, standard] {
      let business = lines.filter { $0.form == .form8995 }
      #expect(!business.isEmpty)
      #expect(Set(business.map(\.number)).count == business.count)
    }
  }
}
