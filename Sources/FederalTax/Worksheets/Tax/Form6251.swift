import Quantities

/// Form 6251: the alternative minimum tax, up to the tentative minimum tax.
///
/// Line 11 itself is left to Form 1040: the regular tax and the alternative minimum tax together are
/// the larger of the regular and the tentative tax.
///
/// Source: 26 U.S.C. §§55, 56(b).
struct Form6251<Amount: TaxAmount> {
  /// Line 4.
  let alternativeMinimumTaxableIncome: Amount
  /// Line 9.
  let tentativeMinimumTax: Amount

  /// Fills the form in.
  ///
  /// - Parameters:
  ///   - incomeLessDeductions: adjusted gross income less deductions other than the one for seniors,
  ///     below zero where the deductions are larger.
  ///   - addedBack: the standard deduction, or the taxes among the itemized deductions.
  ///   - inputs: preferences, foreign earned income excluded, and foreign tax.
  ///   - regular: the regular tax, whose bands Part III keeps.
  ///   - preferred: dividends and gain.
  ///   - law: the year's law, borrowed, since an initializer would copy it.
  ///   - rules: whether there can be gain of 25% or 28%, foreign earned income, and foreign tax.
  ///   - reading: the arithmetic.
  init<Reading: TaxArithmetic>(
    incomeLessDeductions: Amount, addedBack: Amount, inputs: borrowing ReturnInputs<Amount>,
    regular: borrowing RegularTax<Amount>, preferred: borrowing PreferredIncome<Amount>,
    law: borrowing FederalLaw, rules: ReturnRules, reading: inout Reading
  ) where Reading.Amount == Amount {
    let line1b = reading.line(
      "1b", of: .form6251, "Income less deductions, the one for seniors not taken",
      incomeLessDeductions)
    let line2a = reading.line(
      "2a", of: .form6251, "Standard deduction, or taxes among the itemized deductions", addedBack)
    let line3 = reading.line(
      "2c-3", of: .form6251, "Other adjustments and preferences", inputs.amtPreferences)
    let line4 = Self.increased(line1b + line2a + line3, law: law, reading: &reading)
    alternativeMinimumTaxableIncome = reading.line(
      "4", of: .form6251, "Alternative minimum taxable income", line4)

    let minimum = law.minimumTax
    let excess = reading.positive(line4 - Amount(minimum.phaseoutStart))
    let lost = reading.share(minimum.phaseoutRate, of: excess)
    let line5 = reading.line(
      "5", of: .form6251, "Exemption, less what high income takes from it",
      reading.positive(Amount(minimum.exemption) - lost))
    let line6 = reading.line(
      "6", of: .form6251, "Line 4 less line 5, not below zero", reading.positive(line4 - line5))
    let tax =
      rules.contains(.foreignEarnedIncome)
      ? Self.withForeignEarnedIncome(
        line6, exclusion: inputs.foreignEarnedIncomeExclusion, regular: regular,
        preferred: preferred, law: law,
        rules: rules, reading: &reading)
      : Self.partIII(
        line6, gain: Gain(regular), regular: regular, law: law, rules: rules, reading: &reading)
    let line7 = reading.line("7", of: .form6251, "Tax on line 6: Part III, line 40", tax)
    var line9 = line7
    if rules.contains(.foreignTax) {
      line9 =
        line7
        - minimumTaxForeignCredit(
          taxPaid: inputs.foreignTaxPaid, passiveIncome: inputs.foreignPassiveIncome,
          minimumTaxableIncome: line4, tax: line7, rules: rules, reading: &reading)
    }
    tentativeMinimumTax = reading.line("9", of: .form6251, "Tentative minimum tax", line9)
  }

  /// What separate returns add to income from where the exemption is gone, §55(d)(4).
  private static func increased<Reading: TaxArithmetic>(
    _ income: Amount, law: borrowing FederalLaw, reading: inout Reading
  ) -> Amount where Reading.Amount == Amount {
    let minimum = law.minimumTax
    guard let start = minimum.increaseStart else { return income }
    let growth = reading.share(
      minimum.phaseoutRate, of: reading.positive(income - Amount(start)))
    let increase = reading.line(
      "4 (separate returns)", of: .form6251, "Increase by which the exemption turns negative",
      reading.smaller(of: growth, or: Amount(minimum.exemption)))
    return income + increase
  }

  /// The gain of lines 13 to 15.
  private struct Gain {
    /// Line 13.
    let longTerm: Amount
    /// Line 14.
    let unrecaptured1250: Amount
    /// Schedule D Tax Worksheet line 10.
    let preferred: Amount

    init(_ regular: borrowing RegularTax<Amount>) {
      longTerm = regular.longTermIncome
      unrecaptured1250 = regular.unrecaptured1250Gain
      preferred = regular.preferredIncome
    }

    /// The lines refigured for a capital gain excess of their own.
    init<Reading: TaxArithmetic>(
      _ preferred: borrowing PreferredIncome<Amount>, rules: ReturnRules, reading: inout Reading
    ) where Reading.Amount == Amount {
      self.preferred = preferred.total
      unrecaptured1250 = preferred.unrecaptured1250Gain
      longTerm =
        rules.contains(.cappedGain)
        ? preferred.total
          - reading.smaller(
            of: preferred.netCapitalGain,
            or: preferred.rate28Gain + preferred.unrecaptured1250Gain)
        : preferred.total
    }
  }

