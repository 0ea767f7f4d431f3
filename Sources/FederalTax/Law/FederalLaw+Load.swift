import InputFiles
import Quantities

extension FederalLaw {
  /// The years whose parameters are published.
  public static let publishedYears = 2022...2026

  /// The law of a year for a filing status.
  ///
  /// Years after the last published one keep its values unchanged, and are marked so; what the
  /// statute itself dates, such as the end of the deduction for seniors, is kept.
  ///
  /// - Parameters:
  ///   - year: the tax year.
  ///   - status: the filing status.
  ///   - overlay: parameters laid over the published ones.
  /// - Returns: the law.
  /// - Throws: ``LawError`` when the year comes too early or an overlay contradicts itself.
  public static func load(
    year: Int, status: FilingStatus, overlay: LawOverlay? = nil
  ) throws(LawError) -> FederalLaw {
    guard year >= publishedYears.lowerBound else {
      throw .unsupportedYear(year, first: publishedYears.lowerBound)
    }
    let published = try published.get()
    let parameters = overlay.map { published.overlaid(by: $0.parameters) } ?? published
    return try FederalLaw(
      LawOfYear(parameters: parameters, year: year, status: status),
      overlays: [overlay?.summary(year: year)].compactMap(\.self))
  }

  private init(_ law: LawOfYear, overlays: [String]) throws(LawError) {
    year = law.year
    status = law.status
    projectedFrom =
      law.year > Self.publishedYears.upperBound ? Self.publishedYears.upperBound : nil
    self.overlays = overlays
    ordinaryRates = try law.schedule(rates: .ordinaryRates, brackets: .ordinaryBrackets)
    let gainRates = try law.rates(.longTermRates)
    longTermRates = LongTermRates(
      zeroRateTop: try law.amount(.zeroRateTop), middleRateTop: try law.amount(.middleRateTop),
      middleRate: gainRates[0], topRate: gainRates[1])
    standardDeduction = StandardDeduction(
      basic: try law.amount(.standardDeduction), perBox: try law.amount(.standardDeductionBox))
    seniorDeduction = try SeniorDeduction(law)
    capitalLossLimit = try law.amount(.capitalLossLimit)
    netInvestmentIncomeTax = ThresholdTax(
      rate: try law.rate(.investmentIncomeRate),
      threshold: try law.amount(.investmentIncomeThreshold))
    additionalMedicareTax = ThresholdTax(
      rate: try law.rate(.additionalMedicareRate),
      threshold: try law.amount(.additionalMedicareThreshold))
    minimumTax = try MinimumTax(law)
    dependentCredit = DependentCredit(
      perChild: try law.amount(.childCredit),
      perOtherDependent: try law.amount(.otherDependentCredit),
      reduction: StepSchedule(
        start: try law.amount(.dependentCreditStart),
        width: try law.amount(.dependentCreditWidth), step: try law.amount(.dependentCreditStep)))
    medicarePremiums = try MedicarePremiums(law)
    premiumCredit = try PremiumCredit(law)
    earnedIncomeCredit = try EarnedIncomeCredit(law)
    estimatedTax = try EstimatedTax(law)
    corporateRate = try law.rate(.corporateRate)
    homeSaleExclusion = try law.amount(.homeSaleExclusion)
    deferredPaymentLimit = try law.amount(.deferredPaymentLimit)
    let minimumRates = try law.rates(.minimumTaxRates)
    longTermRatesExceedMinimumTax = minimumRates.contains { rate in
      gainRates.contains { $0 > rate }
    }
  }

  /// The embedded parameters, read once.
  private static let published: Result<LawParameters, LawError> = {
    let diagnostics = Diagnostics()
    var parameters = LawParameters()
    for (name, bytes) in embeddedParameters {
      let source = SourceText(String(decoding: bytes, as: UTF8.self), name: name)
      let file = readLaw(source, into: diagnostics).parameters
      parameters.values.merge(file.values) { first, _ in first }
    }
    if diagnostics.hasErrors {
      return .failure(.invalidParameters(InputFailure(errors: diagnostics.errors)))
    }
    return .success(parameters)
  }()

  /// The files of parameters, compiled into the program.
  static let embeddedParameters: [(name: String, bytes: [UInt8])] = [
    ("ordinary.yaml", PackageResources.ordinary_yaml),
    ("gains.yaml", PackageResources.gains_yaml),
    ("deductions.yaml", PackageResources.deductions_yaml),
    ("minimum_tax.yaml", PackageResources.minimum_tax_yaml),
    ("credits.yaml", PackageResources.credits_yaml),
    ("surtaxes.yaml", PackageResources.surtaxes_yaml),
    ("medicare.yaml", PackageResources.medicare_yaml),
    ("premium_credit.yaml", PackageResources.premium_credit_yaml),
    ("earned_income.yaml", PackageResources.earned_income_yaml),
    ("corporations.yaml", PackageResources.corporations_yaml),
    ("payments.yaml", PackageResources.payments_yaml),
    ("property.yaml", PackageResources.property_yaml),
  ]
}

extension SeniorDeduction {
  /// The deduction of a year and status, or `nil` where it has none.
  fileprivate init?(_ law: LawOfYear) throws(LawError) {
    let perPerson = try law.amount(.seniorDeduction)
    guard perPerson > .zero else { return nil }
    self.init(
      perPerson: perPerson, phaseoutStart: try law.amount(.seniorDeductionStart),
      phaseoutRate: try law.rate(.seniorDeductionRate))
  }
}

extension MinimumTax {
  fileprivate init(_ law: LawOfYear) throws(LawError) {
    let exemption = try law.amount(.minimumTaxExemption)
    let start = try law.amount(.minimumTaxPhaseoutStart)
    let rate = try law.rate(.minimumTaxPhaseoutRate)
    self.init(
      rates: try law.schedule(rates: .minimumTaxRates, brackets: .minimumTaxBrackets),
      exemption: exemption, phaseoutStart: start, phaseoutRate: rate,
      increaseStart: law.status == .marriedSeparate && rate > .zero
        ? start + Self.width(ofExemption: exemption, at: rate) : nil)
  }

  /// How much income takes an exemption away at a rate.
  private static func width(ofExemption exemption: Money, at rate: Rate) -> Money {
    Money(
      cents: roundedQuotient(
        exemption.cents * Rate.one.millionths, over: rate.millionths, .halfUp))
  }
}
