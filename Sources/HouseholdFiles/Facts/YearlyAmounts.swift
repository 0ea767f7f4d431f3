import FederalTax
import InputFiles
import Quantities

/// Amounts of the return that a scenario states, by year.
struct YearlyAmounts {
  /// Where the return has an amount.
  typealias Place = WritableKeyPath<ReturnInputs<Money>, Money>

  private var values: [(place: Place, value: Yearly<Money>)] = []

  /// Every year that some value names, with the place.
  var years: [(year: Int, field: Field)] { values.flatMap(\.value.years) }

  /// Adds a value that holds for every year, or for the years it names.
  mutating func add(_ value: Yearly<Money>?, at place: Place) {
    if let value { values.append((place, value)) }
  }

  /// Adds a value that, when it is a single amount, belongs to the first year alone.
  mutating func addFixed(_ value: Yearly<Money>?, at place: Place, firstYear: Int?) {
    if case .same(let amount, let field) = value, let firstYear {
      values.append((place, .each([(firstYear, amount, field)])))
    } else {
      add(value, at: place)
    }
  }

  /// The value stated for a place.
  subscript(_ place: Place) -> Yearly<Money>? { values.first { $0.place == place }?.value }

  /// The amounts of a year; those that are not stated are zero.
  func inputs(_ year: Int) -> ReturnInputs<Money> {
    var inputs = ReturnInputs<Money>()
    for (place, value) in values { inputs[keyPath: place] = value[year] ?? .zero }
    return inputs
  }
}
