public import LinearModel
public import Planning
public import Quantities

extension JSON {
  /// Dollars as a decimal string, or null.
  public static func money(_ amount: Money?) -> JSON {
    amount.map { .string($0.description) } ?? .null
  }

  /// A day in ISO form.
  static func date(_ date: CivilDate) -> JSON { .string(date.description) }

  /// Notices as objects, in their order.
  static func notices(_ notices: [Notice]) -> JSON {
    .array(
      notices.map { notice in
        [
          "code": .string(notice.code), "message": .string(notice.message),
          "path": .string(notice.path),
        ]
      })
  }
}
