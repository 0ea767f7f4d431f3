import HarvestCommand

@main
struct Main {
  static func main() { Harvest.main() }
}
