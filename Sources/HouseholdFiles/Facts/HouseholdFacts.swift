import FederalTax
import InputFiles
import Planning
import Quantities

/// What a scenario says of the people and of each year's amounts, before the years are known.
struct HouseholdFacts {
  /// Who files the return.
  let taxpayer: TaxpayerFacts
  /// Unused losses of earlier years.
  let carryover: CarryoverIn
  private let amounts: YearlyAmounts
  private let deductions: DeductionFacts
  private let charges: ChargeFacts
  private let corporateLosses: CorporateLosses?

  /// Reads all sections that tell of people and amounts.
  init(_ top: Section<ScenarioKey>, firstYear: Int?) {
    taxpayer = TaxpayerFacts(top, firstYear: firstYear)
    var amounts = IncomeReader(taxpayer: taxpayer).amounts(top)
    deductions = DeductionFacts(top, taxpayer: taxpayer, amounts: &amounts)
    let capital = CapitalReader(top, taxpayer: taxpayer, firstYear: firstYear, amounts: &amounts)
    charges = ChargeFacts(top, taxpayer: taxpayer, firstYear: firstYear)
    corporateLosses = CorporateLosses(top, taxpayer: taxpayer, firstYear: firstYear)
    carryover = corporateLosses?.carryover ?? capital.carryover
    self.amounts = amounts
  }

  /// The status, where it could be read.
  var filingStatus: FilingStatus? { taxpayer.status }

  /// Every year that some value names, with the place.
  var years: [(year: Int, field: Field)] {
    taxpayer.years + deductions.years + amounts.years + charges.years
  }

  /// The facts of a year; amounts of years that are not stated are zero.
  func facts(_ year: Int, status: FilingStatus) -> ReturnFacts {
    var facts = taxpayer.facts(year, status: status)
    facts.deduction = deductions.choice(year)
    facts.corporation = corporateLosses?.facts(year)
    charges.add(to: &facts, year)
    return facts
  }

  /// The amounts of a year that are known before any plan.
  func inputs(_ year: Int) -> ReturnInputs<Money> { amounts.inputs(year) }

  /// Reports qualified dividends of a trust that it cannot have kept: what is distributed leaves it
  /// with the character it has, IRC §§652(b), 662(b).
  ///
  /// - Parameters:
  ///   - year: a year with all its amounts, those of events among them.
  ///   - diagnostics: where the error goes.
  func checkDistribution(_ year: PlanningYear, into diagnostics: Diagnostics) {
    guard taxpayer.isTrust, let field = amounts[\.qualifiedDividends]?.field(year.year) else {
      return
    }
    let inputs = year.inputs
    let income =
      inputs.taxableInterest + inputs.ordinaryDividends + inputs.pensions + inputs.passiveIncome
      + inputs.businessIncome + inputs.otherGains
    let kept = max(income - inputs.distributionDeduction, .zero)
    guard inputs.qualifiedDividends > kept else { return }
    diagnostics.report(
      field.error(
        "\(inputs.qualifiedDividends) is more than the \(kept) of \(year.year) that"
          + " distribution_deduction leaves to the trust",
        expected: "the qualified dividends that are not distributed"))
  }

  /// What is paid toward the tax of a year; `nil` where nothing is said.
  func payments(_ year: Int) -> TaxPayments? { charges.payments(year) }

  /// Reports amounts that are larger than what they are a part of, and years without a rule.
  func check(_ years: [Int], into diagnostics: Diagnostics) {
    for year in years {
      checkPart(
        amounts[\.qualifiedDividends], of: amounts[\.ordinaryDividends],
        named: IncomeKey.ordinaryDividends.rawValue, year, into: diagnostics)
      checkPart(
        amounts[\.distributedInvestmentIncome], of: amounts[\.distributionDeduction],
        named: IncomeKey.distributionDeduction.rawValue, year, into: diagnostics)
      deductions.checkParts(year, into: diagnostics)
    }
    charges.checkCoverage(years, into: diagnostics)
    corporateLosses?.check(years, into: diagnostics)
  }
}
