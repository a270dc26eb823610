public import SiteModel

/// How jobs name the images that their templates read.
public enum PrintedImage {
    static let folder = "images"

    /// From the folder of the templates; it changes with the image's content, and so does the job.
    public static func path(of route: Route) -> String { "\(folder)/\(route.path.split(separator: "/").last ?? "")" }
}
