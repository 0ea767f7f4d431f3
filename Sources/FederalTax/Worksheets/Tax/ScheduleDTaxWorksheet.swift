import Quantities

extension RegularTax {
  /// Schedule D Tax Worksheet: gain at 25% and 28% between ordinary income and long-term gain.
  ///
  /// Line 19 is the income up to which ordinary rates lie below 25%, the top of the 24% bracket: gain
  /// of 25% and 28% below it is taxed at the ordinary rates.
  ///
  /// Source: 26 U.S.C. §1(h); Schedule D instructions (2025).
  static func scheduleDTaxWorksheet<Reading: TaxArithmetic>(
    taxableIncome: Amount, preferred: borrowing PreferredIncome<Amount>,
    law: borrowing FederalLaw, reading: inout Reading
  ) -> Self where Reading.Amount == Amount {
    let rates = law.longTermRates
    let line1 = reading.line("1", of: .scheduleDTax, "Taxable income", taxableIncome)
    let line2 = reading.line(
      "2-6", of: .scheduleDTax, "Qualified dividends", preferred.qualifiedDividends)
    let line9 = reading.line(
      "7-9", of: .scheduleDTax,
      "Smaller of Schedule D lines 15 and 16, or zero where either is a loss",
      preferred.netCapitalGain)
    let line10 = reading.line("10", of: .scheduleDTax, "Lines 6 and 9", line2 + line9)
    let line11 = reading.line(
      "11", of: .scheduleDTax, "Schedule D lines 18 and 19",
      preferred.rate28Gain + preferred.unrecaptured1250Gain)
    let line12 = reading.line(
      "12", of: .scheduleDTax, "Smaller of lines 9 and 11", reading.smaller(of: line9, or: line11))
    let line13 = reading.line("13", of: .scheduleDTax, "Line 10 less line 12", line10 - line12)
    let line14 = reading.line(
      "14", of: .scheduleDTax, "Line 1 less line 13, not below zero",
      reading.positive(line1 - line13))

    let line15 = reading.line(
      "15", of: .scheduleDTax, "Where the zero rate ends", Amount(rates.zeroRateTop))
    let line16 = reading.line(
      "16", of: .scheduleDTax, "Smaller of lines 1 and 15", reading.smaller(of: line1, or: line15))
    let line17 = reading.line(
      "17", of: .scheduleDTax, "Smaller of lines 14 and 16",
      reading.smaller(of: line14, or: line16))
    let line18 = reading.line(
      "18", of: .scheduleDTax, "Line 1 less line 10, not below zero",
      reading.positive(line1 - line10))
    // The smaller of line 1 and the top; line 14 is never above line 1.
    let line20 = reading.line(
      "20", of: .scheduleDTax, "Line 14, at most where the ordinary rates reach that of line 40",
      reading.smaller(of: line14, or: Amount(rates.cappedRateBottom)))
    let line21 = reading.line(
      "21", of: .scheduleDTax, "Larger of lines 18 and 20",
      reading.larger(of: line18, or: line20))
    let line22 = reading.line(
      "22", of: .scheduleDTax, "Taxed at 0%: line 16 less line 17", line16 - line17)

    // The smaller of lines 1 and 13 is what line 14 leaves of line 1.
    let line23 = reading.line(
      "23", of: .scheduleDTax, "Smaller of lines 1 and 13", line1 - line14)
    let line25 = reading.line(
      "25", of: .scheduleDTax, "Line 23 less line 22", line23 - line22)
    let line27 = reading.line(
      "27", of: .scheduleDTax, "Line 1, at most where the middle rate ends",
      reading.smaller(of: line1, or: Amount(rates.middleRateTop)))
    let line28 = reading.line("28", of: .scheduleDTax, "Lines 21 and 22", line21 + line22)
    let line29 = reading.line(
      "29", of: .scheduleDTax, "Line 27 less line 28, not below zero",
      reading.positive(line27 - line28))
    let line30 = reading.line(
      "30", of: .scheduleDTax, "Smaller of lines 25 and 29", reading.smaller(of: line25, or: line29)
    )
    let line31 = reading.line(
      "31", of: .scheduleDTax, "Line 30 at the middle rate",
      reading.share(rates.middleRate, of: line30))
    let line32 = reading.line("32", of: .scheduleDTax, "Lines 22 and 30", line22 + line30)
    let line33 = reading.line("33", of: .scheduleDTax, "Line 23 less line 32", line23 - line32)
    let line34 = reading.line(
      "34", of: .scheduleDTax, "Line 33 at the top rate", reading.share(rates.topRate, of: line33))

    let line35 = reading.line(
      "35", of: .scheduleDTax, "Smaller of line 9 and Schedule D line 19",
      reading.smaller(of: line9, or: preferred.unrecaptured1250Gain))
    let line38 = reading.line(
      "38", of: .scheduleDTax, "Lines 10 and 21 less line 1, not below zero",
      reading.positive(line10 + line21 - line1))
    let line39 = reading.line(
      "39", of: .scheduleDTax, "Line 35 less line 38, not below zero",
      reading.positive(line35 - line38))
    let line40 = reading.line(
      "40", of: .scheduleDTax, "Line 39 at the rate of section 1250 gain",
      reading.share(rates.unrecaptured1250Rate, of: line39))
    let line41 = reading.line(
      "41", of: .scheduleDTax, "Lines 21, 22, 30, 33 and 39",
      line21 + line22 + line30 + line33 + line39)
    let line42 = reading.line("42", of: .scheduleDTax, "Line 1 less line 41", line1 - line41)
    let line43 = reading.line(
      "43", of: .scheduleDTax, "Line 42 at the rate of collectibles",
      reading.share(rates.collectiblesRate, of: line42))

    _ = reading.line(
      "44", of: .scheduleDTax, "Tax on line 21 by the ordinary schedule",
      reading.ordinaryTax(law.ordinaryRates, on: line21))
    let line45 = reading.line(
      "45", of: .scheduleDTax, "Lines 31, 34, 40, 43 and 44, rounded together",
      reading.ordinaryTax(
        law.ordinaryRates, on: line21,
        and: LongTermParts(
          middle: line30, top: line33, unrecaptured1250: line39, collectibles: line42),
        at: rates))
    let line46 = reading.line(
      "46", of: .scheduleDTax, "Tax on line 1 by the ordinary schedule",
      reading.ordinaryTax(law.ordinaryRates, on: line1))
    let isLower = reading.isAtMost(line45, line46)
    let none = Amount(.zero)
    return RegularTax(
      preferredIncome: line10, longTermIncome: line13,
      unrecaptured1250Gain: preferred.unrecaptured1250Gain, longTermStart: line14,
      ordinaryIncome: line21, longTermTax: isLower ? line31 + line34 : none,
      unrecaptured1250Tax: isLower ? line40 : none, collectiblesTax: isLower ? line43 : none,
      tax: reading.line(
        "47", of: .scheduleDTax, "Tax: smaller of lines 45 and 46", isLower ? line45 : line46))
  }
}
