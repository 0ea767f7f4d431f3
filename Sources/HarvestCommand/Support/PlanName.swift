import ArgumentParser
import Planning

/// A plan by the name of its maker, or by a file.
enum PlanName: ExpressibleByArgument, Hashable, CustomStringConvertible {
  case made(PlanMaker)
  case file(String)

  /// Reads a maker's name or the path of a CSV file.
  init?(argument: String) {
    if argument.hasSuffix(".csv") {
      self = .file(argument)
    } else if let maker = PlanMaker(rawValue: argument), maker != .given {
      self = .made(maker)
    } else {
      return nil
    }
  }

  /// Every maker but the household itself.
  static let makers = PlanMaker.allCases.filter { $0 != .given }

  /// Whether it is a plan of a person's own.
  var isFile: Bool { if case .file = self { true } else { false } }

  var defaultValueDescription: String { description }

  /// The maker's name or the path, as an argument has it.
  var description: String {
    switch self {
    case .made(let maker): maker.rawValue
    case .file(let path): path
    }
  }

  static var allValueStrings: [String] { makers.map(\.rawValue) + ["FILE.csv"] }
}

/// Plans in the order in which they are compared.
struct PlanList: CustomStringConvertible {
  var names: [PlanName]

  /// The simple rules, then greedy and optimal.
  static let standard = PlanList(
    names: [
      .hold, .harvestAll, .firstInFirstOut, .highestCost, .brokerOrder, .greedy, .optimal,
    ].map(PlanName.made))

  init(names: [PlanName]) { self.names = names }

  /// Reads names between commas, each at most once.
  ///
  /// - Throws: what is wrong with the first name that is.
  init(argument: String) throws(ValidationError) {
    names = []
    for part in argument.split(separator: ",", omittingEmptySubsequences: false) {
      guard let name = PlanName(argument: String(part)) else {
        let known = PlanName.allValueStrings.joined(separator: ", ")
        throw ValidationError("there is no plan \"\(part)\"; the plans are \(known).")
      }
      guard !names.contains(name) else {
        throw ValidationError("\"\(part)\" is named twice.")
      }
      names.append(name)
    }
  }

  /// The names between commas.
  var description: String {
    names.map(\.description).joined(separator: ",")
  }

  /// The plans that are made by name.
  var withoutFiles: PlanList { PlanList(names: names.filter { !$0.isFile }) }

  func contains(_ maker: PlanMaker) -> Bool { names.contains(.made(maker)) }
}
