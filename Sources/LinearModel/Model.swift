/// A condition on a model's variables: a sum of terms lies between two bounds.
public struct Constraint: Sendable, Hashable {
  /// The name for people, such as `lot A-3 is not oversold`.
  public let name: String
  /// One term a variable, none zero, in the order of the variables.
  public let terms: [Term]
  /// The least value of the sum, or minus infinity.
  public let lower: Double
  /// The greatest value of the sum, or infinity.
  public let upper: Double
}

/// A mixed-integer linear model: variables, constraints, and an objective to be made least.
///
/// A model is a value and knows no solver. Building it checks nothing that would cost time;
/// ``defects`` says what is wrong with it, and every ``Solver`` asks before it begins.
public struct Model: Sendable, Hashable {
  /// The name of the model.
  public let name: String
  /// The variables, in the order of their addition.
  public private(set) var variables: [VariableDefinition] = []
  /// The constraints, in the order of their addition.
  public private(set) var constraints: [Constraint] = []
  /// What is to be made as small as possible.
  public var objective = LinearExpression()

  /// A model without variables.
  public init(name: String = "") { self.name = name }

  /// Makes room for as many variables and constraints in all.
  public mutating func reserveCapacity(variables: Int, constraints: Int) {
    self.variables.reserveCapacity(variables)
    self.constraints.reserveCapacity(constraints)
  }

  /// Adds a variable between two bounds.
  ///
  /// - Parameters:
  ///   - name: for people; any characters.
  ///   - lower: the least value, or minus infinity.
  ///   - upper: the greatest value, or infinity.
  ///   - kind: whether the value must be whole.
  /// - Returns: the variable, for use in expressions.
  @discardableResult
  public mutating func addVariable(
    _ name: String, lower: Double = 0, upper: Double = .infinity,
    kind: VariableKind = .continuous
  ) -> Variable {
    variables.append(VariableDefinition(name: name, lower: lower, upper: upper, kind: kind))
    return Variable(index: variables.count - 1)
  }

  /// Demands that an expression lie between two bounds.
  ///
  /// - Parameters:
  ///   - name: for people; any characters.
  ///   - expression: terms of one variable are merged, and the constant moves to the bounds.
  ///   - lower: the least value of the expression, or minus infinity.
  ///   - upper: the greatest value of the expression, or infinity.
  /// - Returns: the place of the constraint in ``constraints``.
  @discardableResult
  public mutating func addConstraint(
    _ name: String, _ expression: LinearExpression, lower: Double = -.infinity,
    upper: Double = .infinity
  ) -> Int {
    constraints.append(
      Constraint(
        name: name, terms: expression.normalized.terms, lower: lower - expression.constant,
        upper: upper - expression.constant))
    return constraints.count - 1
  }

  /// Replaces the bounds of a variable.
  public mutating func setBounds(of variable: Variable, lower: Double, upper: Double) {
    variables[variable.index].lower = lower
    variables[variable.index].upper = upper
  }

  /// How many variables must be whole.
  public var integerCount: Int { variables.count { $0.kind == .integer } }
}
