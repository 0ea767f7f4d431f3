/// What ledgers call the kinds of accounts: the short words of brokers' records.
public enum LedgerAccountType: String, Sendable, Hashable, CaseIterable {
  case taxable, joint, trust, ira, roth, sep, simple
  case plan401k = "401k"
  case plan403b = "403b"
  case hsa
  case tuition529 = "529"
  case pension

  /// What the account is to the tax law.
  public var kind: AccountKind {
    switch self {
    case .taxable: .taxable
    case .joint: .joint
    case .trust: .trust
    case .ira: .traditionalIRA
    case .roth: .rothIRA
    case .sep: .sepIRA
    case .simple: .simpleIRA
    case .plan401k: .plan401k
    case .plan403b: .plan403b
    case .hsa: .healthSavings
    case .tuition529: .tuition529
    case .pension: .pension
    }
  }
}
