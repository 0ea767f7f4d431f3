public import InputFiles
public import Planning

/// A scenario file with its variants, read and checked.
public struct LoadedHousehold: Sendable {
  /// The scenario as it stands, then its variants in the order of the file.
  public var scenarios: [LoadedScenario]
  /// The entities of the household with accounts of their own, each planned by itself.
  public var entities: [LoadedEntity] = []
  /// What the user should know of the input, in file order.
  public var warnings: [InputError]
  /// The files that were read, in order.
  public var files: [String]

  /// The warnings in the form of a plan's notices.
  public var notices: [Notice] {
    warnings.map { Notice(code: $0.code.rawValue, message: $0.summary, path: $0.path) }
  }
}

/// A scenario with the name that tells it from the variants of the same file.
public struct LoadedScenario: Sendable {
  /// The name of the file as it stands, which no variant may take.
  static let baseName = "Base"

  /// The name of the variant; `Base` for the file as it stands.
  public var name: String
  /// The scenario; the title of a variant is that of the file followed by the name.
  public var scenario: Scenario
}

/// An entity of a household whose gains and losses are its own: they never cross to the household.
public struct LoadedEntity: Sendable {
  /// The name in the household's file.
  public var name: String
  /// What it is.
  public var kind: HouseholdEntityKind
  /// Its scenario, with its variants, without entities of its own.
  public var household: LoadedHousehold
}

/// The most bytes an input file may have: a hundred thousand lots have six million.
public let largestInputFile = 64 << 20

/// Reads a scenario file and the files it names.
///
/// Paths in the file are relative to its folder, or to the working directory when it comes from
/// standard input.
///
/// - Parameters:
///   - path: the YAML file, or `-` for standard input.
///   - read: reads a file; by default from disk.
/// - Returns: the scenario and its variants.
/// - Throws: ``InputFailure`` with everything that is wrong in any of the files.
public func loadHousehold(
  at path: String,
  readingWith read: @escaping (_ path: String) throws(InputError) -> SourceText = {
    path throws(InputError) in try SourceText.read(path: path, limit: largestInputFile)
  }
) throws(InputFailure) -> LoadedHousehold {
  let diagnostics = Diagnostics()
  let household = loadHousehold(at: path, ofEntity: nil, into: diagnostics, readingWith: read)
  try diagnostics.throwIfAny()
  // Without errors there is a household.
  return household ?? LoadedHousehold(scenarios: [], warnings: [], files: [])
}

/// Reads a scenario file, of a household or of one of its entities.
///
/// - Returns: `nil` when it cannot be read, which is then collected.
func loadHousehold(
  at path: String, ofEntity entity: HouseholdEntityKind?, into diagnostics: Diagnostics,
  readingWith read: @escaping (_ path: String) throws(InputError) -> SourceText
) -> LoadedHousehold? {
  let folder = HouseholdFolder(scenarioPath: path, diagnostics: diagnostics, read: read)
  guard let source = diagnostics.collect(try folder.source(at: path)),
    let root = readYAML(source, into: diagnostics)
  else { return nil }
  var scenarios: [LoadedScenario] = []
  for variant in variants(of: root, into: diagnostics) {
    let reader = ScenarioReader(root: variant.root, folder: folder, diagnostics: diagnostics)
    if let scenario = reader.scenario(variant: variant.name) {
      scenarios.append(
        LoadedScenario(name: variant.name ?? LoadedScenario.baseName, scenario: scenario))
    }
  }
  let fingerprint = folder.fingerprint
  for index in scenarios.indices { scenarios[index].scenario.inputFingerprint = fingerprint }
  let entities = EntityReader(folder: folder, diagnostics: diagnostics, read: read)
    .entities(of: root, which: entity)
  return LoadedHousehold(
    scenarios: scenarios, entities: entities, warnings: diagnostics.warnings, files: folder.files)
}

/// A scenario file with a patch applied.
private struct Variant {
  /// `nil` for the file as it stands.
  var name: String?
  var root: Field
}

/// The file as it stands, then each variant that `scenarios` describes.
private func variants(of root: Field, into diagnostics: Diagnostics) -> [Variant] {
  var variants = [Variant(name: nil, root: root)]
  let variantsKey = ScenarioKey.scenarios.rawValue
  guard root.isMapping, let top = diagnostics.collect(try root.mapping()),
    let list = top[variantsKey],
    let fields = diagnostics.collect(try list.sequence())
  else { return variants }
  for field in fields {
    let section = Section(field, keys: VariantKey.self, into: diagnostics)
    let name = diagnostics.collect(
      try section.required(.name, "what the variant is called")?.text())
    if let name, let place = section[.name] {
      let reason: String? =
        if name == LoadedScenario.baseName {
          "\"\(name)\" is the file as it stands; a variant needs another name"
        } else if variants.contains(where: { $0.name == name }) {
          "variant \"\(name)\" is described twice"
        } else { nil }
      if let reason { diagnostics.report(place.error(reason, code: .duplicateKey)) }
    }
    guard let name,
      let patch = diagnostics.collect(
        try section.required(.set, "a mapping such as {market.shift: -20%}")?.mapping())
    else { continue }
    var patched = root
    for (key, value) in patch.pairs {
      let changed = (try? key.text())?.prefix { $0 != "." }
      if let changed, [variantsKey, ScenarioKey.entities.rawValue].contains(String(changed)) {
        let what = changed == variantsKey[...] ? "variants" : "entities"
        diagnostics.report(key.error("a variant cannot change the \(what)"))
        continue
      }
      patched = diagnostics.collect(try patched.replacing(key, with: value)) ?? patched
    }
    variants.append(Variant(name: name, root: patched))
  }
  return variants
}
