// swift-tools-version: 6.2
import PackageDescription

// Imports point downward only: a target depends on targets that stand below it in this list.
// ARCHITECTURE.md explains each; a test holds that document against this file.

let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

func code(
    _ name: String, _ dependencies: [Target.Dependency] = [], resources: [Resource] = [],
) -> Target {
    .target(name: name, dependencies: dependencies, resources: resources, swiftSettings: settings)
}

func tests(
    _ name: String, _ dependencies: [Target.Dependency] = [], exclude: [String] = [],
) -> Target {
    .testTarget(
        name: "\(name)Tests", dependencies: [.init(stringLiteral: name)] + dependencies,
        exclude: exclude, swiftSettings: settings)
}

func library(_ name: String, pkgConfig: String, packages: [String]) -> Target {
    .systemLibrary(name: name, pkgConfig: pkgConfig, providers: [.apt(packages)])
}

let package = Package(
    name: "Crieur",
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
        // The paths that swift-subprocess takes; it brings this package itself.
        .package(url: "https://github.com/apple/swift-system", from: "1.5.0"),
        .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
        // Only an oracle for tests of `Templates`.
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    ],
    targets: [
        .executableTarget(
            name: "crieur",
            dependencies: [
                "CJemalloc", "Consultations", "ContentReading", "Diagnostics", "ExternalTools", "FeedReading", "Files", "French", "JSON",
                "Preview", "Publishing", "SMS", "Scaffolding", "SiteBuild", "SiteModel", "Templates", "YAML",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: settings),
        code(
            "Preview",
            [
                "Diagnostics", "ExternalTools", "Files", "JSON", "SiteBuild", "SiteModel",
                .product(name: "FlyingFox", package: "FlyingFox"), .product(name: "FlyingSocks", package: "FlyingFox"),
            ],
            resources: [
                .embedInCode("Resources/document.html"), .embedInCode("Resources/faults.html"), .embedInCode("Resources/live.css"),
                .embedInCode("Resources/live.js"), .embedInCode("Resources/retired-worker.js"),
            ]),
        code(
            "SiteBuild",
            [
                "API", "BulletinRendering", "Channels", "Consultations", "ContentChecks", "ContentReading", "Diagnostics", "ExternalTools", "FeedReading",
                "Figures", "Files", "French", "Gzip", "Images", "JSON", "Publishing", "SMS", "Search", "SiteAssembly", "SiteModel", "Syndication", "Templates",
                "WebRendering",
            ]),
        code(
            "Scaffolding",
            ["ContentReading", "Diagnostics", "FeedReading", "Files", "French", "SiteModel", "Templates"]),
        code(
            "WebRendering",
            ["API", "Channels", "Consultations", "Diagnostics", "Figures", "Files", "French", "JSON", "SiteModel", "Syndication", "Templates"]),
        code(
            "BulletinRendering",
            ["Diagnostics", "ExternalTools", "Figures", "Files", "French", "JSON", "SMS", "SiteModel"],
            resources: [
                .embedInCode("Worker/bindery.py"), .embedInCode("Worker/imposition.py"),
                .embedInCode("Worker/object_streams.py"), .embedInCode("Worker/typst_worker.py"),
            ]),
        code("API", ["French", "JSON", "SiteModel", "Syndication"]),
        code("Syndication", ["Calendar", "French", "JSON", "SiteModel"]),
        code(
            "Search", ["Diagnostics", "ExternalTools", "French", "JSON", "SiteModel"],
            resources: [.embedInCode("Worker/search_worker.py")]),
        code("Images", ["ExternalTools", "SiteModel"]),
        code("Publishing", ["CCrypto", "CShims", "Diagnostics", "Files", "JSON"]),
        code("ContentChecks", ["Channels", "Diagnostics", "French", "SMS", "SiteModel"]),
        code("SiteAssembly", ["Diagnostics", "French", "SiteModel"]),
        code("Channels", ["French", "SMS", "SiteModel"]),
        code("SMS", ["French", "SiteModel"]),
        code("Consultations", ["CClp", "FeedReading", "Files", "SiteModel"]),
        code("Figures", ["CQREncode", "French", "SiteModel"]),
        code("FeedReading", ["CShims", "Calendar", "Diagnostics", "Files", "French", "Gzip", "SiteModel", "YAML"]),
        code(
            "ContentReading",
            ["CAP", "CCMarkGFM", "CShims", "Diagnostics", "Files", "French", "SiteModel", "YAML"]),
        code("Calendar", ["CICal", "Diagnostics", "SiteModel"]),
        code("CAP", ["CXML", "Diagnostics", "SiteModel"]),
        code("Templates", ["Diagnostics"]),
        code("French", ["CShims", "SiteModel"]),
        code("SiteModel"),
        code("YAML", ["CShims", "CYAML", "Diagnostics"]),
        code("Gzip", ["CZlib"]),
        code(
            "ExternalTools",
            [
                "Diagnostics", "Files", .product(name: "Subprocess", package: "swift-subprocess"),
                .product(name: "SystemPackage", package: "swift-system"),
            ]),
        code("Diagnostics", ["JSON"]),
        code("JSON"),
        code("Files"),
        .target(name: "CShims"),
        library("CZlib", pkgConfig: "zlib", packages: ["zlib1g-dev"]),
        library("CYAML", pkgConfig: "yaml-0.1", packages: ["libyaml-dev"]),
        library("CICal", pkgConfig: "libical", packages: ["libical-dev"]),
        library("CXML", pkgConfig: "libxml-2.0", packages: ["libxml2-dev"]),
        library("CQREncode", pkgConfig: "libqrencode", packages: ["libqrencode-dev"]),
        library("CClp", pkgConfig: "clp", packages: ["coinor-libclp-dev"]),
        library("CJemalloc", pkgConfig: "jemalloc", packages: ["libjemalloc-dev"]),
        library("CCrypto", pkgConfig: "libcrypto", packages: ["libssl-dev"]),
        library(
            "CCMarkGFM", pkgConfig: "libcmark-gfm",
            packages: ["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"]),

        // What `make bench` measures reading with; no part of the program.
        .executableTarget(
            name: "read-feeds", dependencies: ["Diagnostics", "FeedReading", "SiteModel"], path: "Tests/Benchmarks/ReadFeeds",
            swiftSettings: settings),

        // What `make bench` measures the checks with.
        .executableTarget(
            name: "check-texts", dependencies: ["ContentChecks", "ContentReading", "Files", "SiteModel"],
            path: "Tests/Benchmarks/CheckTexts", swiftSettings: settings),

        // What an independent solver judges the statistical secrecy of.
        .executableTarget(
            name: "try-secrecy", dependencies: ["Consultations", "SiteModel"], path: "Tests/Judging/Secrecy", swiftSettings: settings),

        // What an independent count (pandas) judges the reading of answers with: raw counts, which the program never writes.
        .executableTarget(
            name: "count-answers", dependencies: ["Consultations", "ContentReading", "Files", "SiteModel"], path: "Tests/Judging/Counting",
            swiftSettings: settings),

        // The ways by which others' bytes come in: `make fuzz` runs them, a test replays what it found.
        .target(
            name: "FuzzPaths",
            dependencies: ["CAP", "Calendar", "ContentReading", "Diagnostics", "FeedReading", "Files", "SMS", "SiteModel", "WebRendering", "YAML"],
            path: "Tests/Fuzz/Paths", swiftSettings: settings),
        .testTarget(name: "FuzzTests", dependencies: ["FuzzPaths"], swiftSettings: settings),

        // What tests of several targets share.
        .target(
            name: "TemplateOracle",
            dependencies: ["Templates", .product(name: "Mustache", package: "swift-mustache")],
            path: "Tests/TemplateOracle", swiftSettings: settings),

        tests(
            "BulletinRendering",
            ["Diagnostics", "ExternalTools", "Files", "French", "SMS", "SiteModel"], exclude: ["Golden"]),
        tests("API", ["SiteModel"]),
        tests("CAP", ["Diagnostics", "SiteModel"]),
        tests("Channels", ["ContentReading", "Diagnostics", "Files", "French", "SiteModel"], exclude: ["Golden"]),
        tests("Calendar", ["Diagnostics", "SiteModel"]),
        tests("Consultations", ["ContentReading", "Diagnostics", "Files", "SiteModel"]),
        tests("ContentChecks", ["ContentReading", "Diagnostics", "SiteModel"]),
        tests("ContentReading", ["Diagnostics", "SiteModel"]),
        tests("Diagnostics"),
        tests("ExternalTools", ["Diagnostics", "Files"]),
        tests("FeedReading", ["Diagnostics", "Files", "SiteModel"]),
        tests("Figures", ["SiteModel"]),
        tests("Files"),
        tests("French", ["SiteModel"]),
        tests("Gzip"),
        tests("Publishing", ["Diagnostics", "Files"]),
        tests("SMS", ["SiteModel"]),
        tests("Scaffolding", ["ContentReading", "Diagnostics", "FeedReading", "Files", "SiteModel"]),
        tests("Search", ["ContentReading", "Diagnostics", "SiteModel"]),
        tests("SiteAssembly", ["SiteModel"]),
        tests("Images", ["Files", "SiteModel"]),
        tests("SiteBuild", ["Diagnostics", "Files", "Publishing", "SiteModel", "WebRendering"]),
        tests("SiteModel"),
        tests("Syndication", ["French", "SiteModel"]),
        tests("Templates", ["Diagnostics", "TemplateOracle"]),
        tests(
            "WebRendering",
            ["API", "Channels", "ContentReading", "Diagnostics", "Files", "SiteModel", "Syndication", "TemplateOracle", "Templates"],
            exclude: ["Golden"]),
        tests("YAML", ["Diagnostics"]),
        tests(
            "crieur",
            [
                "Diagnostics", "ExternalTools", "Files", "SiteModel",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]),
    ]
)

// libFuzzer brings its own entry point: built only with its sanitizer (`Tests/Fuzz/run`).
if Context.environment["CRIEUR_FUZZ"] != nil {
    package.targets.append(
        .executableTarget(name: "fuzz", dependencies: ["FuzzPaths"], path: "Tests/Fuzz/Fuzzer", swiftSettings: settings))
}
