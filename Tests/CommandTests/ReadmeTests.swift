import Foundation
import TestSupport
import Testing

/// What README.md says can be done, and what it shows.
@Suite("README.md")
struct ReadmeTests {
  private let readme: String

  init() throws { readme = try Repository.read("README.md") }

  /// The fenced blocks of a kind, each without its fences.
  private func blocks(_ kind: String) -> [String] {
    readme.components(separatedBy: "\n```\(kind)\n").dropFirst()
      .compactMap { $0.components(separatedBy: "\n```").first }
  }

  /// The lines of the blocks of commands, without remarks.
  private var commands: [String] {
    blocks("sh").flatMap { $0.components(separatedBy: "\n") }
      .map { String($0.prefix { $0 != "#" }).trimmingCharacters(in: .whitespaces) }
      .filter { !$0.isEmpty }
  }

  @Test func `the report it shows is the whole report of the scenario it names`() throws {
    let report = try Repository.read("Scenarios/rsu-year/expected/compare.txt")
    #expect(blocks("text").contains { $0 + "\n" == report })
    let leaves = try #require(report.firstMatch(of: /greedy\s+leaves\s+\$([0-9,.]+[0-9])/))
    #expect(readme.contains("The greedy plan pays \(leaves.1) more"))
  }

  @Test func `one line installs, builds and compares, and one installs and tests`() {
    let install = "$(command -v sudo) sh -c 'apt-get update && apt-get install -y libglpk-dev' && "
    let compare = "swift run -c release harvest compare Scenarios/rsu-year/scenario.yaml"
    #expect(commands.first == install + compare)
    #expect(commands.filter { $0.hasSuffix("swift test") } == [install + "swift test"])
  }

  @Test func `every harvest command in it runs`() throws {
    let binary = try Binary()
    defer { binary.remove() }
    for folder in ["Scenarios", "Tests"] {
      try FileManager.default.createSymbolicLink(
        at: binary.folder.appendingPathComponent(folder),
        withDestinationURL: Repository.root.appendingPathComponent(folder))
    }
    let lines = commands.filter { $0.hasPrefix("harvest ") }
    #expect(lines.count > 5)
    for line in lines {
      let run = try binary.run(line.words.dropFirst().map { $0 })
      #expect(run.status == 0, "\(line): \(run.error)")
    }
  }

  @Test func `every folder and file it points to is there`() {
    let links = readme.components(separatedBy: "](").dropFirst()
      .compactMap { $0.components(separatedBy: ")").first }.filter { !$0.hasPrefix("http") }
    #expect(links.count > 3)
    for link in links {
      #expect(FileManager.default.fileExists(atPath: Repository.path(link)), "\(link)")
    }
  }
}

extension String {
  /// The words of a command line; double quotes keep several together.
  fileprivate var words: [String] {
    components(separatedBy: "\"").enumerated().flatMap { index, part in
      index.isMultiple(of: 2) ? part.split(separator: " ").map(String.init) : [part]
    }
  }
}
