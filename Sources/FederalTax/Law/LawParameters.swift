import Quantities

/// A value of a parameter from a year on.
struct DatedLawValue: Sendable {
  /// The first tax year.
  let from: Int
  /// The act or procedure that set it.
  let reference: String
  /// The numbers, in cents or millionths: a list for each status of individuals in the order of the cases,
  /// or one list for all.
  let numbers: [[Int64]]
}

/// The dated values of parameters.
struct LawParameters: Sendable {
  /// The values of each parameter, ascending in time.
  var values: [LawParameter: [DatedLawValue]] = [:]

  /// The parameters present, in the order of their cases.
  var names: [LawParameter] { LawParameter.allCases.filter { values[$0] != nil } }

  /// These parameters with others laid over them.
  ///
  /// A value laid over holds from its year until the next one laid over; what was to follow in
  /// between does not come back.
  func overlaid(by overlay: LawParameters) -> LawParameters {
    var result = self
    for name in overlay.names {
      guard let changed = overlay.values[name], let first = changed.first else { continue }
      result.values[name] = (values[name] ?? []).filter { $0.from < first.from } + changed
    }
    return result
  }
}

/// The parameters as they stand in one year for one status.
struct LawOfYear {
  let parameters: LawParameters
  let year: Int
  let status: FilingStatus

  /// The amounts of a parameter.
  func amounts(_ parameter: LawParameter) throws(LawError) -> [Money] {
    try numbers(parameter).map(Money.init(cents:))
  }

  /// The rates of a parameter.
  func rates(_ parameter: LawParameter) throws(LawError) -> [Rate] {
    try numbers(parameter).map(Rate.init(millionths:))
  }

  /// The amount of a parameter that has one.
  func amount(_ parameter: LawParameter) throws(LawError) -> Money {
    try amounts(parameter)[0]
  }

  /// The amount of a parameter of individuals; zero for an estate or trust.
  func individualAmount(_ parameter: LawParameter) throws(LawError) -> Money {
    status == .estateOrTrust ? .zero : try amount(parameter)
  }

  /// The same year for another status.
  func of(_ status: FilingStatus) -> LawOfYear {
    LawOfYear(parameters: parameters, year: year, status: status)
  }

  /// The rate of a parameter that has one.
  func rate(_ parameter: LawParameter) throws(LawError) -> Rate { try rates(parameter)[0] }

  /// The whole percents of a parameter.
  func percents(_ parameter: LawParameter) throws(LawError) -> [Int64] { try numbers(parameter) }

  /// The year from which the values of a parameter hold that the law of this year takes.
  func firstYear(of parameter: LawParameter) throws(LawError) -> Int {
    try value(of: parameter).from
  }

  /// The schedule of a list of rates and a list of brackets.
  func schedule(
    rates: LawParameter, brackets: LawParameter
  ) throws(LawError) -> RateSchedule {
    let starts = try amounts(brackets)
    guard let schedule = RateSchedule(starts: starts, rates: try self.rates(rates)) else {
      throw .inconsistentBrackets(brackets.rawValue, rates: rates.rawValue, year: year)
    }
    return schedule
  }

  private func value(of parameter: LawParameter) throws(LawError) -> DatedLawValue {
    guard let value = parameters.values[parameter]?.last(where: { $0.from <= year }) else {
      throw .missingParameter(parameter.rawValue, year: year)
    }
    return value
  }

  private func numbers(_ parameter: LawParameter) throws(LawError) -> [Int64] {
    let value = try value(of: parameter)
    switch parameter.dependence {
    case .nothing: return value.numbers[0]
    case .filingStatus:
      guard let index = FilingStatus.individuals.firstIndex(of: status) else { return [] }
      return value.numbers[index]
    }
  }
}
