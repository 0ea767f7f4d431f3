import FederalTax
import HouseholdFiles
import InputFiles
import Portfolio
import Testing

@Suite("The schema of scenario files")
struct ScenarioSchemaTests {
  let root: Mapping

  init() throws {
    let diagnostics = Diagnostics()
    let field = readJSON(SourceText(ScenarioSchema.json, name: "schema"), into: diagnostics)
    #expect(diagnostics.errors.isEmpty)
    root = try #require(field).mapping()
  }

  /// The mapping at keys, one below the other.
  func mapping(_ keys: String...) throws -> Mapping {
    var mapping = root
    for key in keys { mapping = try mapping.required(key).mapping() }
    return mapping
  }

  func expectKeys<Key: CaseIterable & RawRepresentable<String>>(
    _ type: Key.Type, _ properties: Mapping
  ) {
    #expect(properties.keys.sorted() == type.allCases.map(\.rawValue).sorted())
  }

  @Test func `it has the keys that the reader knows, and no others`() throws {
    expectKeys(ScenarioKey.self, try mapping("properties"))
    func properties(_ definition: String) throws -> Mapping {
      try mapping("definitions", definition, "properties")
    }
    expectKeys(TaxpayerKey.self, try properties("taxpayer"))
    expectKeys(IncomeKey.self, try properties("income"))
    expectKeys(DeductionKey.self, try properties("deductions"))
    expectKeys(CapitalKey.self, try properties("capital"))
    expectKeys(MedicareKey.self, try properties("medicare"))
    expectKeys(MarketplaceKey.self, try properties("marketplace"))
    expectKeys(StateTaxKey.self, try properties("state_tax"))
    expectKeys(PaymentKey.self, try properties("payments"))
    expectKeys(CorporationKey.self, try properties("corporation"))
    expectKeys(EntityKey.self, try properties("entity"))
    expectKeys(AccountKey.self, try properties("account"))
    expectKeys(SecurityKey.self, try properties("security"))
    expectKeys(MarketKey.self, try properties("market"))
    expectKeys(ConstraintKey.self, try properties("constraints"))
    expectKeys(OutlookKey.self, try properties("outlook"))
    expectKeys(PurchaseKey.self, try properties("purchase"))
    expectKeys(WashKey.self, try properties("wash_sales"))
    expectKeys(WashPolicyKey.self, try properties("wash_policy"))
    let replacements = try properties("security").required("replacement").mapping()
      .required("anyOf").sequence()
    expectKeys(
      ReplacementKey.self,
      try #require(replacements.last).mapping().required("properties").mapping())
    expectKeys(VariantKey.self, try properties("variant"))
    let choices = try properties("outlook").required("carryforward_value").mapping()
      .required("anyOf").sequence()
    expectKeys(
      CarryforwardKey.self, try #require(choices.last).mapping().required("properties").mapping())
  }

  @Test func `it lists the values of every enumeration`() throws {
    func values(_ definition: String, _ key: String) throws -> [String] {
      try mapping("definitions", definition, "properties", key).required("enum").sequence()
        .map { try $0.text() }
    }
    #expect(
      try values("taxpayer", "filing_status") == FilingStatus.allCases.map(\.rawValue))
    #expect(try values("account", "kind") == AccountKind.allCases.map(\.rawValue))
    #expect(try values("deductions", "kind") == DeductionKind.allCases.map(\.rawValue))
    #expect(try values("taxpayer", "kind") == TaxpayerKind.allCases.map(\.rawValue))
    #expect(try values("taxpayer", "trust_kind") == TrustKind.allCases.map(\.rawValue))
    #expect(try values("state_tax", "gains") == StateGains.allCases.map(\.rawValue))
    #expect(try values("entity", "kind") == HouseholdEntityKind.allCases.map(\.rawValue))
    #expect(try values("security", "class") == AssetClass.allCases.map(\.rawValue))
    #expect(try values("wash_policy", "vest") == WashPolicy.Vest.allCases.map(\.rawValue))
    #expect(
      try values("purchase", "kind") == [
        "purchase", "drip", "automatic", "contribution", "vest", "espp", "exercise",
      ])
  }

  @Test(arguments: [
    ("lots", LotColumn.allCases.map(\.rawValue), 5),
    ("transactions", ActivityColumn.allCases.map(\.rawValue), 4),
  ])
  func `it names the columns of every file`(key: String, names: [String], required: Int) throws {
    let text = try mapping("definitions", "account", "properties", key)
      .required("description").text()
    let columns =
      names.prefix(required).joined(separator: ",") + "[,"
      + names.dropFirst(required).joined(separator: ",") + "]"
    #expect(text.contains(columns))
  }

  @Test func `every object is closed, and every reference is defined`() throws {
    let definitions = try mapping("definitions").keys
    var references = 0
    func visit(_ field: Field) throws {
      if field.isSequence { try field.sequence().forEach(visit) }
      guard field.isMapping else { return }
      let mapping = try field.mapping()
      if let reference = mapping.optional("$ref") {
        references += 1
        let name = try reference.text()
        #expect(definitions.contains(String(name.dropFirst("#/definitions/".count))))
      }
      if mapping.optional("properties")?.isMapping == true {
        let isClosed = try mapping.optional("additionalProperties")?.bool() == false
        #expect(isClosed, "\(field.path)")
      }
      for (_, value) in mapping.pairs { try visit(value) }
    }
    try visit(root.field)
    #expect(references > 40)
  }
}
