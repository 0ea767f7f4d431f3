// swift-tools-version: 6.2
// SPDX-License-Identifier: GPL-3.0-or-later

import PackageDescription

/// One list of language settings for every target.
let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .strictMemorySafety(),
]

let argumentParser = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
  name: "harvest",
  products: [
    .executable(name: "harvest", targets: ["harvest"]),
    .library(
      name: "Harvest",
      targets: ["Quantities", "FederalTax", "Portfolio", "LinearModel", "Planning"]),
  ],
  traits: [
    .trait(
      name: "GLPK",
      description: "Prove plans with the GNU Linear Programming Kit (Debian: libglpk-dev)."),
    .default(enabledTraits: ["GLPK"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/attaswift/BigInt", from: "6.0.1"),
  ],
  targets: [
    .target(
      name: "Quantities", dependencies: [.product(name: "BigInt", package: "BigInt")],
      swiftSettings: settings),
    .target(
      name: "InputFiles",
      dependencies: ["Quantities", .product(name: "Yams", package: "Yams")],
      swiftSettings: settings),
    .target(
      name: "FederalTax",
      dependencies: ["Quantities", "InputFiles"],
      resources: [.embedInCode("Parameters")],
      swiftSettings: settings),
    .target(name: "Portfolio", dependencies: ["Quantities"], swiftSettings: settings),
    .target(name: "LinearModel", swiftSettings: settings),
    .systemLibrary(name: "CGLPK", providers: [.apt(["libglpk-dev"])]),
    .target(
      name: "GLPKSolver",
      dependencies: [
        "LinearModel", .target(name: "CGLPK", condition: .when(traits: ["GLPK"])),
      ],
      swiftSettings: settings),
    .target(
      name: "Planning",
      dependencies: ["Quantities", "FederalTax", "Portfolio", "LinearModel"],
      swiftSettings: settings),
    .target(
      name: "HouseholdFiles",
      dependencies: ["Quantities", "InputFiles", "FederalTax", "Portfolio", "Planning"],
      swiftSettings: settings),
    .target(
      name: "Reports",
      dependencies: ["Quantities", "FederalTax", "Portfolio", "LinearModel", "Planning"],
      swiftSettings: settings),
    .target(
      name: "HarvestCommand",
      dependencies: [
        "Quantities", "InputFiles", "FederalTax", "Portfolio", "LinearModel", "GLPKSolver",
        "Planning", "HouseholdFiles", "Reports", argumentParser,
      ],
      swiftSettings: settings),
    .executableTarget(
      name: "harvest", dependencies: ["HarvestCommand"], swiftSettings: settings),
    .executableTarget(
      name: "harvest-benchmarks",
      dependencies: [
        "Quantities", "FederalTax", "Portfolio", "LinearModel", "Planning", "GLPKSolver",
        "HouseholdFiles", "HarvestCommand", "InputFiles", "Reports", "TestSupport",
      ],
      swiftSettings: settings),

    .target(
      name: "TestSupport",
      dependencies: ["Quantities", "FederalTax", "Portfolio", "LinearModel", "Planning"],
      path: "Tests/TestSupport", swiftSettings: settings),
    .testTarget(
      name: "QuantitiesTests", dependencies: ["Quantities", "TestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "InputFilesTests", dependencies: ["InputFiles", "Quantities", "TestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "FederalTaxTests",
      dependencies: ["FederalTax", "InputFiles", "Quantities", "TestSupport"],
      resources: [.copy("Golden")], swiftSettings: settings),
    .testTarget(
      name: "PortfolioTests",
      // The ledgers kept beside these tests are read and answered as `harvest wash` does it.
      dependencies: ["Portfolio", "Quantities", "Reports", "HarvestCommand", "TestSupport"],
      exclude: ["WashSales/compare_with_reference.py"],
      resources: [.copy("WashSales/Ledgers")], swiftSettings: settings),
    .testTarget(
      name: "LinearModelTests", dependencies: ["LinearModel", "TestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "GLPKSolverTests", dependencies: ["GLPKSolver", "LinearModel", "TestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "PlanningTests",
      dependencies: [
        "Planning", "GLPKSolver", "Quantities", "FederalTax", "Portfolio", "LinearModel",
        "TestSupport",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "HouseholdFilesTests",
      dependencies: [
        "HouseholdFiles", "InputFiles", "Planning", "Portfolio", "FederalTax", "Quantities",
        "TestSupport",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "ReportsTests",
      dependencies: [
        "Reports", "Planning", "Portfolio", "FederalTax", "Quantities", "TestSupport",
      ],
      exclude: ["Golden"], swiftSettings: settings),
    .testTarget(
      name: "CommandTests",
      dependencies: ["HarvestCommand", "harvest", "Portfolio", "Reports", "TestSupport"],
      swiftSettings: settings),
  ],
  swiftLanguageModes: [.v6]
)
