/// The parts of which JSON Schemas (draft-07) are built.
enum SchemaParts {
  /// A decimal string of dollars with two digits.
  static func money(_ description: String) -> JSON {
    [
      "type": "string", "pattern": "^-?[0-9]+\\.[0-9]{2}$",
      "description": .string(description),
    ]
  }

  /// A schema or null.
  static func nullable(_ schema: JSON) -> JSON { ["anyOf": [schema, ["type": "null"]]] }

  /// A string of any kind.
  static func string(_ description: String) -> JSON {
    ["type": "string", "description": .string(description)]
  }

  /// A day in ISO form.
  static func date(_ description: String) -> JSON {
    [
      "type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
      "description": .string(description),
    ]
  }

  /// A decimal string.
  static func decimal(_ description: String) -> JSON {
    ["type": "string", "pattern": "^[0-9]+(\\.[0-9]+)?$", "description": .string(description)]
  }

  /// A whole number.
  static func integer(_ description: String) -> JSON {
    ["type": "integer", "description": .string(description)]
  }

  /// One of several names.
  static func choice(_ names: [String], _ description: String) -> JSON {
    [
      "type": "string", "enum": .array(names.map(JSON.string)),
      "description": .string(description),
    ]
  }

  /// A list.
  static func list(of elements: JSON, _ description: String = "") -> JSON {
    ["type": "array", "items": elements, "description": .string(description)]
  }

  /// An object without other members; all are required but the optional ones.
  static func object(
    _ members: [(String, JSON)], optional: [String] = [], _ description: String = ""
  ) -> JSON {
    [
      "type": "object", "description": .string(description), "additionalProperties": false,
      "required": .array(
        members.map(\.0).filter { !optional.contains($0) }.map(JSON.string)),
      "properties": .object(members),
    ]
  }

  /// A whole schema.
  static func document(_ title: String, _ body: JSON) -> JSON {
    guard case .object(let members) = body else { return body }
    return .object(
      [
        ("$schema", "http://json-schema.org/draft-07/schema#"), ("title", .string(title)),
      ] + members)
  }

  /// The name and version with which a document begins.
  static func name(_ name: String) -> JSON { ["const": .string(name)] }

  static let warnings = list(
    of: object([
      ("code", string("stable name")), ("message", string("one sentence")),
      ("path", string("the place in the scenario; may be empty")),
    ]), "what the reader must know, in order of weight")

  static let contradiction = object(
    [
      ("constraints", list(of: string("in the scenario's words"))),
      ("message", string("what is missing and by how much")),
    ], "constraints that no plan satisfies together")

  static let effort = object(
    [
      ("rows", integer("rows of the model")), ("columns", integer("columns of the model")),
      ("binaries", integer("whole-number columns of the model")),
      ("nodes", integer("nodes of the search")),
      (
        "seconds",
        ["type": "number", "description": "the one value that may differ between runs"]
      ),
    ], "what the search took")

  static let terms = object(
    [
      ("ordinary", money("regular tax at the ordinary rates")),
      ("long_term", money("regular tax at the long-term rates")),
      ("unrecaptured_1250", money("tax at 25%")),
      ("collectibles", money("tax at 28%")),
      ("niit", money("net investment income tax")),
      ("amt", money("alternative minimum tax")),
      ("additional_medicare", money("additional Medicare tax")),
      ("credits_without_plan", money("credits when nothing is sold, negative")),
      ("credits_lost", money("credits that the plan loses; negative where it wins some back")),
      ("foreign_tax_credit", money("the foreign tax credit, negative")),
      ("refundable_credits", money("refundable child credit, negative")),
      ("premium_tax_credit", money("advance credit paid back, less the credit still due")),
      ("medicare_premiums", money("what the income adds to premiums two years later")),
      ("state", money("the income tax of the state")),
    ], "all years; the members add up to the total")

  static let objective = object(
    [
      ("value", money("taxes, costs and later tax less the worth of losses left")),
      ("taxes", money("federal tax of the years, discounted to the first")),
      ("costs", money("spread and trade costs, discounted")),
      ("later_tax", money("change of the later tax at the stated rate")),
      ("carryover_worth", money("stated worth of losses left after the last year")),
    ], "what the planner makes least")
}
