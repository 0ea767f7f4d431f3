/// A form or worksheet of the 2025 return, whose line numbers the return keeps for every year.
public enum TaxForm: String, Sendable, Hashable, CaseIterable {
  /// The individual return.
  case form1040 = "Form 1040"
  /// Capital gains and losses.
  case scheduleD = "Schedule D"
  /// Additional deductions; Part V is the deduction for seniors.
  case schedule1A = "Schedule 1-A"
  /// The tax where there are qualified dividends or net capital gain.
  case qualifiedDividends = "Qualified Dividends and Capital Gain Tax Worksheet"
  /// The alternative minimum tax.
  case form6251 = "Form 6251"
  /// The credits for children and other dependents.
  case schedule8812 = "Schedule 8812"
  /// The additional Medicare tax.
  case form8959 = "Form 8959"
  /// The net investment income tax.
  case form8960 = "Form 8960"
  /// Wages, and the tax withheld from them.
  case formW2 = "Form W-2"
  /// The share in what an entity earns.
  case scheduleK1 = "Schedule K-1"
  /// The sale of an interest in an entity, piece by piece.
  case interestSale = "Sale of an interest"
  /// Distributions of corporations and funds.
  case form1099DIV = "Form 1099-DIV"
  /// Itemized deductions.
  case scheduleA = "Schedule A"
  /// The losses carried to the next year.
  case capitalLossCarryover = "Capital Loss Carryover Worksheet"
  /// Additional income and adjustments.
  case schedule1 = "Schedule 1"
  /// The limit on state and local taxes.
  case localTaxes = "State and Local Tax Deduction Worksheet"
  /// What itemized deductions lose in the highest bracket.
  case itemizedLimitation = "Itemized Deductions Worksheet"
  /// The taxable part of social security benefits.
  case socialSecurity = "Social Security Benefits Worksheet"
  /// The deduction for a contribution to a traditional IRA.
  case iraDeduction = "IRA Deduction Worksheet"
  /// The deduction of qualified business income.
  case form8995 = "Form 8995-A"
  /// Gain of collectibles and of section 1202.
  case rate28Gain = "28% Rate Gain Worksheet"
  /// Gain of depreciated real property.
  case unrecaptured1250Gain = "Unrecaptured Section 1250 Gain Worksheet"
  /// The tax where there is gain at a rate of 25% or 28%.
  case scheduleDTax = "Schedule D Tax Worksheet"
  /// The tax where foreign earned income is excluded.
  case foreignEarnedIncomeTax = "Foreign Earned Income Tax Worksheet"
  /// The return of an estate or trust.
  case form1041 = "Form 1041"
  /// The foreign tax credit.
  case form1116 = "Form 1116"
  /// The premium tax credit.
  case form8962 = "Form 8962"
  /// What income adds to Medicare premiums; no printed form.
  case medicarePremiums = "Medicare Premium Tiers"
  /// The income tax of a state, as the household states it; no printed form.
  case stateTax = "State Income Tax"
  /// What has to be paid during the year.
  case form2210 = "Form 2210"
  /// The return of a corporation.
  case form1120 = "Form 1120"
  /// Capital gains and losses of a corporation.
  case corporateScheduleD = "Schedule D (Form 1120)"
  /// Sales of business property.
  case form4797 = "Form 4797"
  /// Installment sales.
  case form6252 = "Form 6252"
  /// Sales of capital assets.
  case form8949 = "Form 8949"
  /// Rents, royalties and the like.
  case scheduleE = "Schedule E"
  /// The gain on a home that is excluded.
  case homeSale = "Publication 523 Worksheet 3"

  /// The sections of the Internal Revenue Code that the form carries out.
  public var source: String {
    switch self {
    case .form1040: "26 U.S.C. §§1, 61, 62, 63"
    case .scheduleD: "26 U.S.C. §§1211(b), 1222"
    case .schedule1A: "26 U.S.C. §151(d)(5)(C)"
    case .qualifiedDividends: "26 U.S.C. §1(h)"
    case .form6251: "26 U.S.C. §§55, 56"
    case .schedule8812: "26 U.S.C. §24(h)"
    case .form8959: "26 U.S.C. §3101(b)(2)"
    case .form8960: "26 U.S.C. §1411"
    case .formW2: "26 U.S.C. §§83(a), 421(b), 423(c), 3402(g)"
    case .form8949: "26 U.S.C. §§165(g), 1001, 1012, 1222"
    case .scheduleK1: "26 U.S.C. §§652, 662, 702, 1366"
    case .interestSale: "26 U.S.C. §§741, 751(a), 752(d), 1(h)(5)(B)"
    case .form1099DIV: "26 U.S.C. §§301(c), 316, 852(b)(3)"
    case .capitalLossCarryover: "26 U.S.C. §1212(b)"
    case .schedule1: "26 U.S.C. §§61, 62"
    case .scheduleA: "26 U.S.C. §§63(e), 67(g), 163, 164, 170, 213"
    case .localTaxes: "26 U.S.C. §164(b)(6), (7)"
    case .itemizedLimitation: "26 U.S.C. §68"
    case .socialSecurity: "26 U.S.C. §86"
    case .iraDeduction: "26 U.S.C. §219"
    case .form8995: "26 U.S.C. §199A"
    case .rate28Gain: "26 U.S.C. §1(h)(4), (5)"
    case .unrecaptured1250Gain: "26 U.S.C. §1(h)(6)"
    case .scheduleDTax: "26 U.S.C. §1(h)"
    case .foreignEarnedIncomeTax: "26 U.S.C. §911(f)"
    case .form1041: "26 U.S.C. §§1(e), 641, 642"
    case .form1116: "26 U.S.C. §904"
    case .form8962: "26 U.S.C. §36B"
    case .medicarePremiums: "42 U.S.C. §§1395r(i), 1395w-113(a)(7)"
    case .stateTax: "the schedule that the household states"
    case .form2210: "26 U.S.C. §6654"
    case .form1120: "26 U.S.C. §11"
    case .corporateScheduleD: "26 U.S.C. §§1211(a), 1212(a)"
    case .form4797: "26 U.S.C. §§1231, 1245, 1250"
    case .form6252: "26 U.S.C. §453"
    case .scheduleE: "26 U.S.C. §469"
    case .homeSale: "26 U.S.C. §121"
    }
  }
}
