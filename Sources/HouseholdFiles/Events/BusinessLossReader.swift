import FederalTax
import InputFiles
import Quantities

extension BusinessPropertyLosses {
  /// Reads `capital.section_1231_losses`: what later gains did not make up for yet, by year.
  init(_ top: Section<ScenarioKey>, firstYear: Int?) {
    self.init()
    guard top[.capital]?.isMapping == true,
      let capital = top.diagnostics.collect(try top[.capital]?.mapping()),
      let field = capital[CapitalKey.section1231Losses.rawValue],
      let pairs = top.diagnostics.collect(try field.mapping())?.pairs
    else { return }
    var losses: [(year: Int, amount: Money)] = []
    for (key, value) in pairs {
      guard let year = top.diagnostics.collect(try key.year()),
        let amount = top.diagnostics.collect(try value.nonNegativeMoney())
      else { continue }
      if let firstYear, !(firstYear - Self.yearsLookedBack..<firstYear).contains(year) {
        top.diagnostics.report(
          key.error(
            "\(year) is not one of the \(Self.yearsLookedBack) years before \(firstYear)"))
      }
      losses.append((year, amount))
    }
    for (year, amount) in losses.sorted(by: { $0.year < $1.year }) { add(amount, year: year) }
  }
}
