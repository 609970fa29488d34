// swift-tools-version: 6.2

import PackageDescription

let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .treatAllWarnings(as: .error),
]

let package = Package(
    name: "afterbell",
    products: [
        .executable(name: "afterbell", targets: ["afterbell"])
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser.git", exact: "1.8.2"),
        .package(url: "https://github.com/apple/swift-collections.git", exact: "1.6.0"),
        .package(url: "https://github.com/apple/swift-crypto.git", exact: "4.5.2"),
        .package(url: "https://github.com/apple/swift-http-types.git", exact: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log.git", exact: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio.git", exact: "2.101.2"),
        .package(url: "https://github.com/hummingbird-project/hummingbird.git", exact: "2.28.1"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache.git", exact: "2.1.1"),
        .package(url: "https://github.com/swift-server/async-http-client.git", exact: "1.37.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle.git", exact: "2.13.0"),
    ],
    targets: [
        .systemLibrary(name: "CLibPQ", pkgConfig: "libpq"),
        .systemLibrary(name: "CArchive", pkgConfig: "libarchive"),
        .target(
            name: "Schema",
            path: "sql",
            exclude: ["tests"],
            resources: [.copy("migrations"), .copy("api")],
            swiftSettings: settings
        ),
        .target(name: "Postgres", dependencies: ["CLibPQ"], swiftSettings: settings),
        .target(name: "WorkUnits", swiftSettings: settings),
        .target(name: "StrictJSON", swiftSettings: settings),
        .target(
            name: "PayRules", dependencies: ["StrictJSON", "WorkUnits"], resources: [.copy("Shipped")],
            swiftSettings: settings),
        .target(
            name: "Evidence", dependencies: ["StrictJSON", .product(name: "Crypto", package: "swift-crypto")],
            swiftSettings: settings),
        .target(
            name: "Workload",
            dependencies: [
                "Schema", "Postgres", "WorkUnits", "Evidence", "StrictJSON",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "CryptoExtras", package: "swift-crypto"),
                .product(name: "DequeModule", package: "swift-collections"),
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: settings
        ),
        .target(
            name: "Interchange",
            dependencies: ["Workload", "WorkUnits", "Evidence", "StrictJSON", "CArchive"],
            resources: [.copy("Packet/Files")],
            swiftSettings: settings
        ),
        .target(
            name: "WorkloadWeb",
            dependencies: [
                "Workload", "Interchange", "WorkUnits", "Evidence",
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "Mustache", package: "swift-mustache"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ],
            resources: [.copy("Templates"), .copy("Assets")],
            swiftSettings: settings
        ),
        .executableTarget(
            name: "afterbell",
            dependencies: [
                "Schema", "Postgres", "WorkUnits", "PayRules", "StrictJSON", "Evidence", "Workload", "Interchange",
                "WorkloadWeb",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ],
            swiftSettings: settings
        ),
        .executableTarget(
            name: "EvidenceBench", dependencies: ["Evidence"], path: "Benchmarks/Evidence", swiftSettings: settings),
        .executableTarget(
            name: "ValueBench", dependencies: ["PayRules", "WorkUnits"], path: "Benchmarks/Value",
            swiftSettings: settings),
        .target(
            name: "Support",
            dependencies: ["Evidence", "Schema", "Postgres", "WorkUnits", "Workload"],
            path: "Tests/Support",
            swiftSettings: settings
        ),
        .target(name: "SharedFiles", path: "Tests/SharedFiles", swiftSettings: settings),
        .target(name: "Randomness", path: "Tests/Randomness", swiftSettings: settings),
        .target(name: "SampleLog", dependencies: ["Evidence"], path: "Tests/SampleLog", swiftSettings: settings),
        .testTarget(
            name: "WorkUnitsTests", dependencies: ["WorkUnits", "Randomness"], exclude: ["Vectors"],
            swiftSettings: settings),
        .testTarget(
            name: "PayRulesTests", dependencies: ["PayRules", "StrictJSON", "WorkUnits", "Randomness"],
            exclude: ["Cases"],
            swiftSettings: settings),
        .testTarget(
            name: "EvidenceTests",
            dependencies: ["Evidence", "StrictJSON", "Randomness", "SampleLog", "SharedFiles"],
            exclude: ["Vectors"],
            swiftSettings: settings),
        .testTarget(name: "PostgresTests", dependencies: ["Postgres"], swiftSettings: settings),
        .testTarget(
            name: "WorkloadTests",
            dependencies: [
                "Workload", "Interchange", "Schema", "Postgres", "WorkUnits", "Support", "Randomness", "SharedFiles",
            ],
            swiftSettings: settings
        ),
        .testTarget(
            name: "InterchangeTests",
            dependencies: ["Interchange", "Workload", "WorkUnits", "CArchive", "Randomness", "SharedFiles"],
            swiftSettings: settings
        ),
        .testTarget(
            name: "WorkloadWebTests",
            dependencies: [
                "WorkloadWeb", "Workload", "Evidence", "Schema", "Postgres", "WorkUnits", "Support",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdTesting", package: "hummingbird"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "Mustache", package: "swift-mustache"),
            ],
            swiftSettings: settings
        ),
        .testTarget(
            name: "AfterbellTests",
            dependencies: [
                "afterbell", "PayRules", "StrictJSON", "Evidence", "Postgres", "Randomness", "SampleLog", "Schema",
                "Support", "Workload", "WorkUnits",
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
            ],
            swiftSettings: settings),
    ]
)
