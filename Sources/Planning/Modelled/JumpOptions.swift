import Quantities

/// How closely a reading follows what the law rounds, divides, or lets jump.
struct JumpOptions: Sendable {
  /// Net gains near which it is followed closely, whatever the region.
  var focus: [GainPoint] = []
  /// A region with this many jumps inside, or fewer, is cut at all of them.
  ///
  /// Plans add points of focus as they go and can do with few.
  var mostJumps = 12
  /// How far before the edge of a step or cliff the next one begins.
  ///
  /// Nothing in a model that is to be a bound: on the edge itself the favorable side holds.
  var margin = Money.zero

  /// What looks for a plan keeps five cents from every edge, so that its shares can be rounded.
  static let carefulMargin = Money(cents: 5)
}
