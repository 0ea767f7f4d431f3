import InputFiles
import Quantities
import Testing

@testable import FederalTax

@Suite("Parameters of the law")
struct LawParameterTests {
  @Test(arguments: YearAndStatus.all)
  func `every published year and status loads`(case: YearAndStatus) throws {
    let law = try `case`.law()
    #expect(law.year == `case`.year)
    #expect(law.status == `case`.status)
    #expect(law.projectedFrom == nil)
    #expect(law.overlays.isEmpty)
    #expect(
      law.ordinaryRates.brackets.map(\.rate.description) == [
        "10%", "12%", "22%", "24%", "32%", "35%", "37%",
      ])
  }

  @Test(arguments: [
    (FilingStatus.single, [0, 10_275, 41_775, 89_075, 170_050, 215_950, 539_900], 41_675, 459_750),
    (.marriedJoint, [0, 20_550, 83_550, 178_150, 340_100, 431_900, 647_850], 83_350, 517_200),
    (.marriedSeparate, [0, 10_275, 41_775, 89_075, 170_050, 215_950, 323_925], 41_675, 258_600),
    (.headOfHousehold, [0, 14_650, 55_900, 89_050, 170_050, 215_950, 539_900], 55_800, 488_500),
    (
      .qualifyingSurvivingSpouse, [0, 20_550, 83_550, 178_150, 340_100, 431_900, 647_850], 83_350,
      517_200
    ),
  ])
  func `brackets and gain breakpoints of 2022`(
    status: FilingStatus, brackets: [Int64], zeroTop: Int64, middleTop: Int64
  ) throws {
    let law = try FederalLaw.load(year: 2022, status: status)
    #expect(law.ordinaryRates.brackets.map(\.from) == brackets.map(dollars))
    #expect(law.longTermRates.zeroRateTop == dollars(zeroTop))
    #expect(law.longTermRates.middleRateTop == dollars(middleTop))
  }

  @Test func `an earlier year is refused by name`() {
    let error = #expect(throws: LawError.self) {
      try FederalLaw.load(year: 2021, status: .single)
    }
    #expect(error?.description == "the law of 2021 is not known; the first year is 2022")
  }

  @Test(arguments: FilingStatus.individuals)
  func `a later year keeps the last values and is marked`(status: FilingStatus) throws {
    let last = try FederalLaw.load(year: 2026, status: status)
    let later = try FederalLaw.load(year: 2028, status: status)
    #expect(later.projectedFrom == 2026)
    #expect(later.ordinaryRates == last.ordinaryRates)
    #expect(later.longTermRates == last.longTermRates)
    #expect(later.standardDeduction == last.standardDeduction)
    #expect(later.minimumTax == last.minimumTax)
    #expect(later.dependentCredit == last.dependentCredit)
    #expect(later.seniorDeduction == last.seniorDeduction)
  }

  /// They are compiled as a list of bytes, which takes two seconds for so many.
  @Test func `all files together stay under 40 kilobytes`() {
    let size = FederalLaw.embeddedParameters.reduce(0) { $0 + $1.bytes.count }
    #expect(size < 40_000)
  }

  @Test func `each parameter stands in one file, with a reference at each value`() {
    var seen: [LawParameter] = []
    for file in FederalLaw.embeddedParameters {
      let diagnostics = Diagnostics()
      let source = SourceText(String(decoding: file.bytes, as: UTF8.self), name: file.name)
      let parameters = readLaw(source, into: diagnostics).parameters
      #expect(diagnostics.errors.isEmpty)
      seen += parameters.names
      for value in parameters.values.values.joined() { #expect(!value.reference.isEmpty) }
    }
    #expect(seen.count == LawParameter.allCases.count)
    #expect(Set(seen) == Set(LawParameter.allCases))
  }
}

@Suite("Schedules")
struct ScheduleTests {
  @Test(arguments: [
    ([], []), ([0], []), ([100], [10]), ([0, 100, 100], [10, 20, 30]), ([0, 200, 100], [1, 2, 3]),
    ([0], [10, 20]),
  ])
  func `brackets that do not ascend from zero are refused`(starts: [Int64], rates: [Int64]) {
    #expect(
      RateSchedule(starts: starts.map(dollars), rates: rates.map(Rate.init(percent:))) == nil)
  }

  @Test func `rates may fall as well as rise`() throws {
    let schedule = try #require(
      RateSchedule(
        starts: [.zero, dollars(1_000), dollars(2_000)],
        rates: [Rate(percent: 10), Rate(percent: 30), Rate(percent: 5)]))
    #expect(schedule.tax(on: dollars(-5)) == .zero)
    #expect(schedule.tax(on: .zero) == .zero)
    #expect(schedule.tax(on: dollars(1_000)) == dollars(100))
    #expect(schedule.tax(on: dollars(2_000)) == dollars(400))
    #expect(schedule.tax(on: dollars(3_000)) == dollars(450))
  }

  @Test func `half a cent is rounded up`() throws {
    let schedule = try #require(RateSchedule(starts: [.zero], rates: [Rate(percent: 10)]))
    #expect(schedule.tax(on: Money(cents: 14)) == Money(cents: 1))
    #expect(schedule.tax(on: Money(cents: 15)) == Money(cents: 2))
  }

  @Test func `amounts of many billions stay exact`() throws {
    let law = try FederalLaw.load(year: 2026, status: .single)
    let large = dollars(900_000_000_000)
    #expect(
      law.ordinaryRates.tax(on: large) - law.ordinaryRates.tax(on: large - dollars(100))
        == dollars(37))
  }

  @Test(arguments: [
    ("0", "0"), ("200000.00", "0"), ("200000.01", "50"), ("200425", "50"), ("201000", "50"),
    ("201000.01", "100"), ("201025", "100"),
  ])
  func `a part of a thousand is a whole step`(income: String, reduction: String) throws {
    // 425 and 1,025 over are the examples of Schedule 8812 line 10.
    let steps = StepSchedule(start: dollars(200_000), width: dollars(1_000), step: dollars(50))
    #expect(steps.total(at: try amount(income)) == (try amount(reduction)))
  }
}
