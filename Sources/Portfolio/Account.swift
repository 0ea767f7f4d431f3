/// What an account is to the tax law.
public enum AccountKind: String, Sendable, Hashable, CaseIterable {
  /// A brokerage account of one person.
  case taxable
  /// A brokerage account of spouses.
  case joint
  /// A revocable trust, taxed to its grantor.
  case trust
  /// A traditional individual retirement arrangement, IRC §408(a).
  case traditionalIRA = "traditional_ira"
  /// A Roth individual retirement arrangement, IRC §408A.
  case rothIRA = "roth_ira"
  /// A simplified employee pension, IRC §408(k).
  case sepIRA = "sep_ira"
  /// A savings incentive match plan, IRC §408(p).
  case simpleIRA = "simple_ira"
  /// A qualified cash or deferred arrangement, IRC §401(k).
  case plan401k = "401k"
  /// A tax-sheltered annuity, IRC §403(b).
  case plan403b = "403b"
  /// A health savings account, IRC §223.
  case healthSavings = "hsa"
  /// A qualified tuition program, IRC §529.
  case tuition529 = "529"
  /// A qualified pension plan, IRC §401(a).
  case pension

  /// Why a loss in the account is no deduction; `nil` where gains and losses are taxed.
  public var reasonNotHarvestable: String? {
    switch self {
    case .taxable, .joint, .trust: nil
    case .traditionalIRA: "gains and losses inside an IRA are not taxed (IRC 408(e))"
    case .rothIRA: "gains and losses inside a Roth IRA are not taxed (IRC 408A(a))"
    case .sepIRA: "gains and losses inside a SEP are not taxed (IRC 408(e))"
    case .simpleIRA: "gains and losses inside a SIMPLE IRA are not taxed (IRC 408(e))"
    case .plan401k: "gains and losses inside a 401(k) are not taxed (IRC 501(a))"
    case .plan403b: "gains and losses inside a 403(b) are not taxed (IRC 403(b))"
    case .healthSavings: "gains and losses inside an HSA are not taxed (IRC 223(e))"
    case .tuition529: "gains and losses inside a 529 plan are not taxed (IRC 529(a))"
    case .pension: "gains and losses inside a pension plan are not taxed (IRC 501(a))"
    }
  }
}

/// An account that holds lots.
public struct Account: Sendable, Hashable {
  /// The name the files use.
  public var id: String
  /// What it is to the tax law.
  public var kind: AccountKind
  /// Whose it is, in the household's words.
  public var owner: String
  /// Whether only whole shares can be sold.
  public var wholeShares: Bool
  /// What is known of its purchases and sales around the planning dates.
  public var activity: ActivityCoverage

  /// An account with all its properties.
  public init(
    id: String, kind: AccountKind, owner: String = "", wholeShares: Bool = false,
    activity: ActivityCoverage = .notSupplied
  ) {
    self.id = id
    self.kind = kind
    self.owner = owner
    self.wholeShares = wholeShares
    self.activity = activity
  }
}

/// What a household has supplied of an account's purchases and sales.
public enum ActivityCoverage: String, Sendable, Hashable, CaseIterable {
  /// A record of them.
  case supplied
  /// The household's word that there are none.
  case none
  /// Nothing: purchases there are not known, which is not the same as none.
  case notSupplied = "not_supplied"
}
