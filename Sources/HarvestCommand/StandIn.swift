import LinearModel

enum LPFormat { static func text(of model: Model) -> String { "" } }
enum MPSFormat { static func text(of model: Model) -> String { "" } }
