public import Quantities

/// What an event of a household's life, such as a vest or the sale of a house, brings to one year.
public struct EventEffect: Sendable, Hashable {
  /// The tax year.
  public var year: Int
  /// What is added to the inputs of the year's return.
  public var amounts = ReturnInputs<Money>()
  /// What takes part in the year's netting of business property, before it joins the return.
  public var businessProperty = BusinessPropertyItem()
  /// Federal income tax withheld.
  public var withheld = Money.zero
  /// The part of the wages that tax was withheld from at the supplemental rate.
  public var supplementalWages = Money.zero
  /// How the amounts come about, in the order computed.
  public var lines: [TracedLine] = []

  /// An effect on a year that is nothing yet.
  public init(year: Int) { self.year = year }

  /// Keeps a line of a form.
  ///
  /// - Parameters:
  ///   - number: the line's number on the form.
  ///   - form: the form or worksheet.
  ///   - text: what the line says, in our words.
  ///   - amount: the line's amount.
  public mutating func line(
    _ number: String, of form: TaxForm, _ text: String, _ amount: Money
  ) {
    lines.append(TracedLine(form: form, number: number, text: text, amount: amount))
  }
}

/// Gain or loss of property used in a trade or business and held more than a year, IRC §1231(b).
public struct BusinessPropertyItem: Sendable, Hashable {
  /// Gain after recapture, or loss (negative); Form 4797 line 2 or 6.
  public var gain = Money.zero
  /// The part of a gain that is unrecaptured section 1250 gain, not negative, IRC §1(h)(6).
  public var unrecaptured1250 = Money.zero
  /// The part of the gain or loss that is no net investment income.
  public var outsideInvestment = Money.zero

  /// Nothing.
  public init() {}
}

/// An event with what it brings to each year.
public struct EventRecord: Sendable, Hashable {
  /// What happened, in a few words that begin a sentence.
  public var title: String
  /// What it brings, in the order of the years; one for each year at most.
  public var effects: [EventEffect]

  /// An event with its effects.
  public init(title: String, effects: [EventEffect]) {
    self.title = title
    self.effects = effects
  }
}
