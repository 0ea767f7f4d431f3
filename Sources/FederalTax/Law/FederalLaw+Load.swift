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
    let isEstate = law.status == .estateOrTrust
    let ordinary = try law.schedule(
      rates: isEstate ? .estateRates : .ordinaryRates,
      brackets: isEstate ? .estateBrackets : .ordinaryBrackets)
    ordinaryRates = ordinary
    longTermRates = try LongTermRates(law, ordinary: ordinary)
    standardDeduction = StandardDeduction(
      basic: try law.individualAmount(.standardDeduction),
      perBox: try law.individualAmount(.standardDeductionBox))
    seniorDeduction = try SeniorDeduction(law)
    itemized = try ItemizedRules(law, ordinary: ordinary)
    businessDeduction = try BusinessDeduction(law)
    socialSecurity = try SocialSecurityRules(law)
    ira = try IRARules(law)
    let apart = law.status == .marriedSeparate ? law.of(.single) : law
    socialSecurityApart = try SocialSecurityRules(apart)
    iraApart = try IRARules(apart)
    estateExemption = try EstateExemption(law)
    capitalLossLimit = try law.amount(isEstate ? .estateLossLimit : .capitalLossLimit)
    netInvestmentIncomeTax = ThresholdTax(
      rate: try law.rate(.investmentIncomeRate),
      // §1411(a)(2)(B)(ii): where the highest bracket of an estate or trust begins.
      threshold: isEstate
        ? ordinary.brackets[ordinary.brackets.count - 1].from
        : try law.amount(.investmentIncomeThreshold))
    additionalMedicareTax = ThresholdTax(
      rate: try law.rate(.additionalMedicareRate),
      threshold: try law.individualAmount(.additionalMedicareThreshold))
    minimumTax = try MinimumTax(law)
    dependentCredit = try DependentCredit(law)
    foreignTaxWithoutLimit =
      law.status == .estateOrTrust ? .zero : try law.amount(.foreignTaxWithoutLimit)
    medicarePremiums = try MedicarePremiums(law)
    premiumCredit = try PremiumCredit(law)
    earnedIncomeCredit = try EarnedIncomeCredit(law)
    estimatedTax = try EstimatedTax(law)
    corporateRate = try law.rate(.corporateRate)
    homeSaleExclusion = try law.amount(.homeSaleExclusion)
    deferredPaymentLimit = try law.amount(.deferredPaymentLimit)
    let minimumRates = minimumTax.rates.brackets.map(\.rate)
    let gainRates = [
      longTermRates.middleRate, longTermRates.topRate, longTermRates.unrecaptured1250Rate,
    ]
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
    ("itemized.yaml", PackageResources.itemized_yaml),
    ("business.yaml", PackageResources.business_yaml),
    ("retirement.yaml", PackageResources.retirement_yaml),
    ("estates.yaml", PackageResources.estates_yaml),
    ("property.yaml", PackageResources.property_yaml),
  ]
}
