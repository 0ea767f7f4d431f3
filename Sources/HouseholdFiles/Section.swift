import FederalTax
import InputFiles
import Quantities

/// A mapping of the scenario file whose keys are known, with its errors collected.
struct Section<Key: RawRepresentable<String> & CaseIterable> {
  private let mapping: Mapping?
  let diagnostics: Diagnostics

  /// Looks at a field, which may be absent; keys that nobody reads are reported.
  init(_ field: Field?, keys: Key.Type, into diagnostics: Diagnostics) {
    self.diagnostics = diagnostics
    mapping = diagnostics.collect(try field?.mapping())
    let known = Key.allCases.map(\.rawValue)
    mapping?.unknownKeys(besides: known).forEach(diagnostics.report)
  }

  /// The value of a key, if it is there; one that is null is an error to whoever reads it.
  subscript(_ key: Key) -> Field? { mapping?[key.rawValue] }

  /// The value of a key that must be there.
  func required(_ key: Key, _ meaning: String) -> Field? {
    diagnostics.collect(try mapping?.required(key.rawValue, meaning))
  }

  /// The value of a key, read by a method of fields.
  func read<Value>(_ key: Key, _ reader: FieldReader<Value>) -> Value? {
    diagnostics.collect(try self[key].map { field throws(InputError) in try reader(field)() })
  }

  /// The value of a key for each year, read by a method of fields.
  func yearly<Value>(_ key: Key, _ reader: FieldReader<Value>) -> Yearly<Value>? {
    self[key].flatMap { Yearly($0, reader, into: diagnostics) }
  }
}

/// A method of fields that reads a value, such as `Field.money`.
typealias FieldReader<Value> = (Field) -> () throws(InputError) -> Value

extension Diagnostics {
  /// The elements of a list, read by a method of fields; those that cannot be read are left out.
  func values<Value>(in list: Field?, _ reader: FieldReader<Value>) -> [Value] {
    var values: [Value] = []
    for element in collect(try list?.sequence()) ?? [] {
      if let value = collect(try reader(element)()) { values.append(value) }
    }
    return values
  }
}

/// A value that is the same every year, or stated for some of them.
enum Yearly<Value> {
  case same(Value, Field)
  case each([(year: Int, value: Value, field: Field)])

  /// Reads a value, or a mapping of years to values.
  init?(_ field: Field, _ reader: FieldReader<Value>, into diagnostics: Diagnostics) {
    guard field.isMapping else {
      guard let value = diagnostics.collect(try reader(field)()) else { return nil }
      self = .same(value, field)
      return
    }
    let pairs = diagnostics.collect(try field.mapping())?.pairs ?? []
    var values: [(year: Int, value: Value, field: Field)] = []
    for (key, valueField) in pairs {
      if let year = diagnostics.collect(try key.year()),
        let value = diagnostics.collect(try reader(valueField)())
      {
        values.append((year, value, valueField))
      }
    }
    self = .each(values)
  }

  /// The value of a year; `nil` for a year that is not stated.
  subscript(_ year: Int) -> Value? {
    switch self {
    case .same(let value, _): value
    case .each(let values): values.first { $0.year == year }?.value
    }
  }

  /// The place of the value of a year.
  func field(_ year: Int) -> Field? {
    switch self {
    case .same(_, let field): field
    case .each(let values): values.first { $0.year == year }?.field
    }
  }

  /// Every value with its place.
  var all: [(value: Value, field: Field)] {
    switch self {
    case .same(let value, let field): [(value, field)]
    case .each(let values): values.map { ($0.value, $0.field) }
    }
  }

  /// The years that are stated, with their places.
  var years: [(year: Int, field: Field)] {
    switch self {
    case .same: []
    case .each(let values): values.map { ($0.year, $0.field) }
    }
  }
}

extension Field {
  /// A calendar year.
  func year() throws(InputError) -> Int { try int(in: 1900...2200) }

  /// A number of people.
  func headCount() throws(InputError) -> Int { try int(in: 0...100) }

  /// An amount of dollars that is not negative.
  func nonNegativeMoney() throws(InputError) -> Money {
    let amount = try money()
    if amount < .zero { throw error("\(amount) is negative", expected: "zero or more") }
    return try bounded(amount)
  }

  /// An amount of dollars, gain or loss.
  func signedMoney() throws(InputError) -> Money { try bounded(money()) }

  /// A rate from nothing to one hundred percent.
  func fraction() throws(InputError) -> Rate {
    let rate = try rate()
    guard (.zero)...(.one) ~= rate else {
      throw error("\(rate) is out of range", expected: "0% to 100%")
    }
    return rate
  }

  /// A yearly change of a price.
  func change() throws(InputError) -> Rate {
    let rate = try rate()
    guard Rate(percent: -100)...Rate(percent: 1_000) ~= rate else {
      throw error("\(rate) is out of range", expected: "-100% to 1000%")
    }
    return rate
  }

  /// A price that is not negative.
  func nonNegativePrice() throws(InputError) -> UnitPrice {
    let price = try price()
    guard price.millionths >= 0 else {
      throw error("\(price) is negative", expected: "zero or more")
    }
    guard price <= .mostExpensive else {
      throw error("\(price) is too large", expected: "at most a billion dollars a share")
    }
    return price
  }

  /// Keeps sums of a household's amounts far from overflow.
  func bounded(_ amount: Money) throws(InputError) -> Money {
    guard amount.magnitude <= largestReturnAmount else {
      throw error("\(amount) is too large", expected: "at most a trillion dollars")
    }
    return amount
  }
}
