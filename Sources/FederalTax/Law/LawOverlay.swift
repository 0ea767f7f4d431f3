/// Parameters that a proposal changes, laid over the published law.
public struct LawOverlay: Sendable {
}

extension FederalLaw {
  /// The law of a year for a filing status.
  public static func load(
    year: Int, status: FilingStatus, overlay: LawOverlay? = nil
  ) throws(LawError) -> FederalLaw { throw .unsupportedYear(year, first: 2022) }
}
