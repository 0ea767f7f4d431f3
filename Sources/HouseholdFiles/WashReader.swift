import InputFiles
import Planning
import Portfolio
import Quantities

/// Reads how the household reads the law of wash sales, and what it leaves open.
struct WashReader {
  private let section: Section<WashKey>
  private let diagnostics: Diagnostics

  init(_ top: Section<ScenarioKey>) {
    diagnostics = top.diagnostics
    section = Section(top[.washSales], keys: WashKey.self, into: diagnostics)
  }

  /// The most loss that a plan may destroy for good.
  var permanentLossAtMost: Money {
    section.read(.permanentLossAtMost, Field.nonNegativeMoney) ?? .zero
  }

  /// Accounts without activity in the household's words; `nil` where it says nothing of them.
  var accountsNotSupplied: [String]? {
    section[.accountsNotSupplied].map { diagnostics.values(in: $0, Field.text) }
  }

  /// The readings of the law; the default of each that is not stated.
  func policy() -> WashPolicy {
    let stated = Section(section[.policy], keys: WashPolicyKey.self, into: diagnostics)
    var policy = WashPolicy()
    if let value = stated.read(.sameLot, Field.sameLot) { policy.sameLot = value }
    if let value = stated.read(.sameDaySales, Field.sameDaySales) { policy.sameDaySales = value }
    if let value = stated.read(.olderLots, Field.olderLots) { policy.olderLots = value }
    if let value = stated.read(.tacking, Field.tacking) { policy.tacking = value }
    if let value = stated.read(.spouse, Field.spouse) { policy.spouse = value }
    if let value = stated.read(.vest, Field.vest) { policy.vest = value }
    if let kinds = stated[.retirementCounts] {
      policy.retirementCounts = Set(diagnostics.values(in: kinds, Field.retirementKind))
    }
    policy.cryptoSubjectFrom = stated.read(.cryptoSubjectFrom, Field.date)
    return policy
  }
}

extension Field {
  fileprivate func sameLot() throws(InputError) -> WashPolicy.SameLot {
    try oneOf(WashPolicy.SameLot.self)
  }

  fileprivate func sameDaySales() throws(InputError) -> WashPolicy.SameDaySales {
    try oneOf(WashPolicy.SameDaySales.self)
  }

  fileprivate func olderLots() throws(InputError) -> WashPolicy.OlderLots {
    try oneOf(WashPolicy.OlderLots.self)
  }

  fileprivate func tacking() throws(InputError) -> WashPolicy.Tacking {
    try oneOf(WashPolicy.Tacking.self)
  }

  fileprivate func spouse() throws(InputError) -> WashPolicy.Spouse {
    try oneOf(WashPolicy.Spouse.self)
  }

  fileprivate func vest() throws(InputError) -> WashPolicy.Vest {
    try oneOf(WashPolicy.Vest.self)
  }

  /// An account whose gains and losses are not taxed.
  fileprivate func retirementKind() throws(InputError) -> AccountKind {
    let kind = try oneOf(AccountKind.self)
    if kind.reasonNotHarvestable == nil {
      throw error(
        "\(kind.rawValue) is neither a retirement nor a savings account",
        expected: "such as roth_ira, 401k or hsa")
    }
    return kind
  }
}
