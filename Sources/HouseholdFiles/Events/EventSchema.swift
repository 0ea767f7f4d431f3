/// The grammar of `events` in scenario files: one definition for each kind.
enum EventSchema {
  /// What editors are told of one kind of event.
  struct Definition {
    /// What the event is, in a sentence.
    var description: String
    /// The keys that must be there, besides `kind`.
    var required: [String]
    /// The keys besides `kind`, as the members of a JSON object.
    var properties: String
    /// Further definitions that the properties refer to, as members of `definitions`.
    var parts: [String] = []
  }

  /// The members of the schema's `definitions`: `event`, one for each kind, and their parts.
  static var definitions: String {
    let kinds = EventKind.allCases.map { (name: $0.rawValue, definition: definition(of: $0)) }
    let references = kinds.map { "{\"$ref\": \"#/definitions/\($0.name)\"}" }
    let event = "\"event\": {\"anyOf\": [\(references.joined(separator: ", "))]}"
    let members = [event] + kinds.map(object) + kinds.flatMap(\.definition.parts)
    return members.joined(separator: ",\n        ")
  }

  private static func definition(of kind: EventKind) -> Definition {
    switch kind {
    case .vest: vest
    case .esppPurchase: stockPlanPurchase
    case .esppSale: stockPlanSale
    case .propertySale: propertySale
    case .businessAssetSale: businessAssetSale
    case .scheduleK1: partnerShare
    case .partnershipSale: interestSale
    case .redemption: redemption
    case .fundDistribution: fundDistribution
    case .worthless: worthless
    }
  }

  /// A closed object whose `kind` has one value.
  private static func object(name: String, definition: Definition) -> String {
    let required = (["kind"] + definition.required).map { "\"\($0)\"" }.joined(separator: ", ")
    return """
      "\(name)": {
                "description": "\(definition.description)",
                "type": "object", "additionalProperties": false, "required": [\(required)],
                "properties": {
                  "kind": {"const": "\(name)"},
                  \(definition.properties)
                }
              }
      """
  }
}
