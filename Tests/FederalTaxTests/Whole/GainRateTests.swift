import FederalTax
import Quantities
import Testing

@Suite("Gain at rates of its own")
struct GainRateTests {
  private func single(
    wages: Int64, _ fill: (inout ReturnInputs<Money>) -> Void
  ) throws -> FederalReturn<Money> {
    try returned(2025, facts: { $0.deduction = .none }) {
      $0.wages = dollars(wages)
      fill(&$0)
    }
  }

  /// The 24% bracket of a single person ends at 197,300 in 2025, where the tax is 40,199.
  @Test func `gain of collectibles fills the brackets below 25% and then bears 28%`() throws {
    func collectibles(_ wages: Int64) throws -> FederalReturn<Money> {
      try single(wages: wages) {
        $0.longTermGain = dollars(50_000)
        $0.collectiblesGain = dollars(50_000)
      }
    }
    #expect(try collectibles(100_000).regularTax == dollars(28_847))
    #expect(try collectibles(100_000).collectiblesTax == .zero)
    #expect(try collectibles(180_000).regularTax == dollars(40_199 + 9_156))
    #expect(try collectibles(180_000).collectiblesTax == dollars(9_156))
    #expect(try collectibles(300_000).regularTax == amount("88547.25"))
    #expect(try collectibles(300_000).collectiblesTax == dollars(14_000))
  }

  @Test func `section 1250 gain bears 25% above the brackets below it`() throws {
    let result = try single(wages: 180_000) {
      $0.longTermGain = dollars(50_000)
      $0.section1250Gain = dollars(50_000)
    }
    #expect(result.regularTax == dollars(40_199 + 8_175))
    #expect(result.unrecaptured1250Tax == dollars(8_175))
    #expect(result.longTermTax == .zero)
  }

  @Test func `losses lower the gain of 28% first, and that of 25% next`() throws {
    let short = try single(wages: 300_000) {
      $0.longTermGain = dollars(50_000)
      $0.collectiblesGain = dollars(50_000)
      $0.shortTermGain = dollars(-20_000)
    }
    #expect(short.collectiblesTax == dollars(8_400))
    let carried = try single(wages: 300_000) {
      $0.longTermGain = dollars(90_000)
      $0.collectiblesGain = dollars(10_000)
      $0.section1250Gain = dollars(50_000)
      $0.longTermCarryover = dollars(15_000)
    }
    #expect(carried.collectiblesTax == .zero)
    #expect(carried.unrecaptured1250Tax == dollars(11_250))
    #expect(carried.longTermTax == dollars(4_500))
    let collectibles = try single(wages: 300_000) {
      $0.longTermGain = dollars(30_000)
      $0.collectiblesGain = dollars(-20_000)
      $0.section1250Gain = dollars(50_000)
    }
    #expect(collectibles.unrecaptured1250Tax == dollars(7_500))
  }

  @Test func `a finished line is added to what the worksheet leaves`() throws {
    let result = try single(wages: 300_000) {
      $0.longTermGain = dollars(60_000)
      $0.collectiblesGain = dollars(20_000)
      $0.rate28Gain = dollars(10_000)
      $0.unrecaptured1250Gain = dollars(4_000)
    }
    #expect(result.collectiblesTax == dollars(8_400))
    #expect(result.unrecaptured1250Tax == dollars(1_000))
  }

  @Test func `a gain of collectibles within a net loss bears nothing`() throws {
    let result = try single(wages: 300_000) {
      $0.longTermGain = dollars(-50_000)
      $0.collectiblesGain = dollars(30_000)
    }
    #expect(result.collectiblesTax == .zero)
    #expect(result.regularTax == (try single(wages: 297_000) { _ in }).regularTax)
  }

  /// Between the ends of the zero rate, 49,450, and of the 12% bracket, 50,400, the latter is less.
  @Test func `where the ordinary rates take less, all of the tax is theirs`() throws {
    let result = try returned(2026, facts: { $0.deduction = .none }) {
      $0.wages = dollars(49_450)
      $0.longTermGain = dollars(950)
    }
    #expect(result.regularTax == dollars(5_800))
    #expect(result.longTermTax == .zero)
  }

