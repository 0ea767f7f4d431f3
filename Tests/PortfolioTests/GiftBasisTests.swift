@testable import Portfolio
import Quantities
import TestSupport
import Testing

@Suite("Gifts and bequests")
struct GiftBasisTests {
  private static let given = CivilDate(dayNumber: 20_000)
  private static let donors = CivilDate(dayNumber: 18_000)

  /// The gift of Publication 551: worth 8,000 when given, with a donor's basis of 10,000.
  private static func gift(value: Int64? = 8_000, shares: Int64 = 100) -> Lot {
    Lot(
      id: "G", account: "own", symbol: "VTI", acquired: given, holdingStart: donors,
      quantity: Shares(whole: shares), adjustedBasis: Money(dollars: 10_000),
      giftValue: value.map { Money(dollars: $0) }, acquisition: .gift)
  }

  @Test(
    arguments: [
      (12_000, GiftMeasure.gain, 2_000), (10_001, .gain, 1), (10_000, .neither, 0),
      (9_000, .neither, 0), (8_000, .neither, 0), (7_999, .loss, -1), (7_000, .loss, -1_000),
    ] as [(Int64, GiftMeasure, Int64)])
  func `a gain is measured by the donor's basis, a loss by the value, between there is neither`(
    proceeds: Int64, measure: GiftMeasure, gain: Int64
  ) {
    let lot = Self.gift()
    let used = lot.basisUsed(by: lot.quantity, proceeds: Money(dollars: proceeds))
    #expect(used.measure == measure)
    #expect(Money(dollars: proceeds) - used.basis == Money(dollars: gain))
    // Only a loss counts from the gift: Rev. Rul. 59-416.
    #expect(used.holdingStart == (measure == .loss ? Self.given : Self.donors))
  }

  @Test func `a gift worth its basis or more has one basis, whatever it brings`() {
    let lot = Self.gift(value: nil)
    for proceeds: Int64 in [1_000, 10_000, 90_000] {
      let used = lot.basisUsed(by: lot.quantity, proceeds: Money(dollars: proceeds))
      #expect(used == BasisUsed(basis: lot.adjustedBasis, holdingStart: Self.donors, measure: nil))
    }
  }

  @Test(arguments: 0..<50)
  func `the bases of the pieces add up to those of the gift`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let lot = Self.gift(shares: 7)
    for price: Int64 in [1_000, 2_000] {
      var (sold, basis) = (Shares.zero, Money.zero)
      while sold < lot.quantity {
        let left = lot.quantity - sold
        let piece = Shares(
          millionths: min(left.millionths, Int64.random(in: 500_000...3_000_000, using: &random)))
        basis +=
          lot.basisUsed(
            by: piece, after: sold, proceeds: UnitPrice(dollars: price).times(piece)
          ).basis
        sold += piece
      }
      #expect(basis == Money(dollars: price == 1_000 ? 8_000 : 10_000))
    }
  }

  @Test(arguments: 0..<1_500)
  func `what was inherited is long-term from its first day on`(offset: Int) {
    let day = CivilDate(dayNumber: 19_000 + offset)
    let lot = Lot(
      id: "I", account: "own", symbol: "VTI", acquired: day, quantity: Shares(whole: 1),
      adjustedBasis: .zero, acquisition: .inherit)
    #expect(HoldingPeriod.term(from: lot.holdingStart, sold: day) == .long)
    // No earlier than it has to be.
    #expect(HoldingPeriod.term(from: lot.holdingStart.adding(days: 1), sold: day) == .short)
  }

  @Test func `an inherited lot keeps an earlier day, and a lot bought does not become long-term`() {
    var lot = Lot(
      id: "I", account: "own", symbol: "VTI", acquired: Self.given, holdingStart: Self.donors,
      quantity: Shares(whole: 1), adjustedBasis: .zero, acquisition: .inherit)
    #expect(lot.holdingStart == Self.donors)
    lot.holdingStart = Self.given
    lot.acquisition = .purchase
    #expect(lot.holdingStart == Self.given)
  }
}
