public import FederalTax
import Quantities

extension PlanningYear {
  /// Adds what events bring to the year to its inputs.
  public mutating func add(_ records: [EventRecord]) {
    for record in records {
      for effect in record.effects where effect.year == year {
        inputs += effect.amounts
        events.append(YearEvent(title: record.title, effect: effect))
      }
    }
  }
}
