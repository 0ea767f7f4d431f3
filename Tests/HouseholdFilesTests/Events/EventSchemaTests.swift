import FederalTax
import HouseholdFiles
import InputFiles
import Testing

@Suite("The schema of events")
struct EventSchemaTests {
  private let definitions: Mapping

  init() throws {
    let field = readJSON(SourceText(ScenarioSchema.json, name: "schema"), into: Diagnostics())
    definitions = try #require(field).mapping().required("definitions").mapping()
  }

  private func properties(_ definition: String) throws -> Mapping {
    try definitions.required(definition).mapping().required("properties").mapping()
  }

  private func expectKeys<Key: CaseIterable & RawRepresentable<String>>(
    _ type: Key.Type, _ definition: String
  ) throws {
    #expect(
      try properties(definition).keys.sorted() == type.allCases.map(\.rawValue).sorted())
  }

  @Test func `it has the keys of property sales that the reader knows`() throws {
    try expectKeys(PropertySaleKey.self, "property_sale")
    try expectKeys(ResidenceKey.self, "residence")
    try expectKeys(InstallmentKey.self, "installments")
    try expectKeys(BusinessAssetSaleKey.self, "business_asset_sale")
    try expectKeys(BusinessAssetKey.self, "business_asset")
  }

  @Test func `each kind has the definition that its kind names`() throws {
    let kinds = try definitions.required("event").mapping().required("anyOf").sequence()
    #expect(kinds.count > 1)
    for kind in kinds {
      let name = try #require(
        kind.mapping().required("$ref").text().split(separator: "/").last.map(String.init))
      #expect(EventKind(rawValue: name) != nil)
      #expect(try properties(name).required("kind").mapping().required("const").text() == name)
    }
  }

  @Test func `it lists what a property serves for and what an asset is`() throws {
    func values(_ definition: String, _ key: String) throws -> [String] {
      try properties(definition).required(key).mapping().required("enum").sequence()
        .map { try $0.text() }
    }
    #expect(try values("property_sale", "use") == PropertySale.Use.allCases.map(\.rawValue))
    #expect(
      try values("business_asset", "class")
        == BusinessAssetSale.AssetClass.allCases.map(\.rawValue))
  }
}
