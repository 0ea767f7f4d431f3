import LinearModel
import Testing

@Suite("Linear expressions")
struct LinearExpressionTests {
  private let x = Variable(index: 0)
  private let y = Variable(index: 1)
  private let z = Variable(index: 2)

  @Test func `the normalized form has one term a variable, in order, none zero`() {
    var expression = LinearExpression(5)
    expression.add(2, z)
    expression.add(1, x)
    expression.add(4, y)
    expression.add(3, z)
    expression.add(-4, y)
    #expect(
      expression.normalized
        == LinearExpression(
          [Term(variable: x, coefficient: 1), Term(variable: z, coefficient: 5)], constant: 5))
  }

  @Test func `terms of one variable are summed in the order of their addition`() {
    var expression = LinearExpression()
    expression.add(1e16, x)
    expression.add(1, y)
    expression.add(1, x)
    expression.add(-1e16, x)
    // Were the last two summed first, the unit would survive.
    #expect(expression.normalized.terms == [Term(variable: y, coefficient: 1)])
  }

  @Test func `what rounding leaves of terms that cancel is no term`() {
    var expression = LinearExpression()
    for coefficient in [0.1, 0.2, -0.3] { expression.add(coefficient, x) }
    #expect(0.1 + 0.2 - 0.3 != 0)
    #expect(expression.normalized.terms.isEmpty)
    expression.add(1e-12, x)
    #expect(expression.normalized.terms.count == 1)
  }

  @Test func `a coefficient that is no number survives normalization`() {
    let terms = [Term(variable: x, coefficient: .nan), Term(variable: x, coefficient: 1)]
    #expect(LinearExpression(terms).normalized.terms.first?.coefficient.isNaN == true)
  }

  @Test func `arithmetic is that of the values at every point`() {
    let one = 2 * LinearExpression(x) + LinearExpression(3)
    let other = LinearExpression(y) - 4 * LinearExpression(x)
    let point = [7.0, 11.0]
    #expect(one.value(at: point) == 17)
    #expect(other.value(at: point) == -17)
    #expect((one + other).value(at: point) == 0)
    #expect((one - other).value(at: point) == 34)
    #expect((-one).value(at: point) == -17)
    #expect((0.5 * one).value(at: point) == 8.5)
    var sum = one
    sum += other
    sum -= one
    #expect(sum.normalized == other.normalized)
  }
}