  @Test func `the minimum tax keeps the rate of 25%`() throws {
    let result = try returned(2025, facts: { $0.deduction = .none }) {
      $0.longTermGain = dollars(1_000_000)
      $0.section1250Gain = dollars(1_000_000)
      $0.amtPreferences = dollars(1_000_000)
    }
    // No exemption is left: 26% to 239,100 and 28% to 1,000,000, then 25% of the gain.
    let tentative = dollars(62_166 + 213_052 + 250_000)
    #expect(result.regularTax + result.alternativeMinimumTax == tentative)
  }
}

@Suite("Income from abroad")
struct ForeignIncomeTests {
  @Test func `the tax begins where the exclusion ends`() throws {
    let result = try returned(2025, facts: { $0.deduction = .none }) {
      $0.wages = dollars(50_000)
      $0.foreignEarnedIncomeExclusion = dollars(130_000)
    }
    #expect(result.adjustedGrossIncome == dollars(50_000))
    #expect(result.regularTax == dollars(12_000))
    #expect(result.alternativeMinimumTax == .zero)
  }

  @Test func `without taxable income there is no tax`() throws {
    let result = try returned(2025) {
      $0.longTermGain = dollars(15_750)
      $0.foreignEarnedIncomeExclusion = dollars(130_000)
    }
    #expect(result.taxableIncome == .zero)
    #expect(result.totalTax == .zero)
    let dollar = try returned(2025) {
      $0.longTermGain = dollars(15_850)
      $0.foreignEarnedIncomeExclusion = dollars(130_000)
    }
    #expect(dollar.regularTax == dollars(15))
  }

  @Test func `modified incomes include what is excluded`() throws {
    let result = try returned(2025, facts: { $0.childrenUnder17 = 1 }) {
      $0.wages = dollars(100_000)
      $0.taxableInterest = dollars(50_000)
      $0.foreignEarnedIncomeExclusion = dollars(60_000)
    }
    #expect(result.childAndDependentCredit == dollars(1_700))
    #expect(result.refundableChildCredit == .zero)
    #expect(result.netInvestmentIncomeTax == dollars(380))
    let senior = try returned(2025, facts: { $0.age = 70 }) {
      $0.pensions = dollars(50_000)
      $0.foreignEarnedIncomeExclusion = dollars(26_000)
    }
    #expect(senior.seniorDeduction == dollars(5_940))
  }

  @Test func `the child credit is not refunded beside an exclusion`() throws {
    func refunded(_ excluded: Int64) throws -> Money {
      try returned(2025, facts: { $0.childrenUnder17 = 1 }) {
        $0.wages = dollars(10_000)
        $0.foreignEarnedIncomeExclusion = dollars(excluded)
      }.refundableChildCredit
    }
    #expect(try refunded(0) == dollars(1_125))
    #expect(try refunded(1) == .zero)
  }
}

@Suite("The refundable child credit")
struct RefundableCreditTests {
  private func refunded(_ wages: Int64, children: Int = 1, _ year: Int = 2025) throws -> Money {
    try returned(year, facts: { $0.childrenUnder17 = children }) {
      $0.wages = dollars(wages)
    }.refundableChildCredit
  }

  @Test func `it is limited by earned income, by each child, and by what the tax leaves`() throws {
    #expect(try refunded(2_500) == .zero)
    #expect(try refunded(2_600) == dollars(15))
    #expect(try refunded(10_000) == dollars(1_125))
    #expect(try refunded(15_000) == dollars(1_700))
    #expect(try refunded(20_000) == dollars(1_700))
    // 25,750 of wages bear 1,000 of tax: 1,200 of the credit are left.
    #expect(try refunded(25_750) == dollars(1_200))
    #expect(try refunded(60_000) == .zero)
    #expect(try refunded(14_000, 2022) == dollars(1_500))
  }

