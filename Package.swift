// swift-tools-version: 6.2
import PackageDescription

/// The same strict settings for every target: any exception would be a place where a rule is not checked.
let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

/// The web stack takes longer to build than everything else together, so the core is built and tested without it:
/// `swift test --disable-default-traits`.
let web = TargetDependencyCondition.when(traits: ["Web"])

let package = Package(
    name: "minutebook",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "minutebook", targets: ["minutebook"]),
        // The ledger without the domain, for whoever builds a different ledger on it.
        .library(name: "CanonicalJSON", targets: ["CanonicalJSON"]),
        .library(name: "TransparencyTree", targets: ["TransparencyTree"]),
        .library(name: "EventLog", targets: ["EventLog"]),
    ],
    traits: [
        .trait(name: "Web", description: "The pages and the HTTP API: `minutebook serve`."),
        .default(enabledTraits: ["Web"]),
    ],
    dependencies: [
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: [
        // Each target imports only what stands above it.
        .target(name: "CanonicalJSON", swiftSettings: strict),
        .target(
            name: "TransparencyTree",
            dependencies: [.product(name: "Crypto", package: "swift-crypto")],
            swiftSettings: strict),
        .target(
            name: "EventLog",
            dependencies: [
                "CanonicalJSON", "TransparencyTree",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ],
            swiftSettings: strict),
        .target(
            name: "Domain",
            dependencies: ["CanonicalJSON", "EventLog"],
            swiftSettings: strict),
        .target(
            name: "Assessment",
            dependencies: ["CanonicalJSON", "Domain", "EventLog", .product(name: "Yams", package: "Yams")],
            swiftSettings: strict),
        .target(
            name: "Bookkeeping",
            dependencies: [
                "Assessment", "CanonicalJSON", "Domain", "EventLog", "TransparencyTree",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "GRDB", package: "GRDB.swift"),
            ],
            swiftSettings: strict),
        .target(
            name: "Wording",
            dependencies: ["Assessment", "Bookkeeping", "CanonicalJSON", "Domain", "EventLog", "TransparencyTree"],
            swiftSettings: strict),
        .target(
            name: "Rendering",
            dependencies: [
                "CanonicalJSON", "Domain", "EventLog", "Wording", .product(name: "Mustache", package: "swift-mustache"),
            ],
            resources: [.embedInCode("Templates")], swiftSettings: strict),
        .target(
            name: "Views",
            dependencies: [
                "Assessment", "Bookkeeping", "CanonicalJSON", "Domain", "EventLog", "Rendering", "TransparencyTree", "Wording",
            ],
            swiftSettings: strict),
        .target(
            name: "Reports",
            dependencies: [
                "Assessment", "Bookkeeping", "CanonicalJSON", "Domain", "EventLog", "Rendering", "TransparencyTree", "Views", "Wording",
                .product(name: "Crypto", package: "swift-crypto"),
            ], swiftSettings: strict),
        .target(
            name: "Web",
            dependencies: [
                "Assessment", "Bookkeeping", "CanonicalJSON", "Domain", "EventLog", "Rendering", "Reports", "TransparencyTree", "Views", "Wording",
                .product(name: "Crypto", package: "swift-crypto", condition: web),
                .product(name: "CryptoExtras", package: "swift-crypto", condition: web),
                .product(name: "GRDB", package: "GRDB.swift", condition: web),
                .product(name: "HTTPTypes", package: "swift-http-types", condition: web),
                .product(name: "Hummingbird", package: "hummingbird", condition: web),
                .product(name: "HummingbirdTLS", package: "hummingbird", condition: web),
                .product(name: "Logging", package: "swift-log", condition: web),
                .product(name: "Mustache", package: "swift-mustache", condition: web),
                .product(name: "NIOCore", package: "swift-nio", condition: web),
                .product(name: "NIOHTTP1", package: "swift-nio", condition: web),
                .product(name: "NIOSSL", package: "swift-nio-ssl", condition: web),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle", condition: web),
            ],
            resources: [.embedInCode("Assets"), .embedInCode("Handbook"), .embedInCode("Templates")], swiftSettings: strict),
        .executableTarget(
            name: "minutebook",
            dependencies: [
                .target(name: "Web", condition: web),
                "Assessment", "Bookkeeping", "CanonicalJSON", "Domain", "EventLog", "Rendering", "Reports", "TransparencyTree", "Views", "Wording",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log", condition: web),
            ],
            swiftSettings: strict),
        .executableTarget(
            name: "benchmarks", dependencies: ["Bookkeeping", "CanonicalJSON", "Domain", "EventLog"],
            path: "Tools/Benchmarks", exclude: ["baseline.c", "growth.py"], swiftSettings: strict),

        // What several suites of tests share.
        .target(
            name: "TestSupport", dependencies: ["TransparencyTree", .product(name: "Crypto", package: "swift-crypto")],
            path: "Tests/TestSupport", swiftSettings: strict),
        // Given, when and then, for what the domain decides.
        .target(
            name: "DomainTestSupport", dependencies: ["CanonicalJSON", "Domain", "EventLog"], path: "Tests/DomainTestSupport",
            swiftSettings: strict),
        .testTarget(
            name: "TransparencyTreeTests", dependencies: ["TestSupport", "TransparencyTree"], swiftSettings: strict),
        .testTarget(name: "CanonicalJSONTests", dependencies: ["CanonicalJSON"], swiftSettings: strict),
        .testTarget(
            name: "EventLogTests", dependencies: ["CanonicalJSON", "EventLog", "TransparencyTree"],
            swiftSettings: strict),
        .testTarget(
            name: "DomainTests", dependencies: ["CanonicalJSON", "Domain", "DomainTestSupport", "EventLog", "TestSupport"],
            swiftSettings: strict),
        .testTarget(
            name: "AssessmentTests",
            dependencies: ["Assessment", "CanonicalJSON", "Domain", "DomainTestSupport", "EventLog", "TestSupport"], exclude: ["Field", "Smallest"],
            swiftSettings: strict),
        // Two threads of a process that works with a book, to be run in several processes at once.
        .executableTarget(
            name: "traffic", dependencies: ["Bookkeeping", "CanonicalJSON", "Domain", "EventLog"], path: "Tests/Traffic",
            swiftSettings: strict),
        // SQLite on disks that fail and machines that lose power: for tests only.
        .target(name: "FaultVFS", path: "Tests/FaultVFS", linkerSettings: [.linkedLibrary("sqlite3")]),
        .testTarget(
            name: "BookkeepingTests",
            dependencies: [
                "Assessment", "Bookkeeping", "CanonicalJSON", "Domain", "DomainTestSupport", "EventLog", "FaultVFS", "TestSupport",
                "TransparencyTree", "Wording",
                .product(name: "GRDB", package: "GRDB.swift"),
            ],
            exclude: ["Golden"], swiftSettings: strict),
        .testTarget(
            name: "WordingTests",
            dependencies: [
                "Assessment", "Bookkeeping", "CanonicalJSON", "Domain", "DomainTestSupport", "EventLog", "TransparencyTree", "Wording",
            ],
            swiftSettings: strict),
        .testTarget(
            name: "RenderingTests",
            dependencies: [
                "CanonicalJSON", "Domain", "EventLog", "Rendering", "Wording", .product(name: "Crypto", package: "swift-crypto"),
            ], swiftSettings: strict),
        .testTarget(
            name: "ViewsTests",
            dependencies: [
                "Assessment", "Bookkeeping", "CanonicalJSON", "Domain", "DomainTestSupport", "EventLog", "Rendering", "Reports", "TestSupport", "Views",
                "Wording",
            ], swiftSettings: strict),
        .testTarget(
            name: "ReportsTests",
            dependencies: [
                "Assessment", "Bookkeeping", "CanonicalJSON", "Domain", "DomainTestSupport", "EventLog", "Rendering", "Reports", "TestSupport",
                "TransparencyTree", "Views", "Wording", .product(name: "Crypto", package: "swift-crypto"),
            ],
            exclude: ["Kept"], swiftSettings: strict),
        .testTarget(
            name: "CommandLineTests",
            dependencies: ["Bookkeeping", "CanonicalJSON", "Domain", "EventLog", "TestSupport", "Views", "minutebook", "traffic"],
            exclude: ["Gallery", "Transcripts"], swiftSettings: strict),
        .testTarget(
            name: "WebTests",
            dependencies: [
                "Bookkeeping", "CanonicalJSON", "Domain", "EventLog", "TestSupport", "TransparencyTree", "Views", "Web", "Wording",
                .product(name: "Crypto", package: "swift-crypto", condition: web),
                .product(name: "GRDB", package: "GRDB.swift", condition: web),
                .product(name: "HTTPTypes", package: "swift-http-types", condition: web),
                .product(name: "Hummingbird", package: "hummingbird", condition: web),
                .product(name: "HummingbirdTesting", package: "hummingbird", condition: web),
                .product(name: "NIOCore", package: "swift-nio", condition: web),
            ], swiftSettings: strict),
    ],
    swiftLanguageModes: [.v6]
)