  /// Foreign Earned Income Tax Worksheet of line 7: what is excluded fills the lower bracket.
  private static func withForeignEarnedIncome<Reading: TaxArithmetic>(
    _ line6: Amount, exclusion: Amount, regular: borrowing RegularTax<Amount>,
    preferred: borrowing PreferredIncome<Amount>, law: borrowing FederalLaw, rules: ReturnRules,
    reading: inout Reading
  ) -> Amount where Reading.Amount == Amount {
    var taxed = copy preferred
    let excess = reading.line(
      "3 (minimum tax, excess)", of: .foreignEarnedIncomeTax,
      "Capital gain excess: dividends and gain beyond Form 6251 line 6",
      reading.positive(preferred.total - line6))
    taxed.reduce(by: excess, reading: &reading)
    let gain = Gain(taxed, rules: rules, reading: &reading)
    let line4 = partIII(
      line6 + exclusion, gain: gain, regular: regular, law: law, rules: rules, reading: &reading)
    let line5 = reading.line(
      "5 (minimum tax)", of: .foreignEarnedIncomeTax,
      "Tax on what is excluded at the minimum tax rates",
      reading.tax(law.minimumTax.rates, on: exclusion))
    return line4 - line5
  }

  /// Part III: the tax on line 6 with the long-term rates.
  ///
  /// Where the bands begin follows the regular tax; how much falls into them is limited by line 6.
  private static func partIII<Reading: TaxArithmetic>(
    _ line6: Amount, gain: Gain, regular: borrowing RegularTax<Amount>,
    law: borrowing FederalLaw, rules: ReturnRules, reading: inout Reading
  ) -> Amount where Reading.Amount == Amount {
    let rates = law.longTermRates
    let schedule = law.minimumTax.rates
    let line12 = reading.line("12", of: .form6251, "Line 6, with income excluded", line6)
    let line13 = reading.line(
      "13", of: .form6251, "Dividends and gain of the long-term rates", gain.longTerm)
    var line15 = line13
    if rules.contains(.cappedGain) {
      let line14 = reading.line(
        "14", of: .form6251, "Schedule D line 19", gain.unrecaptured1250)
      line15 = reading.line(
        "15", of: .form6251, "Lines 13 and 14, at most all dividends and gain",
        reading.smaller(of: line13 + line14, or: gain.preferred))
    }
    let line16 = reading.line(
      "16", of: .form6251, "Smaller of lines 12 and 15", reading.smaller(of: line12, or: line15))
    let line17 = reading.line("17", of: .form6251, "Line 12 less line 16", line12 - line16)
    _ = reading.line(
      "18", of: .form6251, "Tax on line 17 at the minimum tax rates",
      reading.tax(schedule, on: line17))

    let line19 = reading.line(
      "19", of: .form6251, "Where the zero rate ends", Amount(rates.zeroRateTop))
    let line20 = reading.line(
      "20", of: .form6251, "Where the long-term rates begin: worksheet line 5, or line 14",
      regular.longTermStart)
    let line21 = reading.line(
      "21", of: .form6251, "Line 19 less line 20, not below zero",
      reading.positive(line19 - line20))
    let line22 = reading.line(
      "22", of: .form6251, "Smaller of lines 12 and 13",
      rules.contains(.cappedGain) ? reading.smaller(of: line12, or: line13) : line16)
    let line23 = reading.line(
      "23", of: .form6251, "Taxed at 0%: smaller of lines 21 and 22",
      reading.smaller(of: line21, or: line22))
    let line24 = reading.line("24", of: .form6251, "Line 22 less line 23", line22 - line23)

    let line25 = reading.line(
      "25", of: .form6251, "Where the middle rate ends", Amount(rates.middleRateTop))
    let line27 = reading.line(
      "27", of: .form6251, "What the ordinary rates apply to: worksheet line 5, or line 21",
      regular.ordinaryIncome)
    let line28 = reading.line("28", of: .form6251, "Lines 21 and 27", line21 + line27)
    let line29 = reading.line(
      "29", of: .form6251, "Line 25 less line 28, not below zero",
      reading.positive(line25 - line28))
    let line30 = reading.line(
      "30", of: .form6251, "Smaller of lines 24 and 29", reading.smaller(of: line24, or: line29))
    _ = reading.line(
      "31", of: .form6251, "Line 30 at the middle rate", reading.share(rates.middleRate, of: line30)
    )
    let line32 = reading.line("32", of: .form6251, "Lines 23 and 30", line23 + line30)
    let line33 = reading.line("33", of: .form6251, "Line 22 less line 32", line22 - line32)
    _ = reading.line(
      "34", of: .form6251, "Line 33 at the top rate", reading.share(rates.topRate, of: line33))
    var parts = LongTermParts(middle: line30, top: line33)
    if rules.contains(.cappedGain) {
      let line36 = reading.line(
        "36", of: .form6251, "Line 12 less lines 17, 32 and 33", line16 - line22)
      _ = reading.line(
        "37", of: .form6251, "Line 36 at the rate of section 1250 gain",
        reading.share(rates.unrecaptured1250Rate, of: line36))
      parts.unrecaptured1250 = line36
    }
    let line38 = reading.line(
      "38", of: .form6251, "Lines 18, 31, 34 and 37, rounded together",
      reading.tax(schedule, on: line17, and: parts, at: rates))

    // While the minimum tax rates lie above the long-term rates, line 38 cannot exceed line 39.
    guard law.longTermRatesExceedMinimumTax else { return line38 }
    let line39 = reading.line(
      "39", of: .form6251, "Tax on line 12 at the minimum tax rates",
      reading.tax(schedule, on: line12))
    return reading.line(
      "40", of: .form6251, "Smaller of lines 38 and 39", reading.smaller(of: line38, or: line39))
  }
}
