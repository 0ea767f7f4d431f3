import FederalTax
import InputFiles
import Planning
import Quantities

extension ScenarioReader {
  /// Reports a year whose trades lose more than may be deducted in it.
  ///
  /// Net income or loss of active trades and an ordinary loss of business property count; passive
  /// losses, which are allowed only against passive income or when their property is sold, do not.
  ///
  /// Source: IRC §461(l).
  ///
  /// - Parameters:
  ///   - year: the year with its events; not that of a corporation.
  ///   - place: where the losses come from.
  func refuseExcessBusinessLoss(of year: PlanningYear, at place: Field) {
    let income = year.inputs.businessIncome + min(.zero, year.inputs.otherGains)
    guard -income > year.law.excessBusinessLoss else { return }
    diagnostics.report(
      place.error(
        "the losses of trades in \(year.year), \(-income), exceed \(year.law.excessBusinessLoss): "
          + "the limit on excess business losses, 26 U.S.C. §461(l), is not modelled",
        code: .notSupported))
  }
}
