import LinearModel
import Testing

@Suite("LP and MPS text")
struct TextFormatTests {
  /// Every kind of bound, row and name.
  private let model: Model = {
    var model = Model(name: "RSU year, 2026")
    let lot = LinearExpression(model.addVariable("sell[lot A-3, 2026-12-31]", upper: 12.5))
    let again = LinearExpression(model.addVariable("sell[lot A/3, 2026-12-31]", lower: 0.1))
    let net = LinearExpression(model.addVariable("net", lower: -.infinity))
    let cell = LinearExpression(model.addVariable("cell", upper: 1, kind: .integer))
    let steps = LinearExpression(model.addVariable("steps", kind: .integer))
    let loss = LinearExpression(model.addVariable("loss", lower: -.infinity, upper: -1))
    let fixed = LinearExpression(model.addVariable("e2", lower: 1e-5, upper: 1e-5))
    let idle = model.addVariable("idle", lower: 0.5, upper: 1.5, kind: .integer)
    model.addConstraint("net is what lots give", lot - 0.3 * again - net, lower: 0, upper: 0)
    model.addConstraint("range", lot + again, lower: -5, upper: 1e21)
    model.addConstraint("range upper", net + loss, upper: 7)
    model.addConstraint("objective", cell + steps + fixed, lower: 1)
    model.addConstraint("says nothing", LinearExpression(idle))
    model.addConstraint("empty", LinearExpression(), upper: 3)
    model.objective = 0.1 * lot - 1 * steps + LinearExpression(-2.5)
    return model
  }()

  @Test func `LP text is for people and for readers`() {
    #expect(
      LPFormat.text(of: model) == #"""
        \ model RSU_year_2026: 8 columns, 6 rows, minimize
        \ objective constant: -2.5
        \ the model's objective is the value below plus the constant
        Minimize
         objective: + 0.1 sell_lot_A_3_2026_12_31 - steps
        Subject To
         net_is_what_lots_give: + sell_lot_A_3_2026_12_31
         - 0.3 sell_lot_A_3_2026_12_31_2 - net = 0
         range: + sell_lot_A_3_2026_12_31 + sell_lot_A_3_2026_12_31_2 >= -5
         range_upper: + sell_lot_A_3_2026_12_31 + sell_lot_A_3_2026_12_31_2 <= 1e+21
         range_upper_2: + net + loss <= 7
         objective_2: + cell + steps + _e2 >= 1
         _empty: 0 sell_lot_A_3_2026_12_31 <= 3
        Bounds
         0 <= sell_lot_A_3_2026_12_31 <= 12.5
         sell_lot_A_3_2026_12_31_2 >= 0.1
         net free
         0 <= cell <= 1
         -inf <= loss <= -1
         _e2 = 1e-05
         idle = 1
        Generals
         cell steps idle
        End

        """#)
  }

  @Test func `MPS text leaves nothing to a reader's suppositions`() {
    #expect(
      MPSFormat.text(of: model) == """
        * model RSU_year_2026: 8 columns, 6 rows, minimize
        * objective constant: -2.5
        * the model's objective is the value below plus the constant
        NAME RSU_year_2026 FREE
        ROWS
         N objective
         E net_is_what_lots_give
         G range
         L range_upper
         L range_upper_2
         G objective_2
         L _empty
        COLUMNS
         sell_lot_A_3_2026_12_31 objective 0.1
         sell_lot_A_3_2026_12_31 net_is_what_lots_give 1
         sell_lot_A_3_2026_12_31 range 1
         sell_lot_A_3_2026_12_31 range_upper 1
         sell_lot_A_3_2026_12_31_2 net_is_what_lots_give -0.3
         sell_lot_A_3_2026_12_31_2 range 1
         sell_lot_A_3_2026_12_31_2 range_upper 1
         net net_is_what_lots_give -1
         net range_upper_2 1
         MARKER0 'MARKER' 'INTORG'
         cell objective_2 1
         steps objective -1
         steps objective_2 1
         MARKER1 'MARKER' 'INTEND'
         loss range_upper_2 1
         _e2 objective_2 1
         MARKER2 'MARKER' 'INTORG'
         idle objective 0
         MARKER3 'MARKER' 'INTEND'
        RHS
         RHS range -5
         RHS range_upper 1e+21
         RHS range_upper_2 7
         RHS objective_2 1
         RHS _empty 3
        BOUNDS
         UP BND sell_lot_A_3_2026_12_31 12.5
         LO BND sell_lot_A_3_2026_12_31_2 0.1
         FR BND net
         UP BND cell 1
         PL BND steps
         MI BND loss
         UP BND loss -1
         FX BND _e2 1e-05
         FX BND idle 1
        ENDATA

        """)
  }

  @Test func `a model of nothing is still a text with a sum and a row`() {
    #expect(
      LPFormat.text(of: Model()) == #"""
        \ model model: 0 columns, 0 rows, minimize
        \ objective constant: 0
        \ the model's objective is the value below plus the constant
        Minimize
         objective: 0 nothing
        Subject To
         nothing: 0 nothing >= 0
        Bounds
        End

        """#)
  }

  @Test func `names are short, plain and different, whatever they were`() {
    var model = Model()
    let long = String(repeating: "very long lot ", count: 30)
    for name in [long, long, "", "   ", "Free", "12", "é", "A", "a", "A", "A_2"] {
      model.addVariable(name, upper: 1)
    }
    let names = LPFormat.text(of: model).split(separator: "\n").compactMap {
      $0.wholeMatch(of: #/ 0 <= (.*) <= 1/#)?.output.1
    }
    #expect(
      names.dropFirst(2) == [
        "unnamed", "unnamed_2", "_Free", "_12", "unnamed_3", "A", "a", "A_2", "A_2_2",
      ])
    #expect(names[0].hasPrefix("very_long_lot_very") && names[1] == names[0] + "_2")
    #expect(names.allSatisfy { $0.count <= 70 })
  }

  @Test func `long sums are wrapped between terms`() {
    var model = Model()
    for index in 0..<100 { model.objective.add(0.1, model.addVariable("variable \(index)")) }
    let lines = LPFormat.text(of: model).split(separator: "\n")
    #expect(lines.allSatisfy { $0.count <= 80 })
    #expect(lines.count > 20)
  }
}
