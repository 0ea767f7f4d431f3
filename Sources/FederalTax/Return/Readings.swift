public import Quantities

/// The largest amount that a return takes, either way; below it no line can overflow.
public let largestReturnAmount = Money(dollars: 1_000_000_000_000)

/// The return in cents.
///
/// The one entry point by which other modules compute returns, so that the law is compiled for
/// cents once.
///
/// - Parameters:
///   - inputs: the amounts.
///   - facts: the household; its status is that of `law`.
///   - law: the law of the year and status.
/// - Returns: the lines that others ask for.
public func exactReturn(
  _ inputs: ReturnInputs<Money>, facts: ReturnFacts, law: FederalLaw
) -> FederalReturn<Money> {
  var reading = ExactArithmetic(computation: facts.tableComputation)
  return federalReturn(
    inputs, facts: facts, law: law, rules: ReturnRules(of: inputs, facts: facts, law: law),
    reading: &reading)
}

/// The return in cents with every line that led to it, in the order computed.
///
/// - Parameters:
///   - inputs: the amounts.
///   - facts: the household; its status is that of `law`.
///   - law: the law of the year and status.
/// - Returns: the same return as ``exactReturn(_:facts:law:)``, and its lines.
public func tracedReturn(
  _ inputs: ReturnInputs<Money>, facts: ReturnFacts, law: FederalLaw
) -> (result: FederalReturn<Money>, lines: [TracedLine]) {
  var reading = TracedArithmetic(computation: facts.tableComputation)
  let result = federalReturn(
    inputs, facts: facts, law: law, rules: ReturnRules(of: inputs, facts: facts, law: law),
    reading: &reading)
  return (result, reading.lines)
}
