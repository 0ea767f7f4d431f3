import Quantities

extension SeniorDeduction {
  /// The deduction of a year and status, or `nil` where it has none.
  init?(_ law: LawOfYear) throws(LawError) {
    guard law.status != .estateOrTrust else { return nil }
    let perPerson = try law.amount(.seniorDeduction)
    guard perPerson > .zero else { return nil }
    self.init(
      perPerson: perPerson, phaseoutStart: try law.amount(.seniorDeductionStart),
      phaseoutRate: try law.rate(.seniorDeductionRate))
  }
}

extension LongTermRates {
  init(_ law: LawOfYear, ordinary: RateSchedule) throws(LawError) {
    let gainRates = try law.rates(.longTermRates)
    let capped = try law.rates(.cappedGainRates)
    let isEstate = law.status == .estateOrTrust
    self.init(
      zeroRateTop: try law.amount(isEstate ? .estateZeroRateTop : .zeroRateTop),
      middleRateTop: try law.amount(isEstate ? .estateMiddleRateTop : .middleRateTop),
      middleRate: gainRates[0], topRate: gainRates[1], unrecaptured1250Rate: capped[0],
      collectiblesRate: capped[1],
      // §1(h)(1)(A)(ii)(I): what is taxed at less than the rate of section 1250 gain.
      cappedRateBottom: ordinary.brackets.first { $0.rate >= capped[0] }?.from ?? .zero)
  }
}

extension MinimumTax {
  init(_ law: LawOfYear) throws(LawError) {
    let isEstate = law.status == .estateOrTrust
    let exemption = try law.amount(
      isEstate ? .estateMinimumTaxExemption : .minimumTaxExemption)
    let start = try law.amount(
      isEstate ? .estateMinimumTaxPhaseoutStart : .minimumTaxPhaseoutStart)
    let rate = try law.rate(.minimumTaxPhaseoutRate)
    self.init(
      // §55(b)(1), (d)(3): one amount for all who file no separate return.
      rates: try (isEstate ? law.of(.single) : law).schedule(
        rates: .minimumTaxRates, brackets: .minimumTaxBrackets),
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

extension ItemizedRules {
  init(_ law: LawOfYear, ordinary: RateSchedule) throws(LawError) {
    let limitation = try law.rates(.itemizedLimitation)
    self.init(
      medicalFloor: try law.rate(.medicalFloor),
      localTaxes: LocalTaxLimit(
        cap: try law.amount(.localTaxCap), floor: try law.amount(.localTaxCapFloor),
        start: try law.amount(.localTaxCapStart), rate: try law.rate(.localTaxCapRate),
        separatePart: law.status == .marriedSeparate ? try law.rate(.localTaxCapSeparate) : nil),
      charityLimit: try law.rate(.charityLimit), charityFloor: try law.rate(.charityFloor),
      charityWithoutItemizing: try law.individualAmount(.charityWithoutItemizing),
      limitation: limitation[0] > .zero
        ? ItemizedLimitation(
          start: ordinary.brackets[ordinary.brackets.count - 1].from, part: limitation[0],
          whole: limitation[1]) : nil)
  }
}

extension BusinessDeduction {
  init(_ law: LawOfYear) throws(LawError) {
    let minimum = try law.amounts(.businessDeductionMinimum)
    // §199A(e)(2)(A): estates and trusts have the amount of whoever files no joint return.
    let law = law.status == .estateOrTrust ? law.of(.single) : law
    self.init(
      rate: try law.rate(.businessDeductionRate),
      threshold: try law.amount(.businessDeductionThreshold),
      range: try law.amount(.businessDeductionRange), minimum: minimum[0],
      minimumIncome: minimum[1])
  }
}

extension SocialSecurityRules {
  init(_ law: LawOfYear) throws(LawError) {
    let parts = try law.rates(.socialSecurityRates)
    self.init(
      base: try law.individualAmount(.socialSecurityBase),
      adjustedBase: try law.individualAmount(.socialSecurityAdjustedBase), firstPart: parts[0],
      secondPart: parts[1])
  }
}

extension IRARules {
  init(_ law: LawOfYear) throws(LawError) {
    let rounding = try law.amounts(.iraRounding)
    // Nothing of an estate or trust asks for these.
    let law = law.status == .estateOrTrust ? law.of(.single) : law
    let covered = IncomeRange(
      start: try law.amount(.iraPhaseoutStart), width: try law.amount(.iraPhaseoutWidth))
    var spouseCovered: IncomeRange?
    switch law.status {
    case .marriedJoint:
      spouseCovered = IncomeRange(
        start: try law.amount(.iraSpousePhaseoutStart),
        width: try law.amount(.iraSpousePhaseoutWidth))
    case .marriedSeparate: spouseCovered = covered
    default: break
    }
    self.init(
      limit: try law.amount(.iraLimit), catchUp: try law.amount(.iraCatchUp), covered: covered,
      spouseCovered: spouseCovered, rounding: rounding[0], least: rounding[1])
  }
}

extension DependentCredit {
  init(_ law: LawOfYear) throws(LawError) {
    self.init(
      perChild: try law.amount(.childCredit),
      perOtherDependent: try law.amount(.otherDependentCredit),
      reduction: StepSchedule(
        start: try law.individualAmount(.dependentCreditStart),
        width: try law.amount(.dependentCreditWidth), step: try law.amount(.dependentCreditStep)),
      refundablePerChild: try law.amount(.refundableChildCredit),
      refundStart: try law.amount(.refundableChildCreditStart),
      refundRate: try law.rate(.refundableChildCreditRate))
  }
}

extension EstateExemption {
  init(_ law: LawOfYear) throws(LawError) {
    let amounts = try law.amounts(.estateExemption)
    self.init(estate: amounts[0], simpleTrust: amounts[1], complexTrust: amounts[2])
  }
}
