import Portfolio

/// The households over which what holds of every ledger is tried: those of the file, and others
/// drawn from seeds.
struct LedgerSample: Sendable {
  let name: String
  let records: LedgerRecords
  let ledger: WashLedger

  /// Every sample, each with its ledger.
  ///
  /// - Throws: where a ledger cannot be kept.
  static func all() throws -> [LedgerSample] { try samples.get() }

  private static let samples: Result<[LedgerSample], any Error> = Result {
    let frozen = try FrozenLedger.load().map { ($0.id, $0.records) }
    let drawn = (0..<200).map { seed in
      ("seed \(seed)", RandomLedger.records(seed: UInt64(seed)))
    }
    return try (frozen + drawn).map { name, records in
      LedgerSample(name: name, records: records, ledger: try WashLedger(records))
    }
  }
}
