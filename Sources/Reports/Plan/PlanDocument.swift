public import Planning

/// What a planner answers, in the forms in which it is printed.
public struct PlanDocument: Sendable {
  /// The page; `nil` where no plan satisfies the constraints.
  public let text: String?
  /// The document `harvest.plan/1`.
  public let json: JSON
  /// The constraints that no plan satisfies together.
  public let contradiction: Contradiction?
  /// Whether the search was stopped before it ended by itself.
  public let stoppedAtLimit: Bool

  /// A plan.
  public init(_ report: PlanReport) {
    text = report.text
    json = report.json
    contradiction = nil
    stoppedAtLimit = report.outcome.stoppedAtLimit
  }

  /// Constraints that no plan satisfies.
  ///
  /// - Parameters:
  ///   - contradiction: the constraints.
  ///   - problem: what might be sold.
  ///   - solver: the planner that was asked.
  public init(_ contradiction: Contradiction, of problem: Problem, solver: PlanMaker) {
    text = nil
    json = contradictionJSON(contradiction, of: problem, solver: solver)
    self.contradiction = contradiction
    stoppedAtLimit = false
  }
}

/// What a planner answers for an entity of a household.
public struct EntityAnswer: Sendable {
  /// The entity's name.
  public let name: String
  /// What it is, as a stable name.
  public let kind: String
  /// Its own plan.
  public let answer: PlanDocument

  /// An entity's answer.
  public init(name: String, kind: String, answer: PlanDocument) {
    self.name = name
    self.kind = kind
    self.answer = answer
  }
}

/// The pages of a household and of its entities, one after the other.
public func householdText(_ whole: PlanDocument, entities: [EntityAnswer]) -> String {
  var pages = [whole.text].compactMap(\.self)
  for entity in entities {
    if let text = entity.answer.text { pages.append(entityHeading(entity.name) + text) }
  }
  return pages.joined(separator: "\n")
}

/// The lines that tell an entity's page from that of its household.
public func entityHeading(_ name: String) -> String {
  var page = Page()
  page.add("\(name), planned by itself: its gains and losses never cross to the household.")
  page.addGap()
  return page.text
}

/// The document of a household, with those of its entities in `entities` where there are any.
public func householdJSON(_ whole: PlanDocument, entities: [EntityAnswer]) -> JSON {
  guard !entities.isEmpty, case .object(let members) = whole.json else { return whole.json }
  let documents = entities.map { entity -> JSON in
    [
      "name": .string(entity.name), "kind": .string(entity.kind), "plan": entity.answer.json,
    ]
  }
  return .object(members + [("entities", .array(documents))])
}
