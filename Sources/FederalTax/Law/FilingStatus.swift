/// The filing status of a return: of an individual, IRC §1(a) to (d) and §2, or of an estate or
/// trust, §1(e).
public enum FilingStatus: String, Sendable, Hashable, CaseIterable {
  /// Not married, and none of the others.
  case single
  /// Married, one return of both.
  case marriedJoint = "married_joint"
  /// Married, two returns.
  case marriedSeparate = "married_separate"
  /// Unmarried with a household of one's own for a dependent.
  case headOfHousehold = "head_of_household"
  /// In the two years after a spouse's death, with a dependent child.
  case qualifyingSurvivingSpouse = "qualifying_surviving_spouse"
  /// Not an individual but an estate or a trust; always the last case.
  case estateOrTrust = "estate_or_trust"

  /// The statuses of individuals, in the order of the cases.
  public static let individuals = allCases.filter { $0 != .estateOrTrust }

  /// The status in words, to stand within a sentence.
  public var name: String {
    switch self {
    case .single: "single"
    case .marriedJoint: "married filing jointly"
    case .marriedSeparate: "married filing separately"
    case .headOfHousehold: "head of household"
    case .qualifyingSurvivingSpouse: "qualifying surviving spouse"
    case .estateOrTrust: "estate or trust"
    }
  }
}
