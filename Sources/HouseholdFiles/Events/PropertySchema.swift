import FederalTax

extension EventSchema {
  /// The sale of a home, of rented or of investment property.
  static let propertySale = Definition(
    description: "The sale of a home, of rented property or of property held for investment.",
    required: ["title", "date", "acquired", "use", "price", "basis"],
    properties: """
      "title": {"type": "string", "minLength": 1, "description": "What is sold, in a few words."},
                  "date": {"$ref": "#/definitions/date", "description": "The day of the sale."},
                  "acquired": {"$ref": "#/definitions/date"},
                  "inherited": {"type": "boolean", "default": false, "description": "Whether it was inherited, which makes it long-term."},
                  "use": {"enum": \(list(PropertySale.Use.allCases)), "description": "What it served for; a rental that was a home has a residence too."},
                  "price": {"$ref": "#/definitions/money", "description": "With debt that the buyer assumes."},
                  "costs": {"$ref": "#/definitions/money", "description": "Costs of the sale."},
                  "basis": {"$ref": "#/definitions/money", "description": "Cost and improvements, before depreciation."},
                  "depreciation": {"$ref": "#/definitions/money", "description": "All that was allowed or allowable."},
                  "additional_depreciation": {"$ref": "#/definitions/money", "description": "The part of depreciation beyond the straight line."},
                  "suspended_losses": {"$ref": "#/definitions/money", "description": "Passive losses of the property held back so far, which the sale releases."},
                  "residence": {"$ref": "#/definitions/residence"},
                  "installments": {"$ref": "#/definitions/installments"}
      """,
    parts: [residence, installments])

  private static let residence = """
    "residence": {
              "description": "How the property served as a home: IRC 121.",
              "type": "object", "additionalProperties": false, "required": ["used_months"],
              "properties": {
                "used_months": {"type": "integer", "minimum": 0, "maximum": 60, "description": "Months in the five years before the sale in which it was the main home."},
                "spouse_used_months": {"type": "integer", "minimum": 0, "maximum": 60, "description": "The same of the spouse on a joint return; by default used_months."},
                "last_exclusion": {"$ref": "#/definitions/date", "description": "The last sale of a home before with gain excluded."},
                "spouse_last_exclusion": {"$ref": "#/definitions/date"},
                "nonqualified_days": {"type": "integer", "minimum": 0, "maximum": 100000, "description": "Days after 2008 and before the last use as main home on which it was not one."},
                "depreciation_before_may_1997": {"$ref": "#/definitions/money", "description": "The part of depreciation for periods through 6 May 1997."}
              }
            }
    """

  private static let installments = """
    "installments": {
              "description": "Payment over several years: IRC 453. Interest on the payments belongs to taxable_interest.",
              "type": "object", "additionalProperties": false, "required": ["received"],
              "properties": {
                "received": {
                  "description": "What is paid by tax year, down payment included; with assumed_debt it makes the price.",
                  "type": "object", "additionalProperties": false,
                  "patternProperties": {"^[0-9]{4}$": {"$ref": "#/definitions/money"}},
                  "examples": [{"2026": 200000, "2027": 150000}]
                },
                "assumed_debt": {"$ref": "#/definitions/money", "description": "Debt on the property that the buyer assumes."}
              }
            }
    """

  /// The sale of the assets of a business.
  static let businessAssetSale = Definition(
    description: "The sale of a business by its assets.",
    required: ["title", "date", "assets"],
    properties: """
      "title": {"type": "string", "minLength": 1, "description": "What is sold, in a few words."},
                  "date": {"$ref": "#/definitions/date", "description": "The day of the sale."},
                  "active": {"type": "boolean", "default": true, "description": "Whether the seller materially took part in the business: its gain is then no net investment income."},
                  "assets": {"type": "array", "minItems": 1, "items": {"$ref": "#/definitions/business_asset"}}
      """,
    parts: [businessAsset])

  private static let businessAsset = """
    "business_asset": {
              "type": "object", "additionalProperties": false, "required": ["name", "class", "price", "basis"],
              "properties": {
                "name": {"type": "string", "minLength": 1},
                "class": {"enum": \(list(BusinessAssetSale.AssetClass.allCases)), "description": "What it is to the law; equipment stands for all that was depreciated or amortized but buildings. Self-employment tax on inventory is not computed."},
                "acquired": {"$ref": "#/definitions/date", "description": "Needed of all but inventory."},
                "price": {"$ref": "#/definitions/money", "description": "Its part of the price."},
                "costs": {"$ref": "#/definitions/money", "description": "Its part of the costs of the sale."},
                "basis": {"$ref": "#/definitions/money", "description": "Cost and improvements, before depreciation."},
                "depreciation": {"$ref": "#/definitions/money", "description": "Depreciation or amortization allowed or allowable."},
                "additional_depreciation": {"$ref": "#/definitions/money", "description": "Of real_property: the part of depreciation beyond the straight line."}
              }
            }
    """

  /// The values of an enumeration as a JSON list.
  private static func list<Choice: RawRepresentable<String>>(_ choices: [Choice]) -> String {
    "[\(choices.map { "\"\($0.rawValue)\"" }.joined(separator: ", "))]"
  }
}
