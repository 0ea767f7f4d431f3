import FederalTax
import Quantities
import TestSupport
import Testing

/// A household drawn from a seed, with its law.
struct DrawnHousehold {
  var inputs = ReturnInputs<Money>()
  let facts: ReturnFacts
  let law: FederalLaw
  private var generator: SplitMix64

  init(seed: UInt64) throws {
    generator = SplitMix64(seed: seed)
    let year = Int.random(in: FederalLaw.publishedYears, using: &generator)
    let status = FilingStatus.individuals.randomElement(using: &generator) ?? .single
    facts = ReturnFacts(
      status: status, age: Int.random(in: 20...90, using: &generator),
      spouseAge: Int.random(in: 20...90, using: &generator),
      blind: Bool.random(using: &generator),
      childrenUnder17: Int.random(in: 0...3, using: &generator),
      otherDependents: Int.random(in: 0...2, using: &generator))
    law = try FederalLaw.load(year: year, status: status)
    inputs.wages = amount(above: 0)
    inputs.taxableInterest = amount(above: 0)
    inputs.qualifiedDividends = amount(above: 0)
    inputs.ordinaryDividends = inputs.qualifiedDividends + amount(above: 0)
    inputs.shortTermGain = amount(above: -1)
    inputs.longTermGain = amount(above: -1)
    inputs.shortTermCarryover = amount(above: 0)
    inputs.longTermCarryover = amount(above: 0)
    inputs.amtPreferences = Bool.random(using: &generator) ? .zero : amount(above: 0)
  }

  /// Zero, or an amount of any size up to some millions; negative too where `sign` is.
  mutating func amount(above sign: Int64) -> Money {
    let size = Int64(1) << Int64.random(in: 0...30, using: &generator)
    return Money(cents: Int64.random(in: sign * size...size, using: &generator))
  }

  var result: FederalReturn<Money> { exactReturn(inputs, facts: facts, law: law) }
}

@Suite("What holds of every return")
struct ReturnPropertyTests {
  @Test(arguments: UInt64(0)..<200)
  func `tracing a return does not change it`(seed: UInt64) throws {
    let household = try DrawnHousehold(seed: seed)
    let traced = tracedReturn(household.inputs, facts: household.facts, law: household.law)
    #expect(traced.result == household.result)
    #expect(traced.lines.last { $0.form == .form1040 }?.amount == household.result.totalTax)
  }

  @Test(arguments: UInt64(0)..<500)
  func `the total is the sum of its terms`(seed: UInt64) throws {
    let result = try DrawnHousehold(seed: seed).result
    #expect(
      result.totalTax
        == result.regularTax + result.alternativeMinimumTax - result.childAndDependentCredit
        + result.netInvestmentIncomeTax + result.additionalMedicareTax)
    #expect(result.alternativeMinimumTax >= .zero)
    #expect(result.childAndDependentCredit >= .zero)
    #expect(result.longTermTax >= .zero)
    #expect(result.regularTax >= result.longTermTax)
    #expect(result.totalTax >= .zero)
  }

  @Test(arguments: UInt64(0)..<500)
  func `losses are used, absorbed or carried out`(seed: UInt64) throws {
    let result = try DrawnHousehold(seed: seed).result
    let net = result.netShortTerm + result.netLongTerm
    let carried = result.shortTermCarryoverOut + result.longTermCarryoverOut
    #expect(result.shortTermCarryoverOut >= .zero && result.longTermCarryoverOut >= .zero)
    let allowed = max(.zero, -result.capitalGainOrLoss)
    let absorbed = min(allowed, max(.zero, result.taxableIncomeBeforeFloor + allowed))
    #expect(carried == max(.zero, -net - absorbed))
    #expect(result.shortTermCarryoverOut <= max(.zero, -result.netShortTerm))
    #expect(result.longTermCarryoverOut <= max(.zero, -result.netLongTerm))
  }

  @Test(arguments: UInt64(0)..<500)
  func `more loss never raises tax`(seed: UInt64) throws {
    var household = try DrawnHousehold(seed: seed)
    let before = household.result
    let loss = household.amount(above: 0)
    // Each rounded line may move by half a cent.
    let rounding = Money(cents: 4)
    var shorter = household
    shorter.inputs.shortTermGain -= loss
    #expect(shorter.result.totalTax <= before.totalTax + rounding)
    var longer = household
    longer.inputs.longTermGain -= loss
    #expect(longer.result.totalTax <= before.totalTax + rounding)
  }

  @Test(arguments: UInt64(0)..<500)
  func `the worksheet agrees with its closed form`(seed: UInt64) throws {
    let household = try DrawnHousehold(seed: seed)
    let (law, result) = (household.law, household.result)
    let preferred =
      household.inputs.qualifiedDividends
      + max(.zero, min(result.netLongTerm, result.netShortTerm + result.netLongTerm))
    let ordinary = max(.zero, result.taxableIncome - preferred)
    // The rates above zero, had all income up to an amount been gain.
    func gainTax(_ income: Money) -> Money {
      let rates = law.longTermRates
      let upper = rates.topRate - rates.middleRate
      return rates.middleRate.of(max(.zero, income - rates.zeroRateTop), rounded: .halfUp)
        + upper.of(max(.zero, income - rates.middleRateTop), rounded: .halfUp)
    }
    let stacked =
      law.ordinaryRates.tax(on: ordinary) + gainTax(result.taxableIncome) - gainTax(ordinary)
    let expected = min(stacked, law.ordinaryRates.tax(on: result.taxableIncome))
    #expect((result.regularTax - expected).magnitude <= Money(cents: 3))
  }

  @Test(arguments: UInt64(0)..<200)
  func `dividends that become qualified never raise tax`(seed: UInt64) throws {
    var household = try DrawnHousehold(seed: seed)
    let before = household.result.totalTax
    household.inputs.qualifiedDividends = household.inputs.ordinaryDividends
    #expect(household.result.totalTax <= before + Money(cents: 3))
  }

  @Test(arguments: YearAndStatus.all)
  func `the largest amounts do not overflow`(case: YearAndStatus) throws {
    let largest = largestReturnAmount
    let rich = try computed(`case`.year, `case`.status, children: 9) {
      $0.wages = largest
      $0.spouseWages = largest
      $0.taxableInterest = largest
      $0.ordinaryDividends = largest
      $0.qualifiedDividends = largest
      $0.pensions = largest
      $0.shortTermGain = largest
      $0.longTermGain = largest
      $0.amtPreferences = largest
    }
    #expect(rich.adjustedGrossIncome == 7 * largest)
    let poor = try computed(
      `case`.year, `case`.status, children: 9, deduction: .given(largest, taxes: .zero)
    ) {
      $0.shortTermGain = -largest
      $0.longTermGain = -largest
      $0.shortTermCarryover = largest
      $0.longTermCarryover = largest
    }
    #expect(poor.totalTax == .zero)
    #expect(poor.shortTermCarryoverOut + poor.longTermCarryoverOut == 4 * largest)
  }
}
