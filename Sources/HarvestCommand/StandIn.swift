import LinearModel
import Planning

func lotExplanationText(lot: Int, of problem: Problem, plan: PricedPlan) -> String { "" }
enum LPFormat { static func text(of model: Model) -> String { "" } }
enum MPSFormat { static func text(of model: Model) -> String { "" } }
