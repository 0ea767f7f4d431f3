public import Quantities

extension Field {
  /// Any text that is not empty.
  public func text() throws(InputError) -> String {
    let text = try scalar("text")
    if text.isEmpty { throw error("is empty", expected: "text") }
    return text
  }

  /// An exact amount of dollars.
  public func money() throws(InputError) -> Money {
    try value("an amount", "dollars with at most two decimals, such as 12_345.67", Money.init)
  }

  /// A day, written `2026-09-30`.
  public func date() throws(InputError) -> CivilDate {
    let text = try scalar("a date, YYYY-MM-DD")
    if let date = CivilDate(text) { return date }
    throw error(
      "\(quoted(text)) is not a date",
      expected: ["YYYY-MM-DD", calendarRemark(text)].compactMap(\.self).joined(separator: "; "))
  }

  /// A rate, written `3.8%` or `0.038`.
  public func rate() throws(InputError) -> Rate {
    try value("a rate", "such as 3.8% or 0.038, at most six decimals", Rate.init)
  }

  /// A number of shares.
  public func shares() throws(InputError) -> Shares {
    try value("a number of shares", "at most six decimals, such as 12.5", Shares.init)
  }

  /// A price of one share in dollars.
  public func price() throws(InputError) -> UnitPrice {
    try value("a price", "dollars with at most six decimals, such as 301.25", UnitPrice.init)
  }

  /// A whole number within a range.
  public func int(in range: ClosedRange<Int>) throws(InputError) -> Int {
    let number = try value("a whole number", "\(range.lowerBound) to \(range.upperBound)") {
      Int($0)
    }
    guard range.contains(number) else {
      throw error(
        "\(number) is out of range", expected: "\(range.lowerBound) to \(range.upperBound)")
    }
    return number
  }

  /// `true` or `false`.
  public func bool() throws(InputError) -> Bool {
    let text = try scalar("true or false")
    switch text {
    case "true", "True", "TRUE": return true
    case "false", "False", "FALSE": return false
    case "yes", "Yes", "on": throw error("\(quoted(text)) is not a truth value", hint: "write true")
    case "no", "No", "off": throw error("\(quoted(text)) is not a truth value", hint: "write false")
    default: throw error("\(quoted(text)) is not a truth value", expected: "true or false")
    }
  }

  /// One of the names of an enumeration.
  public func oneOf<Choice: RawRepresentable<String> & CaseIterable>(
    _ type: Choice.Type
  ) throws(InputError) -> Choice {
    let names = type.allCases.map(\.rawValue)
    let text = try scalar("one of \(names.joined(separator: ", "))")
    if let choice = Choice(rawValue: text) { return choice }
    throw error(
      "unknown value \(quoted(text))", expected: "one of \(names.joined(separator: ", "))",
      hint: suggestion(for: text, among: names))
  }

  private func value<Value>(
    _ name: String, _ form: String, _ read: (String) -> Value?
  ) throws(InputError) -> Value {
    if isNull { throw withoutValue("\(name): \(form)") }
    let text = try scalar(name)
    if let value = read(text) { return value }
    throw error("\(quoted(text)) is not \(name)", expected: form)
  }

  /// Why a text in the form of a date is none.
  private func calendarRemark(_ text: String) -> String? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts.map(\.utf8.count) == [4, 2, 2], let year = Int(parts[0]),
      let month = Int(parts[1]), let day = Int(parts[2])
    else { return nil }
    guard (1...12).contains(month) else { return "months are 01 to 12" }
    let names = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December",
    ]
    let last = CivilDate.days(inMonth: month, of: year)
    return day < 1 || day > last ? "\(names[month - 1]) \(year) has \(last) days" : nil
  }
}
