/// Measures the program at the sizes of real portfolios and prints medians.
///
///     harvest-benchmarks            every section
///     harvest-benchmarks year       one section: returns, cells, year, years, trades, whole, greedy
@main
struct Main {
  static func main() throws {
    let chosen = CommandLine.arguments.dropFirst()
    for section in Section.allCases where chosen.isEmpty || chosen.contains(section.rawValue) {
      try section.run().print()
    }
  }
}
