/// The files that `harvest init` writes: a small household to be overwritten line by line.
public enum ScenarioTemplate {
  /// The scenario file, which names ``lots``.
  public static let scenario = #"""
    # yaml-language-server: $schema=./scenario.schema.json
    #
    # A year to plan. Change a number, run the command again, and compare:
    #
    #   harvest check scenario.yaml      is everything well formed?
    #   harvest compare scenario.yaml    plans side by side
    #   harvest plan scenario.yaml       which lots to sell
    #
    # Amounts are dollars: 420000, 420_000 or 420_000.50. Rates are 5% or 0.05. Dates are
    # YYYY-MM-DD. A line that begins with # is a remark. Every key is described by
    # `harvest schema scenario`.

    schema: harvest.scenario/1
    title: A year with vesting shares
    year: 2026

    taxpayer:
      filing_status: married_joint   # single, married_joint, married_separate,
                                     # head_of_household, qualifying_surviving_spouse
      birth_year: 1980
      spouse_birth_year: 1982
      children_under_17: 2

    # When lots may be sold; without this line, on 31 December.
    planning_dates: [2026-09-30]

    # What the year brings apart from sales. Several years: wages: {2026: 420_000, 2027: 380_000};
    # a single amount holds for every year, a year that is not named has none.
    income:
      wages: 420_000
      taxable_interest: 3_100
      ordinary_dividends: 9_000
      qualified_dividends: 7_500     # included in ordinary_dividends

    deductions: {kind: standard}
    # deductions: {kind: itemized, total: 41_000, state_and_local_taxes: 10_000}
    # deductions: {state_income_tax: 12_000, mortgage_interest: 16_000}   # what costs less is taken

    # What else is priced. Medicare tiers follow from the years of birth without asking.
    # medicare: {premiums: false}
    # marketplace: {benchmark_premium: 22_800, premium: 20_400, advance_credit: 13_200}
    # state_tax: {name: Colorado, rate: 4.4%, deduction: 32_200}
    # payments: {withheld: 82_000, last_year_tax: 78_000, last_year_agi: 410_000}

    # Losses of earlier years, and what was realized this year before the plan.
    capital:
      short_term_carryover: 0
      long_term_carryover: 3_000
      realized_short_term: 9_000
      realized_long_term: 14_000

    # The files of lots: cost_basis is the adjusted basis of the whole lot in dollars. A column
    # wash_adjustment may state how much of it earlier disallowed losses added; cost_basis
    # includes that already.
    accounts:
      - {id: joint, kind: joint, owner: both, lots: lots.csv}
      - {id: roth, kind: roth_ira, owner: spouse, lots: lots.csv}

    # A loss is no deduction when the same security is bought within 30 days before or after the
    # sale, in any account of the household. `transactions: activity.csv` names the purchases and
    # sales of an account (date,action,symbol,quantity and more); `none` says there are none near
    # the planning dates. An account without either is one that nobody looked at.

    # Prices on the planning dates. `growth: 5%` raises a price each later year; `spread: 0.02%` is
    # lost in selling; `prices: {2026-06-30: 290.10, 2026-12-31: 301.25}` states prices by date.
    securities:
      VTI: {price: 301.25, replacement: SCHB}
      GOOG: {price: 181.00, identical_to: [GOOGL]}
      INTC: {price: 24.50}

    # Purchases to come.
    # purchases:
    #   - {account: roth, symbol: VTI, dates: [2026-09-24, 2026-12-22], shares: 4.2, kind: drip}
    #   - {account: joint, symbol: GOOG, date: 2026-11-10, shares: 60, kind: vest}
    # wash_sales:
    #   permanent_loss_at_most: 0      # by purchases in retirement accounts
    #   accounts_not_supplied: []      # accounts missing above; an empty list: there are none
    #   policy: {vest: counts}         # readings of the law: `harvest schema scenario`

    constraints:
      whole_shares: true             # false: fractions are sold too
      trade_cost: 4.95               # of one sale
      minimum_benefit: 50            # below this, keep everything
      # never_sell: [VTI-2]          # a lot, a security or an account
      # must_sell: {INTC-1: 100}     # shares of a lot, or `all`
      # hold_until: {GOOG: 2026-12-01}
      # raise_cash: 25_000
      # maximum_proceeds: 200_000
      # agi_at_most: 400_000
      # minimum_trade: 500

    # How later years count: by default only the tax of the years above.
    outlook:
      discount_rate: 4%
      carryforward_value: 0%         # what a dollar of unused loss is worth to you
      # later_tax_rate: 18.8%        # taxes what is still held in later_tax_years
      # later_tax_years: 10

    # What if? Each variant changes some values of the file above.
    scenarios:
      - name: Market down 20%
        set: {market.shift: -20%}
      - name: A bonus
        set: {income.wages: 500_000}
      - name: Wait until December
        set: {planning_dates: [2026-12-31]}
    """# + "\n"

  /// The file of lots.
  public static let lots = """
    account,symbol,acquired,quantity,cost_basis,lot_id,note
    joint,VTI,2019-03-14,40,5728.40,VTI-1,
    joint,VTI,2026-02-05,30,9596.40,VTI-2,
    joint,GOOG,2024-05-10,120,20880.00,GOOG-1,vested
    joint,GOOG,2025-11-10,85,24225.00,GOOG-2,vested
    joint,GOOG,2026-05-11,60,11640.00,GOOG-3,vested
    joint,INTC,2021-04-09,300,20460.00,INTC-1,
    joint,INTC,2026-01-22,200,9060.50,INTC-2,
    roth,VTI,2025-09-22,12.5171,3688.25,ROTH-1,listed but never sold

    """
}
