import HouseholdFiles
import InputFiles
import Testing

@Suite("The schema of events of pay and of entities")
struct EquityEventSchemaTests {
  private let definitions: Mapping

  init() throws {
    let field = readJSON(SourceText(ScenarioSchema.json, name: "schema"), into: Diagnostics())
    definitions = try #require(field).mapping().required("definitions").mapping()
  }

  private func expectKeys<Key: CaseIterable & RawRepresentable<String>>(
    _ type: Key.Type, _ kind: EventKind
  ) throws {
    let properties = try definitions.required(kind.rawValue).mapping().required("properties")
    #expect(try properties.mapping().keys.sorted() == type.allCases.map(\.rawValue).sorted())
  }

  @Test func `it has the keys that the readers know, and no others`() throws {
    try expectKeys(VestKey.self, .vest)
    try expectKeys(StockPlanPurchaseKey.self, .esppPurchase)
    try expectKeys(StockPlanSaleKey.self, .esppSale)
    try expectKeys(PartnerShareKey.self, .scheduleK1)
    try expectKeys(InterestSaleKey.self, .partnershipSale)
    try expectKeys(RedemptionKey.self, .redemption)
    try expectKeys(FundDistributionKey.self, .fundDistribution)
    try expectKeys(WorthlessKey.self, .worthless)
  }

  @Test func `every kind of event has a definition`() throws {
    for kind in EventKind.allCases { _ = try definitions.required(kind.rawValue) }
  }

  @Test(arguments: [
    EventKind.vest, .esppPurchase, .esppSale, .scheduleK1, .partnershipSale, .redemption,
    .fundDistribution, .worthless,
  ])
  func `a key that must be there is missed by the reader`(kind: EventKind) throws {
    let required = try definitions.required(kind.rawValue).mapping().required("required")
      .sequence().map { try $0.text() }
    let errors = MemoryFiles.events("{kind: \(kind.rawValue)}").errors
    for key in required where key != "kind" {
      #expect(errors.contains { $0.contains("required key \"\(key)\" is missing") }, "\(key)")
    }
    #expect(errors.count == required.count - 1)
  }
}
