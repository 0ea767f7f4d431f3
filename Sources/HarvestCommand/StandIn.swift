import HouseholdFiles
import InputFiles
import LinearModel
import Planning

func loadPlan(at path: String, for problem: Problem) throws(InputFailure) -> Plan { .hold }
func lotExplanationText(lot: Int, of problem: Problem, plan: PricedPlan) -> String { "" }
enum LPFormat { static func text(of model: Model) -> String { "" } }
enum MPSFormat { static func text(of model: Model) -> String { "" } }
