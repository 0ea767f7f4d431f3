import Planning
import Quantities

extension JSON {
  /// Dollars as a decimal string, or null.
  static func money(_ amount: Money?) -> JSON {
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

extension Effort {
  /// What the search took; the seconds are the only number that may differ between runs.
  var json: JSON {
    [
      "rows": .integer(rows),
      "columns": .integer(columns),
      "binaries": .integer(binaries),
      "nodes": .integer(nodes),
      "seconds": .number((seconds * 1_000).rounded() / 1_000),
    ]
  }
}
