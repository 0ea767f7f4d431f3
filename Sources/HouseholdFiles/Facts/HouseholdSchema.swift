import FederalTax

extension ScenarioSchema {
  /// The definitions of what tells of people and amounts.
  static let household = #"""
    "taxpayer": {
          "description": "Who files the return.",
          "type": "object", "additionalProperties": false,
          "anyOf": [{"required": ["filing_status"]}, {"required": ["kind"]}],
          "properties": {
            "kind": {"enum": \#(list(TaxpayerKind.allCases)), "default": "household", "description": "A corporation has no filing_status, people or deductions."},
            "filing_status": {"enum": \#(list(FilingStatus.allCases))},
            "birth_year": {"$ref": "#/definitions/year", "description": "Ages are those at the end of each year."},
            "spouse_birth_year": {"$ref": "#/definitions/year"},
            "blind": {"type": "boolean"},
            "children_under_17": {"$ref": "#/definitions/yearly_count"},
            "other_dependents": {"$ref": "#/definitions/yearly_count"},
            "lived_apart": {"type": "boolean", "default": false, "description": "Of married_separate: whether the spouses lived apart all year."},
            "covered_by_plan": {"type": "boolean", "default": false, "description": "Whether a retirement plan at work covers the taxpayer."},
            "spouse_covered_by_plan": {"type": "boolean", "default": false},
            "trust_kind": {"enum": \#(list(TrustKind.allCases)), "default": "complex_trust", "description": "Of estate_or_trust."},
            "fiscal_year_end": {
              "description": "Of a corporation: the last day of its year, MM-DD; year N is the fiscal year that begins in N.",
              "type": "string", "pattern": "^[0-9]{2}-[0-9]{2}$", "default": "12-31", "examples": ["06-30"]
            }
          }
        },
        "income": {
          "description": "What each year brings apart from sales of lots.",
          "type": "object", "additionalProperties": false,
          "properties": {
            "wages": {"$ref": "#/definitions/yearly_money", "description": "Those left after a foreign earned income exclusion."},
            "spouse_wages": {"$ref": "#/definitions/yearly_money"},
            "taxable_interest": {"$ref": "#/definitions/yearly_money"},
            "tax_exempt_interest": {"$ref": "#/definitions/yearly_money", "description": "No income, but part of several modified incomes."},
            "ordinary_dividends": {"$ref": "#/definitions/yearly_money", "description": "All dividends, the qualified ones included."},
            "qualified_dividends": {"$ref": "#/definitions/yearly_money", "description": "A part of ordinary_dividends; of an estate or trust only those that it does not distribute."},
            "pensions": {"$ref": "#/definitions/yearly_money", "description": "Taxable pensions and other income that is not from investments."},
            "social_security_benefits": {"$ref": "#/definitions/yearly_money", "description": "Before any part is exempt."},
            "passive_income": {"$ref": "#/definitions/yearly_money", "description": "Rents, royalties and passive business income; an allowed loss is negative."},
            "business_income": {"$ref": "#/definitions/yearly_money", "description": "Income of an active business without self-employment tax; a loss is negative. Of a corporation: its ordinary income after deductions."},
            "other_gains": {"$ref": "#/definitions/yearly_money", "description": "Ordinary gain or loss of business property, Form 4797 line 18b."},
            "ira_contribution": {"$ref": "#/definitions/yearly_money", "description": "To a traditional IRA, before any limit on the deduction."},
            "spouse_ira_contribution": {"$ref": "#/definitions/yearly_money"},
            "foreign_earned_income_exclusion": {"$ref": "#/definitions/yearly_money", "description": "Form 2555; wages are then those after it."},
            "qualified_business_income": {"$ref": "#/definitions/yearly_money", "description": "Of trades that are no specified service, IRC 199A(c)."},
            "qualified_business_limit": {"$ref": "#/definitions/yearly_money", "description": "The limit by wages and property of those trades, IRC 199A(b)(2)(B); zero when left out."},
            "foreign_tax_paid": {"$ref": "#/definitions/yearly_money", "description": "On passive income, with what earlier years left over."},
            "foreign_passive_income": {"$ref": "#/definitions/yearly_money", "description": "Foreign source taxable income of the passive category, Form 1116 line 17."},
            "distribution_deduction": {"$ref": "#/definitions/yearly_money", "description": "Of an estate or trust: Form 1041 line 18. Interest and dividends are stated whole, qualified dividends and gain as far as they are kept."},
            "distributed_investment_income": {"$ref": "#/definitions/yearly_money", "description": "The part of distribution_deduction that is net investment income."},
            "amt_preferences": {"$ref": "#/definitions/yearly_money", "description": "Form 6251 lines 2c to 3."}
          }
        },
        "deductions": {
          "description": "The standard deduction, a given total, or the deductions one by one: the law's election then takes what costs less.",
          "type": "object", "additionalProperties": false,
          "properties": {
            "kind": {"enum": \#(list(DeductionKind.allCases)), "description": "By default standard; itemized where a total is given; elected where deductions are stated one by one."},
            "total": {"$ref": "#/definitions/yearly_money", "description": "The total of itemized deductions, taken without an election. Of an estate or trust: all its deductions but that of distributions."},
            "state_and_local_taxes": {"$ref": "#/definitions/yearly_money", "description": "The part of total that the alternative minimum tax adds back."},
            "state_income_tax": {"$ref": "#/definitions/yearly_money", "description": "As paid: limits and phase-outs follow."},
            "real_estate_tax": {"$ref": "#/definitions/yearly_money", "description": "On real estate and personal property."},
            "mortgage_interest": {"$ref": "#/definitions/yearly_money", "description": "The deductible part."},
            "charity_cash": {"$ref": "#/definitions/yearly_money"},
            "medical_expenses": {"$ref": "#/definitions/yearly_money", "description": "Before the floor."},
            "other_itemized": {"$ref": "#/definitions/yearly_money", "description": "Schedule A line 16."}
          }
        },
        "capital": {
          "description": "Gains and losses that are fixed without the plan. A single amount belongs to the first year.",
          "type": "object", "additionalProperties": false,
          "properties": {
            "short_term_carryover": {"$ref": "#/definitions/money", "description": "Unused short-term loss of earlier years, positive."},
            "long_term_carryover": {"$ref": "#/definitions/money", "description": "Unused long-term loss of earlier years, positive."},
            "realized_short_term": {"$ref": "#/definitions/yearly_money", "description": "Gain, or negative loss."},
            "realized_long_term": {"$ref": "#/definitions/yearly_money", "description": "Gain, or negative loss."},
            "section_1231_losses": {
              "description": "Net losses of business property of the five years before the first, by year, that gains did not make up for yet: positive, IRC 1231(c).",
              "type": "object", "additionalProperties": false, "patternProperties": {"^[0-9]{4}$": {"$ref": "#/definitions/money"}},
              "examples": [{"2024": 18000}]
            },
            "collectibles_gain": {"$ref": "#/definitions/yearly_money", "description": "The part of realized_long_term from collectibles, loss negative; with the taxed part of section 1202 gain."},
            "section_1250_gain": {"$ref": "#/definitions/yearly_money", "description": "The part of realized_long_term that is unrecaptured section 1250 gain, before losses."},
            "rate_28_gain": {"$ref": "#/definitions/yearly_money", "description": "A finished Schedule D line 18, in place of collectibles_gain."},
            "unrecaptured_1250_gain": {"$ref": "#/definitions/yearly_money", "description": "A finished Schedule D line 19, in place of section_1250_gain."},
            "gain_outside_investment_income": {"$ref": "#/definitions/yearly_money", "description": "The part of gains, capital or ordinary, on which there is no net investment income tax."}
          }
        },
        \#(charges)
    """#

  /// The definitions of what is priced beside the income tax, and of entities.
  private static let charges = #"""
    "medicare": {
          "description": "Premiums that the income of a year adds two years later.",
          "type": "object", "additionalProperties": false,
          "properties": {
            "enrollees": {
              "description": "How many people of the return will pay them; by default those who will be 65 by then, by birth_year and spouse_birth_year.",
              "anyOf": [
                {"type": "integer", "minimum": 0, "maximum": 2},
                {"type": "object", "additionalProperties": false, "patternProperties": {"^[0-9]{4}$": {"type": "integer", "minimum": 0, "maximum": 2}}}
              ]
            },
            "premiums": {"type": "boolean", "default": true, "description": "false leaves them out."}
          }
        },
        "marketplace": {
          "description": "Insurance bought through a marketplace, from 2026 on: the premium tax credit.",
          "type": "object", "additionalProperties": false, "required": ["benchmark_premium", "premium"],
          "properties": {
            "benchmark_premium": {"$ref": "#/definitions/yearly_money", "description": "The year's premium of the second lowest cost silver plan."},
            "premium": {"$ref": "#/definitions/yearly_money", "description": "The year's premium of the plan bought."},
            "advance_credit": {"$ref": "#/definitions/yearly_money", "description": "What the credit pays in advance."},
            "household_size": {"$ref": "#/definitions/yearly_count", "description": "By default the taxpayer, a spouse on a joint return, and dependents."}
          }
        },
        "state_tax": {
          "description": "A state's income tax, added to what the planner makes least.",
          "type": "object", "additionalProperties": false, "required": ["name"],
          "anyOf": [{"required": ["rate"]}, {"required": ["brackets"]}],
          "properties": {
            "name": {"type": "string", "minLength": 1, "examples": ["Colorado"]},
            "rate": {"$ref": "#/definitions/rate", "description": "One rate for all income."},
            "brackets": {
              "description": "Brackets that ascend from zero.",
              "type": "array", "minItems": 1,
              "items": {
                "type": "object", "additionalProperties": false, "required": ["from", "rate"],
                "properties": {"from": {"$ref": "#/definitions/money"}, "rate": {"$ref": "#/definitions/rate"}}
              },
              "examples": [[{"from": 0, "rate": "2%"}, {"from": 20000, "rate": "5%"}]]
            },
            "deduction": {"$ref": "#/definitions/money", "description": "What is taken from federal adjusted gross income first."},
            "gains": {"enum": \#(list(StateGains.allCases)), "default": "taxed", "description": "Whether capital gain and loss count."}
          }
        },
        "payments": {
          "description": "What is paid toward the tax, for the estimate of what is due. A single amount is that of the first year.",
          "type": "object", "additionalProperties": false,
          "properties": {
            "withheld": {"$ref": "#/definitions/yearly_money", "description": "Withholding, apart from that of events."},
            "estimated": {"$ref": "#/definitions/yearly_money", "description": "Estimated tax paid for the first three quarters."},
            "last_year_tax": {"$ref": "#/definitions/money", "description": "Total tax of the year before the first."},
            "last_year_agi": {"$ref": "#/definitions/money", "description": "Adjusted gross income of that year."}
          }
        },
        "corporation": {
          "description": "What a C corporation's earlier years leave: net capital losses are carried back three years and forward five.",
          "type": "object", "additionalProperties": false,
          "properties": {
            "earlier_gains": {"$ref": "#/definitions/amounts_by_year", "description": "Net capital gain of the three years before, still open to losses."},
            "carried_losses": {"$ref": "#/definitions/amounts_by_year", "description": "Unused net capital losses, positive, by the year in which they arose.", "examples": [{"2023": 4000, "2025": 9000}]}
          }
        },
        "amounts_by_year": {
          "type": "object", "additionalProperties": false, "patternProperties": {"^[0-9]{4}$": {"$ref": "#/definitions/money"}}
        },
        "entity": {
          "type": "object", "additionalProperties": false, "required": ["name", "kind", "scenario"],
          "properties": {
            "name": {"type": "string", "minLength": 1},
            "kind": {"enum": \#(list(HouseholdEntityKind.allCases)), "description": "The gains of partnerships and S corporations are taxed to their owners: events of kind k1."},
            "scenario": {"type": "string", "minLength": 1, "description": "The scenario file of the entity, which has no entities of its own.", "examples": ["holding.yaml"]}
          }
        }
    """#
}
