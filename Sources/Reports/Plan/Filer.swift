import FederalTax
import Planning
import Quantities

/// Who files a return, as far as its lines have names of their own.
enum Filer {
  case person, fiduciary, corporation
}

extension ReturnFacts {
  /// Who files.
  var filer: Filer {
    if corporation != nil { return .corporation }
    return status == .estateOrTrust ? .fiduciary : .person
  }

  /// Who files, to stand within a sentence.
  var filerWords: String { filer == .corporation ? "C corporation" : status.name }

  /// Whether the return is one that reads the printed Tax Table, IRC §3(b)(2).
  var readsTaxTable: Bool { filer == .person }
}

extension Scenario {
  /// Who files.
  var filer: Filer { years[0].facts.filer }

  /// The days of the tax years in words, where they are not the calendar's; otherwise `nil`.
  var fiscalDays: String? {
    guard let fiscal = years[0].facts.corporation?.fiscalYear, fiscal.endMonth < 12,
      let first = fiscal.firstDay(of: firstYear), let last = fiscal.lastDay(of: lastYear)
    else { return nil }
    return "fiscal, \(first) to \(last)"
  }
}

/// Taxable income from which on no return reads the Tax Table, IRC §3(a).
let taxTableLimit = Money(dollars: 100_000)
