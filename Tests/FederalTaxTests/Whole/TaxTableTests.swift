import FederalTax
import Quantities
import Testing

@Suite("The printed Tax Table")
struct TaxTableTests {
  private func tax(
    _ year: Int, _ status: FilingStatus, _ income: String, standard: Bool = false
  ) throws -> Money {
    let amount = try amount(income)
    return try returned(
      year, status,
      facts: {
        $0.computation = .table
        if !standard { $0.deduction = .none }
      }
    ) { $0.wages = amount }.regularTax
  }

  @Test(arguments: [
    (FilingStatus.single, "11600", Int64(1_163)), (.single, "30000", 3_371),
    (.single, "47150", 5_432), (.single, "75000", 11_559), (.marriedJoint, "23200", 2_323),
    (.marriedJoint, "60000", 6_739), (.marriedJoint, "94300", 10_858),
  ])
  func `rows of the table of 2024`(status: FilingStatus, income: String, expected: Int64) throws {
    #expect(try tax(2024, status, income) == dollars(expected))
  }

  @Test func `rows begin at 0, 5, 15 and 25, and end at 100,000`() throws {
    let rows: [(String, Int64)] = [
      ("0", 0), ("4.99", 0), ("5", 1), ("14.99", 1), ("15", 2), ("24.99", 2), ("25", 4),
      ("49.99", 4), ("50", 6), ("2999.99", 299), ("3000", 303), ("99999.99", 17_048),
    ]
    for (income, expected) in rows {
      #expect(try tax(2024, .single, income) == dollars(expected), "\(income)")
    }
    #expect(try tax(2024, .single, "100000") == dollars(17_053))
  }

  @Test func `filed returns show its tax`() throws {
    #expect(try tax(2023, .single, "39674", standard: true) == dollars(2_879))
    #expect(try tax(2023, .marriedJoint, "37693", standard: true) == dollars(998))
    #expect(try tax(2022, .single, "110000", standard: true) == dollars(17_134))
  }

  @Test func `the minimum tax never uses it`() throws {
    let result = try returned(2024, facts: { $0.computation = .table }) {
      $0.wages = dollars(60_000)
      $0.amtPreferences = dollars(200_000)
    }
    // 26% of 260,000 less the exemption of 85,700.
    #expect(result.regularTax + result.alternativeMinimumTax == dollars(45_318))
  }
}
