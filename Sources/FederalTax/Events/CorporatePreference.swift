import Quantities

/// The gain on a corporation's building that is ordinary beside that of section 1250.
///
/// It is a part of what section 1245 would make ordinary, were it to apply, beyond what section 1250
/// does. It counts as gain of section 1250, in the year of the sale whatever is paid in it.
///
/// Source: IRC §§291(a)(1), 453(i).
///
/// - Parameters:
///   - gain: the gain, or loss (negative).
///   - depreciation: depreciation allowed or allowable, not negative.
///   - recapture: what section 1250 makes ordinary.
///   - rate: the part; `nil` where the seller is no corporation.
/// - Returns: not negative, rounded half up to a cent.
func corporatePreference(
  in gain: Money, depreciation: Money, recapture: Money, rate: Rate?
) -> Money {
  guard let rate else { return .zero }
  return rate.of(max(.zero, min(depreciation, gain) - recapture), rounded: .halfUp)
}
