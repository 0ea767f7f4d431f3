import FederalTax
import Quantities
import Testing

@Suite("Partnerships, redemptions, funds and worthless assets")
struct InterestTests {
  @Test func `business income is active or passive, and its deductions with it`() {
    var share = PartnerShare(year: 2026, isActive: true)
    share.ordinaryBusiness = dollars(90_000)
    share.section179 = dollars(10_000)
    share.otherDeductions = dollars(5_000)
    share.rental = dollars(7_000)
    #expect(share.effect().amounts.businessIncome == dollars(75_000))
    #expect(share.effect().amounts.passiveIncome == dollars(7_000))
    share.isActive = false
    #expect(share.effect().amounts.businessIncome == .zero)
    #expect(share.effect().amounts.passiveIncome == dollars(82_000))
  }

  @Test func `section 1231 gain waits for the netting of the year, with its 25% part`() {
    var share = PartnerShare(year: 2026, isActive: true)
    share.section1231 = dollars(4_000)
    share.longTermGain = dollars(10_000)
    share.unrecaptured1250 = dollars(6_000)
    let effect = share.effect()
    #expect(effect.businessProperty.gain == dollars(4_000))
    #expect(effect.businessProperty.unrecaptured1250 == dollars(4_000))
    #expect(effect.businessProperty.outsideInvestment == dollars(4_000))
    #expect(effect.amounts.longTermGain == dollars(10_000))
    #expect(effect.amounts.section1250Gain == dollars(2_000))
  }

  @Test func `every box goes to an amount of its own, and only boxes with an amount are told`() {
    var share = PartnerShare(year: 2026, isActive: false)
    share.interest = dollars(1)
    share.taxExemptInterest = dollars(2)
    share.ordinaryDividends = dollars(4)
    share.qualifiedDividends = dollars(3)
    share.shortTermGain = dollars(-5)
    share.longTermGain = dollars(6)
    share.collectiblesGain = dollars(-7)
    share.charityCash = dollars(8)
    share.foreignTax = dollars(9)
    share.foreignPassiveIncome = dollars(10)
    share.qualifiedBusinessIncome = dollars(-11)
    share.qualifiedBusinessLimit = dollars(12)
    share.royalties = dollars(13)
    let amounts = share.effect().amounts
    #expect(amounts.taxableInterest == dollars(1))
    #expect(amounts.taxExemptInterest == dollars(2))
    #expect(amounts.qualifiedDividends == dollars(3))
    #expect(amounts.ordinaryDividends == dollars(4))
    #expect(amounts.shortTermGain == dollars(-5))
    #expect(amounts.longTermGain == dollars(6))
    #expect(amounts.collectiblesGain == dollars(-7))
    #expect(amounts.charityCash == dollars(8))
    #expect(amounts.foreignTaxPaid == dollars(9))
    #expect(amounts.foreignPassiveIncome == dollars(10))
    #expect(amounts.qualifiedBusinessIncome == dollars(-11))
    #expect(amounts.qualifiedBusinessLimit == dollars(12))
    #expect(amounts.passiveIncome == dollars(13))
    #expect(share.effect().lines.count == 11)
  }

  @Test func `hot assets are ordinary even where that leaves a capital loss`() {
    // A gain of 6,000, of which 7,000 is of receivables: Treas. Reg. §1.751-1(a)(2).
    var sale = InterestSale(
      year: 2026, price: dollars(15_000), basis: dollars(10_000), isLongTerm: true,
      isActive: false)
    sale.liabilities = dollars(1_000)
    sale.hotAssets = dollars(7_000)
    let effect = sale.effect()
    #expect(sale.amountRealized == dollars(16_000))
    #expect(effect.amounts.otherGains == dollars(7_000))
    #expect(effect.amounts.longTermGain == dollars(-1_000))
    #expect(effect.amounts.gainOutsideInvestment == .zero)
  }

