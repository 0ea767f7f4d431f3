import Planning
import Portfolio

/// The grammar of scenario files for editors and other programs.
public enum ScenarioSchema {
  /// A JSON Schema (draft-07).
  public static let json = #"""
    {
      "$schema": "http://json-schema.org/draft-07/schema#",
      "title": "harvest scenario",
      "description": "A household, its tax years, and what may be done with its lots.",
      "type": "object",
      "additionalProperties": false,
      "required": ["schema", "title", "year", "taxpayer"],
      "properties": {
        "schema": {"const": "harvest.scenario/1"},
        "title": {"type": "string", "minLength": 1, "description": "The headline of every report."},
        "year": {"$ref": "#/definitions/year", "description": "The first tax year.", "examples": [2026]},
        "last_year": {
          "$ref": "#/definitions/year",
          "description": "The last tax year. Years also run to the last one that a planning date or an amount names."
        },
        "taxpayer": {"$ref": "#/definitions/taxpayer"},
        "planning_dates": {
          "description": "The days on which lots may be sold, in order; 31 December of the first year when left out.",
          "type": "array", "minItems": 1, "items": {"$ref": "#/definitions/date"}, "examples": [["2026-09-30", "2026-12-31"]]
        },
        "income": {"$ref": "#/definitions/income"},
        "deductions": {"$ref": "#/definitions/deductions"},
        "capital": {"$ref": "#/definitions/capital"},
        "medicare": {"$ref": "#/definitions/medicare"},
        "marketplace": {"$ref": "#/definitions/marketplace"},
        "state_tax": {"$ref": "#/definitions/state_tax"},
        "payments": {"$ref": "#/definitions/payments"},
        "corporation": {"$ref": "#/definitions/corporation"},
        "entities": {
          "description": "Corporations and trusts of the household that have accounts of their own. Each is planned by itself, after the household: losses never cross.",
          "type": "array", "items": {"$ref": "#/definitions/entity"},
          "examples": [[{"name": "Holding Inc.", "kind": "c_corporation", "scenario": "holding.yaml"}]]
        },
        "events": {
          "description": "What happens in the household's life and what it brings to the years it touches.",
          "type": "array", "items": {"$ref": "#/definitions/event"}
        },
        "accounts": {"type": "array", "items": {"$ref": "#/definitions/account"}},
        "securities": {
          "description": "Prices and the like by symbol. A security without an entry takes the price column of its lots.",
          "type": "object", "additionalProperties": {"$ref": "#/definitions/security"},
          "examples": [{"VTI": {"price": 301.25, "replacement": "SCHB"}}]
        },
        "market": {"$ref": "#/definitions/market"},
        "exchange_rates": {
          "description": "Dollars for a unit of a currency, by the day of each purchase and each planning date.",
          "type": "object", "additionalProperties": false,
          "patternProperties": {
            "^[A-Z]{3}$": {
              "type": "object", "additionalProperties": false,
              "patternProperties": {"^[0-9]{4}-[0-9]{2}-[0-9]{2}$": {"$ref": "#/definitions/exchange_rate"}}
            }
          },
          "examples": [{"EUR": {"2019-03-04": 1.1342}}]
        },
        "purchases": {
          "description": "Purchases to come, in any account of the household: within 30 days of a sale at a loss they may make it a wash sale.",
          "type": "array", "items": {"$ref": "#/definitions/purchase"},
          "examples": [[{"account": "roth", "symbol": "VTI", "date": "2026-12-10", "shares": 4.2, "kind": "drip"}]]
        },
        "wash_sales": {"$ref": "#/definitions/wash_sales"},
        "constraints": {"$ref": "#/definitions/constraints"},
        "outlook": {"$ref": "#/definitions/outlook"},
        "law": {"type": "string", "description": "A file of law parameters laid over the published ones.", "examples": ["proposal.yaml"]},
        "scenarios": {
          "description": "Variants, each a copy of this file with some values changed.",
          "type": "array", "items": {"$ref": "#/definitions/variant"}
        }
      },
      "definitions": {
        "year": {"type": "integer", "minimum": 1900, "maximum": 2200},
        "date": {
          "description": "A day, YYYY-MM-DD.", "type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$", "examples": ["2026-09-30"]
        },
        "money": {
          "description": "Dollars with at most two decimals; _ or , may group the digits by threes.",
          "anyOf": [
            {"type": "number"},
            {"type": "string", "pattern": "^-?([0-9]+|[0-9]{1,3}(_[0-9]{3})+|[0-9]{1,3}(,[0-9]{3})+)(\\.[0-9]{1,2})?$"}
          ],
          "examples": [420000, "420_000.50"]
        },
        "shares": {
          "description": "A number of shares with at most six decimals.",
          "anyOf": [
            {"type": "number", "exclusiveMinimum": 0},
            {"type": "string", "pattern": "^([0-9]+|[0-9]{1,3}(_[0-9]{3})+|[0-9]{1,3}(,[0-9]{3})+)(\\.[0-9]{1,6})?$"}
          ]
        },
        "price": {
          "description": "Dollars a share with at most six decimals.",
          "anyOf": [
            {"type": "number", "minimum": 0},
            {"type": "string", "pattern": "^([0-9]+|[0-9]{1,3}(_[0-9]{3})+|[0-9]{1,3}(,[0-9]{3})+)(\\.[0-9]{1,6})?$"}
          ],
          "examples": [301.25]
        },
        "rate": {
          "description": "A rate such as 3.8% or 0.038.",
          "anyOf": [
            {"type": "number"},
            {"type": "string", "pattern": "^-?[0-9]+((\\.[0-9]{1,4})?%|(\\.[0-9]{1,6})?)$"}
          ],
          "examples": ["3.8%", 0.038]
        },
        "exchange_rate": {
          "description": "Dollars for a unit, at most a thousand, with at most nine decimals.",
          "anyOf": [
            {"type": "number", "exclusiveMinimum": 0, "maximum": 1000},
            {"type": "string", "pattern": "^[0-9]+(\\.[0-9]{1,9})?$"}
          ]
        },
        "currency": {
          "description": "A currency by its code of three letters.", "type": "string", "pattern": "^[A-Z]{3}$", "examples": ["EUR"]
        },
        "yearly_money": {
          "description": "An amount for every year, or amounts by year; a year that is not named has none.",
          "anyOf": [
            {"$ref": "#/definitions/money"},
            {"type": "object", "additionalProperties": false, "patternProperties": {"^[0-9]{4}$": {"$ref": "#/definitions/money"}}}
          ],
          "examples": [420000, {"2026": 420000, "2027": 380000}]
        },
        "yearly_count": {
          "description": "A number for every year, or numbers by year; a year that is not named has none.",
          "anyOf": [
            {"type": "integer", "minimum": 0, "maximum": 100},
            {"type": "object", "additionalProperties": false, "patternProperties": {"^[0-9]{4}$": {"type": "integer", "minimum": 0, "maximum": 100}}}
          ]
        },
        "names": {
          "description": "Lots by their lot_id; a security or an account stands for all its lots.",
          "type": "array", "items": {"type": "string", "minLength": 1}
        },
        \#(household),
        \#(EventSchema.definitions),
        "account": {
          "type": "object", "additionalProperties": false, "required": ["id", "kind"],
          "properties": {
            "id": {"type": "string", "minLength": 1, "description": "The name in the account column of the lots."},
            "kind": {
              "description": "Lots of taxable, joint and trust accounts may be sold; those of the others are only listed.",
              "enum": \#(list(AccountKind.allCases))
            },
            "owner": {
              "type": "string",
              "description": "Whose it is. Purchases of a spouse, and of a corporation that the household controls, are those of spouse and corporation.",
              "examples": ["self", "spouse", "corporation"]
            },
            "lots": {
              "description": "A CSV file with the columns account,symbol,acquired,quantity,cost_basis[,price,lot_id,wash_adjustment,holding_start,note,kind,replaced_quantity,gift_value,currency]. Several accounts may share one. cost_basis is the adjusted basis of the whole lot; wash_adjustment is the part of it that earlier disallowed losses added, and is never added again. kind is how the shares were acquired; replaced_quantity how many of them already made a loss nondeductible: where it is empty, all of a lot that has a wash_adjustment. An inherited lot is always long-term. gift_value is the value when given of a gift that was then worth less than cost_basis, the donor's: a loss is measured by it from acquired on, the day of the gift, a gain by cost_basis from holding_start on, the donor's day. cost_basis and gift_value may be in another currency, at the exchange rates of their days; price is in the currency of the security.",
              "type": "string", "examples": ["lots.csv"]
            },
            "transactions": {
              "description": "A CSV file of the purchases and sales up to the first planning date with the columns date,action,symbol,quantity[,account,price,fee,amount,cost_basis,acquired,holding_start,lot_id,kind,disallowed,id,note], or none where there are none near the planning dates. Actions are buy, sell, reinvest and the kinds of acquisition; dividends, interest and the like are ignored. account is needed where several accounts share the file. amount, net of fees, comes before price and fee. Of a sale, cost_basis is the adjusted basis of the shares sold, acquired their date, disallowed the part of the loss already counted as disallowed; without them the purchases of the file serve, first in first out or by lot_id.",
              "type": "string", "examples": ["roth-activity.csv", "none"]
            },
            "whole_shares": {"type": "boolean", "description": "Whether only whole shares are sold; by default as in constraints."}
          }
        },
        "security": {
          "type": "object", "additionalProperties": false,
          "properties": {
            "price": {"$ref": "#/definitions/price", "description": "The price of a share in the first tax year."},
            "prices": {
              "description": "Prices by date; each holds until the next, the first one before its date too.",
              "type": "object", "additionalProperties": false,
              "patternProperties": {"^[0-9]{4}-[0-9]{2}-[0-9]{2}$": {"$ref": "#/definitions/price"}}
            },
            "growth": {"$ref": "#/definitions/rate", "description": "The yearly growth of the price, for each whole tax year after that of the price."},
            "spread": {"$ref": "#/definitions/rate", "description": "The part of the price lost in selling."},
            "replacement": {
              "description": "What would be bought instead, and whether it is substantially identical.",
              "anyOf": [
                {"type": "string", "minLength": 1},
                {
                  "type": "object", "additionalProperties": false, "required": ["symbol"],
                  "properties": {
                    "symbol": {"type": "string", "minLength": 1},
                    "relation": {"enum": \#(list(Replacement.Relation.allCases)), "description": "By default judgement, or identical where identical_to says so."},
                    "decided_by": {"type": "string", "description": "Who decided it."}
                  }
                }
              ],
              "examples": ["SCHB", {"symbol": "SCHB", "relation": "not_identical", "decided_by": "our adviser"}]
            },
            "identical_to": {
              "description": "Substantially identical securities, or how many shares of this one a share of each stands for. It holds both ways.",
              "anyOf": [
                {"type": "array", "items": {"type": "string", "minLength": 1}},
                {"type": "object", "additionalProperties": {"$ref": "#/definitions/rate"}}
              ],
              "examples": [["GOOGL"], {"BRK.A": 1500}]
            },
            "class": {
              "description": "What it is to IRC 1091: only stock and options are inside.",
              "enum": \#(list(AssetClass.allCases)), "default": "stock"
            },
            "collectible": {"type": "boolean", "default": false, "description": "Whether its long-term gain is that of collectibles (IRC 408(m)): bullion, coins, and tokens that stand for them (Notice 2023-27)."},
            "currency": {"$ref": "#/definitions/currency", "description": "The currency of its prices, translated at the exchange rate of each planning date."},
            "basis_method": {
              "description": "Whether each lot has its own basis, or all shares in an account the average. Shares on average basis leave first in first out and are not picked lot by lot.",
              "enum": \#(list(BasisMethod.allCases)), "default": "specific"
            },
            "average_until": {"$ref": "#/definitions/date", "description": "The last day whose purchases are on average basis; later ones are specific."}
          }
        },
        "market": {
          "type": "object", "additionalProperties": false,
          "properties": {"shift": {"$ref": "#/definitions/rate", "description": "Changes every price.", "examples": ["-20%"]}}
        },
        "purchase": {
          "type": "object", "additionalProperties": false, "required": ["account", "symbol", "shares"],
          "anyOf": [{"required": ["date"]}, {"required": ["dates"]}],
          "properties": {
            "account": {"type": "string", "minLength": 1},
            "symbol": {"type": "string", "minLength": 1, "description": "It need not be among the securities."},
            "date": {"$ref": "#/definitions/date"},
            "dates": {"type": "array", "minItems": 1, "items": {"$ref": "#/definitions/date"}, "description": "Each is a purchase of its own."},
            "shares": {"$ref": "#/definitions/shares"},
            "kind": {"enum": \#(list(PurchaseReader.kinds)), "default": "purchase"},
            "can_stop": {"type": "boolean", "description": "Whether it can be called off; by default all but vest, espp and exercise."},
            "estimated": {"type": "boolean", "description": "Whether the number of shares is an estimate; by default of drip."},
            "id": {"type": "string", "minLength": 1, "description": "By default account, symbol, kind and date."}
          }
        },
        "wash_sales": {
          "description": "How IRC 1091 is read, and what it may cost.",
          "type": "object", "additionalProperties": false,
          "properties": {
            "policy": {"$ref": "#/definitions/wash_policy"},
            "permanent_loss_at_most": {"$ref": "#/definitions/money", "description": "The most loss that purchases in retirement accounts may destroy for good."},
            "accounts_not_supplied": {
              "description": "Accounts of the household that are not part of the scenario; an empty list says that there are none.",
              "type": "array", "items": {"type": "string", "minLength": 1}, "examples": [["401(k) of the spouse"]]
            }
          }
        },
        "wash_policy": {
          "description": "Readings where the law leaves a point open.",
          "type": "object", "additionalProperties": false,
          "properties": {
            "same_lot": {"enum": \#(list(WashPolicy.SameLot.allCases)), "default": "exclude", "description": "Whether the unsold rest of a purchase replaces what is sold of it (Rev. Rul. 56-602)."},
            "same_day_sales": {"enum": \#(list(WashPolicy.SameDaySales.allCases)), "default": "simultaneous", "description": "Whether sales of one day are one disposition, or follow each other by acquisition (Treas. Reg. 1.1091-1(b))."},
            "older_lots": {"enum": \#(list(WashPolicy.OlderLots.allCases)), "default": "eligible", "description": "Whether shares bought before those sold replace them."},
            "tacking": {"enum": \#(list(WashPolicy.Tacking.allCases)), "default": "add_days", "description": "How the holding period of a replacement includes that of the shares sold (IRC 1223(3))."},
            "spouse": {"enum": \#(list(WashPolicy.Spouse.allCases)), "default": "transfer", "description": "Purchases of a spouse or a controlled corporation (Publication 550)."},
            "retirement_counts": {
              "description": "The accounts in which a purchase destroys the loss; by default the IRAs (Rev. Rul. 2008-5).",
              "type": "array", "items": {"enum": \#(list(AccountKind.allCases.filter { $0.reasonNotHarvestable != nil }))}
            },
            "vest": {"enum": \#(list(WashPolicy.Vest.allCases)), "default": "counts", "description": "Whether shares that vest are a purchase (Rev. Rul. 73-329)."},
            "crypto_subject_from": {"$ref": "#/definitions/date", "description": "The first day on which digital assets are inside IRC 1091; without it never."}
          }
        },
        "constraints": {
          "description": "What the household wants of a plan and forbids.",
          "type": "object", "additionalProperties": false,
          "properties": {
            "never_sell": {"$ref": "#/definitions/names"},
            "must_sell": {
              "description": "Lots to be sold whole, or shares of each lot.",
              "anyOf": [
                {"$ref": "#/definitions/names"},
                {"type": "object", "additionalProperties": {"anyOf": [{"const": "all"}, {"$ref": "#/definitions/shares"}]}}
              ],
              "examples": [["GOOG-1"], {"GOOG-1": 50, "VTI": "all"}]
            },
            "hold_until": {
              "description": "The first day on which lots may be sold.",
              "type": "object", "additionalProperties": {"$ref": "#/definitions/date"}, "examples": [{"GOOG": "2026-12-01"}]
            },
            "minimum_trade": {"$ref": "#/definitions/money", "description": "The least proceeds of one sale."},
            "minimum_benefit": {"$ref": "#/definitions/money", "description": "The least improvement for which a plan is worth making."},
            "trade_cost": {"$ref": "#/definitions/money", "description": "The cost of one sale."},
            "spread": {"$ref": "#/definitions/rate", "description": "The part of a price lost in selling, where a security states none."},
            "raise_cash": {"$ref": "#/definitions/money", "description": "Cash to raise over all planning dates, net of costs."},
            "maximum_proceeds": {"$ref": "#/definitions/money", "description": "The most proceeds over all planning dates."},
            "agi_at_most": {
              "description": "The most adjusted gross income, of every year or by year.",
              "anyOf": [{"$ref": "#/definitions/yearly_money"}]
            },
            "whole_shares": {"type": "boolean", "default": false, "description": "Whether only whole shares are sold."}
          }
        },
        "outlook": {
          "description": "How later years and unused losses count. By default only the tax of the scenario's years does.",
          "type": "object", "additionalProperties": false,
          "properties": {
            "discount_rate": {"$ref": "#/definitions/rate", "description": "By how much a dollar counts less a year later."},
            "later_tax_rate": {"$ref": "#/definitions/rate", "description": "The rate of the later tax on what is still held."},
            "later_tax_years": {"type": "integer", "minimum": 0, "maximum": 100, "default": 10, "description": "Years from the first tax year to that tax."},
            "carryforward_value": {
              "description": "What a dollar of loss is worth that is left after the last year.",
              "anyOf": [
                {"$ref": "#/definitions/rate"},
                {
                  "type": "object", "additionalProperties": false,
                  "properties": {"short_term": {"$ref": "#/definitions/rate"}, "long_term": {"$ref": "#/definitions/rate"}}
                }
              ]
            }
          }
        },
        "variant": {
          "type": "object", "additionalProperties": false, "required": ["name", "set"],
          "properties": {
            "name": {"type": "string", "minLength": 1},
            "set": {"type": "object", "description": "New values by key; keys are joined by points.", "examples": [{"market.shift": "-20%", "income.wages": 500000}]}
          }
        }
      }
    }
    """# + "\n"

  /// The values of an enumeration as a JSON list.
  static func list<Choice: RawRepresentable<String>>(_ choices: [Choice]) -> String {
    "[\(choices.map { "\"\($0.rawValue)\"" }.joined(separator: ", "))]"
  }
}
