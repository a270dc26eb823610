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
        // Only an oracle for tests of `Templates`.
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    ],
    targets: [
        code("WebRendering", ["Templates", "Files", "SiteModel", "Diagnostics"]),
        code("Publishing", ["CCrypto", "CShims", "Diagnostics", "Files"]),
        code("Templates", ["Diagnostics"]),
        code("YAML", ["CYAML", "Diagnostics"]),
        code("SiteModel"),
        code(
            "ExternalTools",
            [
                "Diagnostics", "Files", .product(name: "Subprocess", package: "swift-subprocess"),
                .product(name: "SystemPackage", package: "swift-system"),
            ]),
        code("Diagnostics"),
        code("Files"),
        .target(name: "CShims"),
        library("CYAML", pkgConfig: "yaml-0.1", packages: ["libyaml-dev"]),
        library("CCrypto", pkgConfig: "libcrypto", packages: ["libssl-dev"]),
        library(
            "CCMarkGFM", pkgConfig: "libcmark-gfm",
            packages: ["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"]),

        tests("Diagnostics"),
        tests("ExternalTools", ["Diagnostics", "Files"]),
        tests("Files"),
        tests("Publishing", ["Diagnostics", "Files"]),
        tests("SiteModel"),
        tests(
            "Templates",
            ["Diagnostics", .product(name: "Mustache", package: "swift-mustache")]),
        tests(
            "WebRendering", ["Templates", "Files", "SiteModel", "Diagnostics"], exclude: ["Golden"]),
        tests("YAML", ["Diagnostics"]),
    ]
)
