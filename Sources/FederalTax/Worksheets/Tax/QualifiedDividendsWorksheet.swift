import Quantities

extension RegularTax {
  /// Qualified Dividends and Capital Gain Tax Worksheet: long-term rates stacked on ordinary income.
  ///
  /// Without gain or dividends it gives the tax of the ordinary schedule.
  ///
  /// Source: 26 U.S.C. §1(h); Form 1040 instructions (2025), line 16.
  static func qualifiedDividendsWorksheet<Reading: TaxArithmetic>(
    taxableIncome: Amount, preferred: borrowing PreferredIncome<Amount>,
    law: borrowing FederalLaw, reading: inout Reading
  ) -> Self where Reading.Amount == Amount {
    let rates = law.longTermRates
    let line1 = reading.line("1", of: .qualifiedDividends, "Taxable income", taxableIncome)
    let line2 = reading.line(
      "2", of: .qualifiedDividends, "Qualified dividends", preferred.qualifiedDividends)
    let line3 = reading.line(
      "3", of: .qualifiedDividends,
      "Smaller of Schedule D lines 15 and 16, or zero where either is a loss",
      preferred.netCapitalGain)
    let line4 = reading.line("4", of: .qualifiedDividends, "Lines 2 and 3", line2 + line3)
    let line5 = reading.line(
      "5", of: .qualifiedDividends, "Line 1 less line 4, not below zero",
      reading.positive(line1 - line4))

    let line6 = reading.line(
      "6", of: .qualifiedDividends, "Where the zero rate ends", Amount(rates.zeroRateTop))
    let line7 = reading.line(
      "7", of: .qualifiedDividends, "Smaller of lines 1 and 6",
      reading.smaller(of: line1, or: line6))
    let line8 = reading.line(
      "8", of: .qualifiedDividends, "Smaller of lines 5 and 7",
      reading.smaller(of: line5, or: line7))
    let line9 = reading.line(
      "9", of: .qualifiedDividends, "Taxed at 0%: line 7 less line 8", line7 - line8)

    // The smaller of lines 1 and 4 is what line 5 leaves of line 1.
    let line10 = reading.line(
      "10", of: .qualifiedDividends, "Smaller of lines 1 and 4", line1 - line5)
    let line11 = reading.line("11", of: .qualifiedDividends, "Line 9", line9)
    let line12 = reading.line(
      "12", of: .qualifiedDividends, "Line 10 less line 11", line10 - line11)

    let line13 = reading.line(
      "13", of: .qualifiedDividends, "Where the middle rate ends", Amount(rates.middleRateTop))
    let line14 = reading.line(
      "14", of: .qualifiedDividends, "Smaller of lines 1 and 13",
      reading.smaller(of: line1, or: line13))
    let line15 = reading.line("15", of: .qualifiedDividends, "Lines 5 and 9", line5 + line9)
    let line16 = reading.line(
      "16", of: .qualifiedDividends, "Line 14 less line 15, not below zero",
      reading.positive(line14 - line15))
    let line17 = reading.line(
      "17", of: .qualifiedDividends, "Smaller of lines 12 and 16",
      reading.smaller(of: line12, or: line16))
    let line18 = reading.line(
      "18", of: .qualifiedDividends, "Line 17 at the middle rate",
      reading.share(rates.middleRate, of: line17))

    let line19 = reading.line("19", of: .qualifiedDividends, "Lines 9 and 17", line9 + line17)
    let line20 = reading.line(
      "20", of: .qualifiedDividends, "Line 10 less line 19", line10 - line19)
    let line21 = reading.line(
      "21", of: .qualifiedDividends, "Line 20 at the top rate",
      reading.share(rates.topRate, of: line20))
    _ = reading.line(
      "22", of: .qualifiedDividends, "Tax on line 5 by the ordinary schedule",
      reading.ordinaryTax(law.ordinaryRates, on: line5))
    let line23 = reading.line(
      "23", of: .qualifiedDividends, "Lines 18, 21 and 22, rounded together",
      reading.ordinaryTax(
        law.ordinaryRates, on: line5, and: LongTermParts(middle: line17, top: line20), at: rates))
    let line24 = reading.line(
      "24", of: .qualifiedDividends, "Tax on line 1 by the ordinary schedule",
      reading.ordinaryTax(law.ordinaryRates, on: line1))
    let isLower = reading.isAtMost(line23, line24)
    return RegularTax(
      preferredIncome: line4, longTermIncome: line4, unrecaptured1250Gain: Amount(.zero),
      longTermStart: line5, ordinaryIncome: line5,
      longTermTax: isLower ? line18 + line21 : Amount(.zero),
      tax: reading.line(
        "25", of: .qualifiedDividends, "Tax: smaller of lines 23 and 24",
        isLower ? line23 : line24))
  }
}
