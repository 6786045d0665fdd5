// swift-tools-version: 6.2
import PackageDescription

// One list of settings for every target; what stands beside C is also held to strict memory safety.
let house: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
]
let besideC = house + [.strictMemorySafety()]

let package = Package(
    name: "fjorten",
    platforms: [.macOS(.v15)],
    products: [.executable(name: "fjorten", targets: ["fjorten"])],
    dependencies: [
        // There is no Package.resolved, so every version is exact.
        .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
    ],
    targets: [
        .systemLibrary(
            name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "CLinux"),

        .target(name: "SQLite", dependencies: ["CSQLite"], swiftSettings: besideC),
        .target(name: "HTTP", dependencies: ["CLinux", "CZlib"], swiftSettings: besideC),
        .target(name: "HTML", swiftSettings: house),
        // The standards are data; C's #embed compiles them in (see its standards.c for why).
        .target(name: "CStandards"),
        .target(
            name: "Domain", dependencies: ["CStandards"], exclude: ["Standards"],
            swiftSettings: house),
        .target(
            name: "Records",
            dependencies: [
                "Domain", "SQLite", "CZlib",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "CryptoExtras", package: "swift-crypto"),
            ], swiftSettings: house),
        .target(
            name: "Centre",
            dependencies: [
                "Records", "Domain", "SQLite", "HTTP", "HTML",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "Logging", package: "swift-log"),
            ], swiftSettings: house),
        .executableTarget(
            name: "fjorten",
            dependencies: [
                "Centre", "Records", "Domain",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ], swiftSettings: house),

        .testTarget(name: "SQLiteTests", dependencies: ["SQLite"], swiftSettings: house),
        .testTarget(name: "HTTPTests", dependencies: ["HTTP"], swiftSettings: house),
        .testTarget(name: "HTMLTests", dependencies: ["HTML"], swiftSettings: house),
        .testTarget(
            name: "DomainTests", dependencies: ["Domain"], exclude: ["Examples", "Histories/Own"],
            swiftSettings: house),
        // A whole centre that tests visit. It has every room's tables and routes, so it stands on Centre; Records is
        // tested in it too, since a house without its rooms' tables is no house.
        .target(
            name: "TestHouse",
            dependencies: ["Centre", "Records", "Domain", "SQLite", "HTTP", "HTML"],
            path: "Tests/TestHouse", swiftSettings: house),
        .testTarget(
            name: "RecordsTests", dependencies: ["TestHouse", "Records", "Domain", "SQLite"],
            swiftSettings: house),
        .testTarget(
            name: "CentreTests",
            dependencies: [
                "TestHouse", "Centre", "Records", "Domain", "SQLite", "HTTP", "HTML",
                .product(name: "Logging", package: "swift-log"),
            ], swiftSettings: house),
        .testTarget(name: "TidyTests", swiftSettings: house),
    ]
)
