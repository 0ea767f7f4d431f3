import FederalTax
import InputFiles
import Planning

/// Reads `entities`: corporations and trusts of a household that have accounts of their own.
struct EntityReader {
  /// The files of the household.
  let folder: HouseholdFolder
  let diagnostics: Diagnostics
  let read: (String) throws(InputError) -> SourceText

  /// The entities that a scenario file names.
  ///
  /// - Parameters:
  ///   - root: the file as it stands; a variant has the entities of its file.
  ///   - kind: what the file's own taxpayer is, where it is an entity itself.
  /// - Returns: the entities that could be read, in the order of the file.
  func entities(of root: Field, which kind: HouseholdEntityKind?) -> [LoadedEntity] {
    guard root.isMapping, let top = diagnostics.collect(try root.mapping()) else { return [] }
    let list = top[ScenarioKey.entities.rawValue]
    if kind != nil {
      if let list, !list.isNull {
        diagnostics.report(list.error("an entity of a household has no entities of its own"))
      }
      return []
    }
    var entities: [LoadedEntity] = []
    for field in diagnostics.collect(try list?.sequence()) ?? [] {
      guard let entity = entity(field) else { continue }
      if entities.contains(where: { $0.name == entity.name }) {
        diagnostics.report(
          field.error("entity \"\(entity.name)\" is described twice", code: .duplicateKey))
      } else {
        entities.append(entity)
      }
    }
    return entities
  }

  private func entity(_ field: Field) -> LoadedEntity? {
    let section = Section(field, keys: EntityKey.self, into: diagnostics)
    let name = diagnostics.collect(
      try section.required(.name, "what the entity is called")?.text())
    let kinds = HouseholdEntityKind.allCases.map(\.rawValue).joined(separator: ", ")
    let kind = diagnostics.collect(
      try section.required(.kind, "one of \(kinds)")?.entityKind())
    guard let place = section.required(.scenario, "the file of its scenario"),
      let path = diagnostics.collect(try place.text()), let name, let kind
    else { return nil }
    guard path != "-" else {
      diagnostics.report(place.error("an entity's scenario is a file, not standard input"))
      return nil
    }
    guard
      let household = loadHousehold(
        at: folder.path(of: path), ofEntity: kind, into: diagnostics,
        readingWith: { path throws(InputError) in
          do throws(InputError) { return try read(path) } catch {
            guard error.code == .unreadableFile, error.location.file == folder.path(of: path) else {
              throw error
            }
            throw place.error(
              "\(error.location.file): \(error.message)", code: .unreadableFile)
          }
        })
    else { return nil }
    for loaded in household.scenarios where kind != loaded.scenario.entityKind {
      diagnostics.report(
        place.error(
          "\(path) has another taxpayer than kind: \(kind.rawValue)",
          expected: kind == .corporation
            ? "taxpayer: {kind: c_corporation}" : "filing_status: estate_or_trust"))
      return nil
    }
    return LoadedEntity(name: name, kind: kind, household: household)
  }
}

extension Field {
  /// What an entity is; those whose income is taxed to the owners are refused.
  fileprivate func entityKind() throws(InputError) -> HouseholdEntityKind {
    if let name = try? text(), ["partnership", "s_corporation"].contains(name) {
      throw error(
        "the gains of a \(name) are taxed to its owners", code: .notSupported,
        hint: "state its Schedule K-1 as an event of kind k1")
    }
    return try oneOf(HouseholdEntityKind.self)
  }
}

extension Scenario {
  /// What the taxpayer is, where it is no person.
  fileprivate var entityKind: HouseholdEntityKind? {
    guard let facts = years.first?.facts else { return nil }
    if facts.corporation != nil { return .corporation }
    return facts.status == .estateOrTrust
      ? .estateOrTrust : nil
  }
}
