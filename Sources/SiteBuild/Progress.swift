/// How far a build has come, for whoever watches it.
public enum Progress: Sendable {
    case reading
    case printing(done: Int, of: Int)
    case rendering(done: Int, of: Int)
    case publishing
}

public typealias ProgressReport = @Sendable (Progress) -> Void
