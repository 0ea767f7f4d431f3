import InputFiles
import Planning
import Portfolio

/// Reads what would be bought instead of a security, and what the household thinks of the two.
struct ReplacementReader {
  /// The security that is sold.
  let symbol: String
  let groups: IdenticalGroups
  let diagnostics: Diagnostics

  /// Reads a symbol, or a mapping that says how alike the two are.
  ///
  /// What is not said is open, unless `identical_to` says it.
  func replacement(_ field: Field) -> Replacement? {
    guard field.isMapping else {
      return diagnostics.collect(try field.text()).flatMap {
        replacement($0, field, relation: nil, relationField: nil, decidedBy: "")
      }
    }
    let section = Section(field, keys: ReplacementKey.self, into: diagnostics)
    let symbolField = section.required(.symbol, "what would be bought instead")
    let relation = section.read(.relation, Field.relation)
    let decidedBy = section.read(.decidedBy, Field.text) ?? ""
    guard let symbolField, let other = diagnostics.collect(try symbolField.text()) else {
      return nil
    }
    return replacement(
      other, symbolField, relation: relation, relationField: section[.relation],
      decidedBy: decidedBy)
  }

  private func replacement(
    _ other: String, _ field: Field, relation: Replacement.Relation?, relationField: Field?,
    decidedBy: String
  ) -> Replacement? {
    if other == symbol {
      diagnostics.report(field.error("\"\(other)\" is the security itself"))
      return nil
    }
    let areIdentical = groups.areIdentical(symbol, other)
    let known = relation ?? (areIdentical ? .identical : .judgement)
    if areIdentical != (known == .identical), let relationField {
      diagnostics.report(
        relationField.error(
          areIdentical
            ? "identical_to says that \(symbol) and \(other) are substantially identical"
            : "identical_to does not say that \(symbol) and \(other) are identical",
          expected: areIdentical
            ? "identical, or no such word in identical_to" : "identical_to: [\(other)]"))
    }
    return Replacement(symbol: other, relation: known, decidedBy: decidedBy)
  }
}

extension Field {
  fileprivate func relation() throws(InputError) -> Replacement.Relation {
    try oneOf(Replacement.Relation.self)
  }

  /// What a security is to the law of wash sales.
  func assetClass() throws(InputError) -> AssetClass { try oneOf(AssetClass.self) }

  /// How the basis of shares sold is found.
  func basisMethod() throws(InputError) -> BasisMethod { try oneOf(BasisMethod.self) }
}
