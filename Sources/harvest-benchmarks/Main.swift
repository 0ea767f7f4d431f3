/// Measures the program at the sizes of real portfolios and prints medians.
///
///     harvest-benchmarks            every section
///     harvest-benchmarks year       one section: returns, cells, rules, year, years, trades, whole,
///                                   greedy, wash, ledger, process
///     harvest-benchmarks year -v    a line for each client besides
@main
struct Main {
  static func main() throws {
    let chosen = CommandLine.arguments.dropFirst().filter { $0 != "-v" }
    for section in Section.allCases where chosen.isEmpty || chosen.contains(section.rawValue) {
      try section.run().print()
    }
    if let peak = peakMemory() { print("\nPeak memory of all of the above: \(peak)") }
  }
}
