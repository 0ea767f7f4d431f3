import HarvestCommand

@main
struct Main {
  static func main() { runHarvest() }
}
