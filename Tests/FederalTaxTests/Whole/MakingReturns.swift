import FederalTax
import Quantities
import Testing

/// A return whose facts are set one by one.
func returned(
  _ year: Int, _ status: FilingStatus = .single,
  facts fill: (inout ReturnFacts) -> Void = { _ in }, _ amounts: (inout ReturnInputs<Money>) -> Void
) throws -> FederalReturn<Money> {
  var facts = ReturnFacts(status: status)
  fill(&facts)
  var inputs = ReturnInputs<Money>()
  amounts(&inputs)
  let law = try FederalLaw.load(year: year, status: status)
  let result = exactReturn(inputs, facts: facts, law: law)
  #expect(tracedReturn(inputs, facts: facts, law: law).result == result)
  return result
}
