public import SiteModel

extension Route {
    /// The page that documents the files below.
    public static let api = Route("/api/")
    private static let root = "/api/v1/"
    public static let apiIndex = Route("\(root)index.json")
    public static let openAPI = Route("\(root)openapi.json")

    public static func lines(of kind: String) -> Route { Route("\(root)\(kind).ndjson") }
    public static func table(of kind: String) -> Route { Route("\(root)\(kind).csv") }
    public static func schema(of name: String) -> Route { Route("\(root)schemas/\(name).json") }

    /// Folder of the communes' files.
    static let communeData = Route("\(root)communes/")
    /// All that is told of a commune.
    public static func data(of commune: INSEECode) -> Route { Route("\(communeData.path)\(commune).json") }
}