  @Test func `it lowers the cost of the year and not the total tax`() throws {
    let result = try returned(2025, facts: { $0.childrenUnder17 = 1 }) {
      $0.wages = dollars(10_000)
    }
    #expect(result.totalTax == .zero)
    #expect(result.fullCost == dollars(-1_125))
  }
}

@Suite("Business and other income")
struct BusinessIncomeTests {
  /// A single person in 2026: the limit sets in from 201,750 over 75,000.
  private func deducted(
    qualified: Int64, limit: Int64 = 0, income: Int64, dividends: Int64 = 0, year: Int = 2026,
    status: FilingStatus = .single
  ) throws -> Money {
    try returned(year, status, facts: { $0.deduction = .none }) {
      $0.businessIncome = dollars(income - dividends)
      $0.ordinaryDividends = dollars(dividends)
      $0.qualifiedDividends = dollars(dividends)
      $0.qualifiedBusinessIncome = dollars(qualified)
      $0.qualifiedBusinessLimit = dollars(limit)
    }.qualifiedBusinessDeduction
  }

  @Test func `a fifth of the income is deducted, and at most of what is taxed as ordinary`() throws
  {
    #expect(try deducted(qualified: 100_000, income: 150_000) == dollars(20_000))
    #expect(try deducted(qualified: 100_000, income: 80_000) == dollars(16_000))
    #expect(try deducted(qualified: 100_000, income: 150_000, dividends: 90_000) == dollars(12_000))
  }

  @Test func `the limit by wages and property sets in over a range`() throws {
    #expect(try deducted(qualified: 100_000, income: 201_750) == dollars(20_000))
    #expect(try deducted(qualified: 100_000, income: 239_250) == dollars(10_000))
    #expect(try deducted(qualified: 100_000, limit: 8_000, income: 239_250) == dollars(14_000))
    #expect(try deducted(qualified: 100_000, limit: 8_000, income: 276_750) == dollars(8_000))
    #expect(try deducted(qualified: 100_000, limit: 8_000, income: 900_000) == dollars(8_000))
    #expect(try deducted(qualified: 100_000, limit: 20_000, income: 900_000) == dollars(20_000))
    #expect(try deducted(qualified: 400_000, income: 239_250) == dollars(40_000))
    #expect(
      try deducted(qualified: 100_000, income: 478_500, status: .marriedJoint) == dollars(10_000))
    #expect(
      try deducted(qualified: 100_000, income: 239_250, status: .qualifyingSurvivingSpouse)
        == dollars(10_000))
  }

  @Test func `from 2026 on a thousand of income deducts 400`() throws {
    #expect(try deducted(qualified: 1_000, income: 100_000) == dollars(400))
    #expect(try deducted(qualified: 999, income: 100_000) == amount("199.80"))
    #expect(try deducted(qualified: 1_000, income: 100_000, year: 2025) == dollars(200))
    #expect(try deducted(qualified: 100_000, income: 900_000) == dollars(400))
    #expect(try deducted(qualified: 100_000, income: 900_000, year: 2025) == .zero)
  }

  @Test func `the minimum tax keeps the deduction`() throws {
    let result = try returned(2026, facts: { $0.deduction = .none }) {
      $0.businessIncome = dollars(150_000)
      $0.qualifiedBusinessIncome = dollars(100_000)
    }
    #expect(result.taxableIncome == dollars(130_000))
    #expect(result.alternativeMinimumTaxableIncome == dollars(130_000))
  }

  @Test func `rents and gains of business property are investment, an active business is not`()
    throws
  {
    let result = try returned(2025) {
      $0.wages = dollars(300_000)
      $0.businessIncome = dollars(40_000)
      $0.passiveIncome = dollars(10_000)
      $0.otherGains = dollars(5_000)
      $0.longTermGain = dollars(20_000)
      $0.gainOutsideInvestment = dollars(5_000)
    }
    #expect(result.adjustedGrossIncome == dollars(375_000))
    #expect(result.netInvestmentIncomeTax == dollars(1_140))
  }
}