  @Test func `an interest held long looks through to collectibles and depreciated buildings`() {
    var sale = InterestSale(
      year: 2026, price: dollars(1_000_000), basis: dollars(200_000), isLongTerm: true,
      isActive: true)
    sale.collectibles = dollars(30_000)
    sale.unrecaptured1250 = dollars(50_000)
    sale.investmentGain = dollars(100_000)
    sale.suspendedLosses = dollars(12_000)
    let amounts = sale.effect().amounts
    #expect(amounts.longTermGain == dollars(800_000))
    #expect(amounts.collectiblesGain == dollars(30_000))
    #expect(amounts.section1250Gain == dollars(50_000))
    #expect(amounts.gainOutsideInvestment == dollars(700_000))
    #expect(amounts.passiveIncome == dollars(-12_000))
    sale.isLongTerm = false
    #expect(sale.effect().amounts.shortTermGain == dollars(800_000))
    #expect(sale.effect().amounts.collectiblesGain == .zero)
    #expect(sale.effect().amounts.section1250Gain == .zero)
  }

  @Test func `a redemption in exchange has a basis, a dividend comes before it`() {
    var redemption = StockRedemption(
      year: 2026, price: dollars(100), basis: dollars(30), isLongTerm: true, treatment: .exchange)
    #expect(redemption.effect().amounts.longTermGain == dollars(70))
    redemption.treatment = .distribution(earnings: dollars(60), isQualified: true)
    let amounts = redemption.effect().amounts
    #expect(amounts.ordinaryDividends == dollars(60))
    #expect(amounts.qualifiedDividends == dollars(60))
    // 30 of the other 40 return the basis.
    #expect(amounts.longTermGain == dollars(10))
    redemption.treatment = .distribution(earnings: dollars(1_000), isQualified: false)
    #expect(redemption.effect().amounts.ordinaryDividends == dollars(100))
    #expect(redemption.effect().amounts.qualifiedDividends == .zero)
    #expect(redemption.effect().amounts.longTermGain == .zero)
  }

  @Test(arguments: [
    ("60%", "47.9999%", true), ("60%", "48%", false), ("70%", "49.9999%", true),
    ("70%", "50%", false), ("30%", "24%", false), ("30%", "23.9999%", true),
  ])
  func `both percentages of section 302 have to fall`(
    before: String, after: String, isMet: Bool
  ) throws {
    let (before, after) = (try #require(Rate(before)), try #require(Rate(after)))
    #expect(StockRedemption.isSubstantiallyDisproportionate(from: before, to: after) == isMet)
  }

  @Test func `what a fund distributes of its gain is long-term, with its parts`() {
    var distribution = FundDistribution(year: 2026)
    distribution.capitalGain = dollars(500)
    distribution.unrecaptured1250 = dollars(40)
    distribution.collectibles = dollars(60)
    distribution.ordinaryDividends = dollars(90)
    distribution.qualifiedDividends = dollars(80)
    distribution.foreignTax = dollars(7)
    let amounts = distribution.effect().amounts
    #expect(amounts.longTermGain == dollars(500))
    #expect(amounts.section1250Gain == dollars(40))
    #expect(amounts.collectiblesGain == dollars(60))
    #expect(amounts.ordinaryDividends == dollars(90))
    #expect(amounts.qualifiedDividends == dollars(80))
    #expect(amounts.foreignTaxPaid == dollars(7))
  }

  @Test func `a worthless security is a capital loss, an abandoned token none`() {
    let stock = WorthlessAsset(
      year: 2026, basis: dollars(9_000), asset: .security(isLongTerm: false))
    #expect(stock.effect().amounts.shortTermGain == dollars(-9_000))
    let token = WorthlessAsset(year: 2026, basis: dollars(9_000), asset: .abandonedToken)
    #expect(token.effect().amounts == ReturnInputs())
    #expect(token.effect().lines.count == 1)
  }
}
