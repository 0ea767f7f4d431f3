import InputFiles
import Planning
import Quantities

/// The securities that the household takes as substantially identical.
///
/// `identical_to` holds both ways and goes on from one security to the next: a group is all that
/// hangs together. The measure of a group is a share of the first of its securities in the file
/// that states others; a ratio says how many shares of its own security one share of the other
/// stands for.
struct IdenticalGroups {
  /// An exact positive number.
  private struct Ratio: Hashable {
    var numerator: Int128
    var denominator: Int128

    static let one = Ratio(numerator: 1, denominator: 1)

    var inverse: Ratio { Ratio(numerator: denominator, denominator: numerator) }

    /// The rate of the same value; `nil` where it is finer than a millionth, or too large.
    var rate: Rate? {
      let (millionths, remainder) = (numerator * 1_000_000).quotientAndRemainder(
        dividingBy: denominator)
      guard remainder == 0, let units = Int64(exactly: millionths), units <= Self.largest else {
        return nil
      }
      return Rate(millionths: units)
    }

    /// The number as a person would write it.
    var words: String {
      rate.map { Shares(millionths: $0.millionths).description } ?? "\(numerator)/\(denominator)"
    }

    /// A million shares for one are taken for a mistake.
    private static let largest: Int64 = 1_000_000_000_000

    /// The product in lowest terms; `nil` where it is too large to be meant.
    func times(_ other: Ratio) -> Ratio? {
      let (top, isTopLarge) = numerator.multipliedReportingOverflow(by: other.numerator)
      let (bottom, isBottomLarge) = denominator.multipliedReportingOverflow(by: other.denominator)
      let most = Int128(1) << 100
      var (larger, smaller) = (top, bottom)
      guard !isTopLarge, !isBottomLarge, top <= most, bottom <= most else { return nil }
      while smaller != 0 { (larger, smaller) = (smaller, larger % smaller) }
      return Ratio(numerator: top / larger, denominator: bottom / larger)
    }
  }

  /// One security stated as identical to another.
  private struct Link {
    var symbol: String
    var other: String
    /// Shares of `symbol` that one share of `other` stands for.
    var ratio: Ratio
    var field: Field
  }

  private let diagnostics: Diagnostics
  /// The symbol whose share is the measure, and the ratio to it, by symbol.
  private var places: [String: (measure: String, ratio: Ratio)] = [:]
  /// Whether every ratio could be told; one that could not would contradict others.
  private var areExact = true

  /// Reads what every one of the `securities` states.
  init(_ top: Section<ScenarioKey>) {
    diagnostics = top.diagnostics
    var links: [Link] = []
    // What else is wrong with the securities is for the reader of their prices to report.
    for (key, value) in (try? top[.securities]?.mapping())?.pairs ?? [] {
      guard value.isMapping, let symbol = try? key.text(),
        let field = Section(value, keys: SecurityKey.self, into: diagnostics)[.identicalTo]
      else { continue }
      links += self.links(of: symbol, field)
    }
    connect(links)
  }

  /// The groups, ordered by the first symbol of each.
  var groups: [IdenticalGroup] {
    let members = Dictionary(grouping: places.keys.sorted()) { places[$0]?.measure ?? "" }
    return members.values.map { symbols in
      IdenticalGroup(
        members: symbols.map { symbol in
          IdenticalGroup.Member(symbol: symbol, ratio: places[symbol]?.ratio.rate ?? .one)
        })
    }
    .sorted { $0.members[0].symbol < $1.members[0].symbol }
  }

  /// The name under which a security and all that are identical to it are known.
  func name(of symbol: String) -> String { places[symbol]?.measure ?? symbol }

  /// Whether two securities are substantially identical.
  func areIdentical(_ first: String, _ second: String) -> Bool {
    name(of: first) == name(of: second)
  }

  /// Reads a list of symbols, or a mapping of symbols to ratios.
  private func links(of symbol: String, _ field: Field) -> [Link] {
    var others: [(field: Field, ratio: Ratio)] = []
    if field.isMapping {
      for (key, value) in (try? field.mapping())?.pairs ?? [] {
        guard let rate = diagnostics.collect(try value.shareRatio()) else { continue }
        let ratio = Ratio(numerator: Int128(rate.millionths), denominator: 1_000_000)
        if let ratio = ratio.times(.one) { others.append((key, ratio)) }
      }
    } else {
      others = (diagnostics.collect(try field.sequence()) ?? []).map { ($0, .one) }
    }
    var links: [Link] = []
    for (field, ratio) in others {
      guard let other = diagnostics.collect(try field.text()) else { continue }
      if other == symbol {
        diagnostics.report(field.error("\"\(other)\" is the security itself"))
      } else {
        links.append(Link(symbol: symbol, other: other, ratio: ratio, field: field))
      }
    }
    return links
  }

  /// Brings what a link names into one group; a link within a group must agree with it.
  private mutating func connect(_ links: [Link]) {
    var firstMentions: [String: Int] = [:]
    for (index, link) in links.enumerated() where firstMentions[link.symbol] == nil {
      firstMentions[link.symbol] = index
    }
    for link in links {
      let own = places[link.symbol] ?? (link.symbol, .one)
      let other = places[link.other] ?? (link.other, .one)
      places[link.symbol] = own
      places[link.other] = other
      if own.measure == other.measure {
        check(link, own: own.ratio, other: other.ratio)
        continue
      }
      // A share of the other's measure in shares of one's own.
      let scale = own.ratio.times(link.ratio)?.times(other.ratio.inverse)
      let isOwnFirst =
        firstMentions[own.measure] ?? .max <= firstMentions[other.measure] ?? .max
      if isOwnFirst {
        move(other.measure, to: own.measure, times: scale, link)
      } else {
        move(own.measure, to: other.measure, times: scale?.inverse, link)
      }
    }
  }

  private func check(_ link: Link, own: Ratio, other: Ratio) {
    guard areExact, own.times(link.ratio) != other, let known = other.times(own.inverse) else {
      return
    }
    diagnostics.report(
      link.field.error(
        "a share of \(link.other) already stands for \(known.words) of \(link.symbol)",
        expected: "one ratio between two securities"))
  }

  /// Measures a group by the shares of another.
  private mutating func move(
    _ measure: String, to other: String, times scale: Ratio?, _ link: Link
  ) {
    for (symbol, place) in places.sorted(by: { $0.key < $1.key }) where place.measure == measure {
      let ratio = scale.flatMap(place.ratio.times)
      places[symbol] = (other, ratio ?? .one)
      guard ratio?.rate == nil, areExact else { continue }
      areExact = false
      diagnostics.report(
        link.field.error(
          "a share of \(symbol) is no exact number of shares of \(other)",
          expected: "at most six decimals, from 0.000001 to 1000000"))
    }
  }
}

extension Field {
  /// How many shares of one security a share of another stands for.
  fileprivate func shareRatio() throws(InputError) -> Rate {
    let ratio = try rate()
    guard ratio > .zero, ratio.millionths <= 1_000_000_000_000 else {
      throw error("\(try text()) is out of range", expected: "0.000001 to 1000000 shares")
    }
    return ratio
  }
}
