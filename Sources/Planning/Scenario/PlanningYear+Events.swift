public import FederalTax
import Quantities

extension PlanningYear {
  /// Adds what events bring to the year to its inputs.
  ///
  /// Business property is netted over all events of the year, so it joins as one event of its own.
  ///
  /// - Parameters:
  ///   - records: the events of the household; those of other years are left alone.
  ///   - losses: what is left of the net losses of business property of earlier years; the years of
  ///     a household are added in order, so that each looks back on those before it.
  public mutating func add(_ records: [EventRecord], losses: inout BusinessPropertyLosses) {
    var property = BusinessPropertyItem()
    for record in records {
      for effect in record.effects where effect.year == year {
        inputs += effect.amounts
        property += effect.businessProperty
        events.append(YearEvent(title: record.title, effect: effect))
      }
    }
    guard property != BusinessPropertyItem() else { return }
    let effect = property.netted(year: year, losses: &losses)
    inputs += effect.amounts
    events.append(YearEvent(title: "Business property of the year", effect: effect))
  }
}
