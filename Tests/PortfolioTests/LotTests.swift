import Portfolio
import Quantities
import TestSupport
import Testing

@Suite("Lots")
struct LotTests {
  private func lot(
    _ id: String = "A", shares: Int64 = 3, basis: Int64 = 100, acquired: Int = 20_000,
    start: Int? = nil
  ) -> Lot {
    Lot(
      id: id, account: "own", symbol: "VTI", acquired: CivilDate(dayNumber: acquired),
      holdingStart: start.map { CivilDate(dayNumber: $0) }, quantity: Shares(whole: shares),
      adjustedBasis: Money(cents: basis))
  }

  @Test func `the holding period starts at the acquisition unless it is tacked`() {
    #expect(lot().holdingStart == CivilDate(dayNumber: 20_000))
    #expect(lot(start: 19_000).holdingStart == CivilDate(dayNumber: 19_000))
  }

  @Test(arguments: 0..<100)
  func `the basis of the pieces adds up to the basis of the lot`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let lot = Lot(
      id: "A", account: "own", symbol: "VTI", acquired: CivilDate(dayNumber: 0),
      quantity: Shares(millionths: Int64.random(in: 10...9_000_000_000, using: &random)),
      adjustedBasis: Money(cents: Int64.random(in: 0...9_000_000_000, using: &random)))
    var sold = Shares.zero
    var basis = Money.zero
    while sold < lot.quantity {
      let left = lot.quantity - sold
      let piece = Shares(millionths: Int64.random(in: 1...left.millionths, using: &random))
      basis += lot.basis(of: piece, after: sold)
      sold += piece
    }
    #expect(basis == lot.adjustedBasis)
  }

  @Test(arguments: AccountKind.allCases)
  func `only taxed accounts can be harvested, and the others say why`(kind: AccountKind) {
    let isTaxed = [AccountKind.taxable, .joint, .trust].contains(kind)
    #expect((kind.reasonNotHarvestable == nil) == isTaxed)
    if !isTaxed { #expect(kind.reasonNotHarvestable?.contains("IRC") == true) }
  }
}

@Suite("Lot selection")
struct LotSelectionTests {
  private static let today = CivilDate(dayNumber: 20_000)

  /// A lot of one share with a basis in dollars.
  private static func lot(basis: Int64, daysHeld: Int) -> Lot {
    Lot(
      id: "\(basis)-\(daysHeld)", account: "own", symbol: "VTI",
      acquired: today.adding(days: -daysHeld), quantity: Shares(whole: 1),
      adjustedBasis: Money(dollars: basis))
  }

  /// At a price of 100: gains, losses and neither, short and long.
  private static let lots = [
    lot(basis: 90, daysHeld: 10), lot(basis: 60, daysHeld: 20), lot(basis: 95, daysHeld: 900),
    lot(basis: 20, daysHeld: 800), lot(basis: 100, daysHeld: 700), lot(basis: 100, daysHeld: 30),
    lot(basis: 120, daysHeld: 600), lot(basis: 180, daysHeld: 500), lot(basis: 110, daysHeld: 40),
    lot(basis: 150, daysHeld: 50),
  ]

  private func bases(_ rule: LotSelection) -> [String] {
    rule.order(of: Self.lots, price: UnitPrice(dollars: 100), date: Self.today)
      .map { Self.lots[$0].id }
  }

  @Test func `first in first out takes the oldest lots first`() {
    #expect(
      bases(.firstInFirstOut) == [
        "95-900", "20-800", "100-700", "120-600", "180-500", "150-50", "110-40", "100-30", "60-20",
        "90-10",
      ])
  }

  @Test func `highest cost takes the highest basis per share first`() {
    #expect(
      bases(.highestCost) == [
        "180-500", "150-50", "120-600", "110-40", "100-700", "100-30", "95-900", "90-10", "60-20",
        "20-800",
      ])
  }

  @Test func `brokers take short losses, long losses, neither, long gains, short gains`() {
    #expect(
      bases(.brokerOrder) == [
        "150-50", "110-40", "180-500", "120-600", "100-30", "100-700", "95-900", "20-800", "90-10",
        "60-20",
      ])
  }

  @Test func `highest cost compares shares, not lots`() {
    let many = Lot(
      id: "many", account: "own", symbol: "VTI", acquired: Self.today, quantity: Shares(whole: 100),
      adjustedBasis: Money(dollars: 1_000))
    let one = Self.lot(basis: 11, daysHeld: 1)
    let order = LotSelection.highestCost.order(
      of: [many, one], price: UnitPrice(dollars: 100), date: Self.today)
    #expect(order == [1, 0])
  }

  @Test(arguments: LotSelection.allCases)
  func `equal lots stay in their order`(rule: LotSelection) {
    let lots = Array(repeating: Self.lot(basis: 70, daysHeld: 5), count: 20)
    let order = rule.order(of: lots, price: UnitPrice(dollars: 100), date: Self.today)
    #expect(order == Array(lots.indices))
  }
}
