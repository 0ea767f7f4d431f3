public import Quantities

/// The sale of the assets of a business, each with its part of the price, IRC §1060.
public struct BusinessAssetSale: Sendable, Hashable {
  /// What an asset is to the law.
  public enum AssetClass: String, Sendable, Hashable, CaseIterable {
    /// Equipment and intangibles that were depreciated or amortized, IRC §1245(a)(3).
    case equipment
    /// Buildings, IRC §1250(c).
    case realProperty = "real_property"
    /// Land used in the business.
    case land
    /// Goodwill: a capital asset, or as equipment where it was bought and amortized, IRC §197(f)(7).
    case goodwill
    /// Stock in trade and receivables, whose gain is ordinary, IRC §1221(a)(1), (4).
    case inventory
  }

  /// One asset.
  public struct Asset: Sendable, Hashable {
    /// The household's name for it.
    public var name: String
    /// What it is.
    public var assetClass: AssetClass
    /// Whether it was held more than a year.
    public var isLongTerm: Bool
    /// Its part of the price.
    public var price: Money
    /// Its part of the costs of the sale.
    public var costs: Money
    /// Cost and improvements, before depreciation.
    public var basis: Money
    /// Depreciation or amortization allowed or allowable, at most the basis.
    public var depreciation: Money
    /// Of real property, the part of the depreciation beyond the straight line.
    public var additionalDepreciation: Money

    /// An asset. Amounts are not negative.
    public init(
      name: String, assetClass: AssetClass, isLongTerm: Bool, price: Money, costs: Money = .zero,
      basis: Money, depreciation: Money = .zero, additionalDepreciation: Money = .zero
    ) {
      self.name = name
      self.assetClass = assetClass
      self.isLongTerm = isLongTerm
      self.price = price
      self.costs = costs
      self.basis = basis
      self.depreciation = depreciation
      self.additionalDepreciation = additionalDepreciation
    }

    /// Gain, or loss (negative).
    public var gain: Money { price - costs - (basis - depreciation) }

    /// The part of a gain that depreciation makes ordinary, IRC §§1245(a)(1), 1250(a)(1).
    var recapture: Money {
      guard gain > .zero else { return .zero }
      switch assetClass {
      case .equipment, .goodwill: return min(depreciation, gain)
      case .realProperty:
        return min(isLongTerm ? additionalDepreciation : depreciation, gain)
      case .land, .inventory: return .zero
      }
    }
  }

  /// The tax year of the sale.
  public var year: Int
  /// Whether the seller materially took part in the business, so that its gain is no net investment
  /// income, IRC §1411(c)(1)(A)(iii), (c)(2)(A).
  public var isActive: Bool
  /// The assets in the order of the contract.
  public var assets: [Asset]
  /// Of a corporation: ``FederalLaw/corporatePreferenceRate``; otherwise `nil`.
  public var corporatePreferenceRate: Rate?

  /// A sale by someone who is no corporation.
  public init(year: Int, isActive: Bool, assets: [Asset]) {
    self.year = year
    self.isActive = isActive
    self.assets = assets
  }

  /// What the sale brings to its year.
  public func effect() -> EventEffect {
    var effect = EventEffect(year: year)
    for asset in assets { add(asset, to: &effect) }
    return effect
  }

  private func add(_ asset: Asset, to effect: inout EventEffect) {
    let gain = asset.gain
    let preference = preference(in: asset)
    let recapture = asset.recapture + preference
    let rest = gain - recapture
    let outside = isActive ? gain : .zero
    switch asset.assetClass {
    case .inventory:
      if isActive {
        effect.amounts.businessIncome += gain
      } else {
        effect.amounts.passiveIncome += gain
      }
      effect.line("10", of: .form4797, "\(asset.name): ordinary gain or loss", gain)
      return
    case .goodwill where asset.depreciation == .zero:
      if asset.isLongTerm {
        effect.amounts.longTermGain += gain
      } else {
        effect.amounts.shortTermGain += gain
      }
      effect.amounts.gainOutsideInvestment += outside
      let proceeds = asset.price - asset.costs
      effect.line("(d)", of: .form8949, "\(asset.name): proceeds net of costs", proceeds)
      effect.line("(e)", of: .form8949, "\(asset.name): basis", asset.basis)
      effect.line("(h)", of: .form8949, "\(asset.name): gain or loss", gain)
      return
    case .equipment, .realProperty, .land, .goodwill: break
    }
    effect.line("24", of: .form4797, "\(asset.name): total gain or loss", gain)
    effect.amounts.otherGains += recapture
    if asset.assetClass == .realProperty {
      if corporatePreferenceRate != nil {
        effect.line("26f", of: .form4797, "\(asset.name): ordinary by section 291", preference)
      }
      effect.line("26g", of: .form4797, "\(asset.name): ordinary by section 1250", recapture)
    } else if asset.assetClass != .land {
      effect.line("25b", of: .form4797, "\(asset.name): ordinary by section 1245", recapture)
    }
    guard asset.isLongTerm else {
      effect.amounts.otherGains += rest
      effect.amounts.gainOutsideInvestment += outside
      effect.line("10", of: .form4797, "\(asset.name): held a year or less, ordinary", rest)
      return
    }
    effect.businessProperty.gain += rest
    effect.businessProperty.outsideInvestment += isActive ? rest : .zero
    effect.amounts.gainOutsideInvestment += isActive ? recapture : .zero
    guard asset.assetClass == .realProperty, corporatePreferenceRate == nil else { return }
    let unrecaptured = max(.zero, min(asset.depreciation, gain) - recapture)
    effect.businessProperty.unrecaptured1250 += unrecaptured
    effect.line("3", of: .unrecaptured1250Gain, "\(asset.name): unrecaptured gain", unrecaptured)
  }

  /// What section 291 makes ordinary of an asset's gain.
  private func preference(in asset: Asset) -> Money {
    guard asset.assetClass == .realProperty else { return .zero }
    return corporatePreference(
      in: asset.gain, depreciation: asset.depreciation, recapture: asset.recapture,
      rate: corporatePreferenceRate)
  }
}
