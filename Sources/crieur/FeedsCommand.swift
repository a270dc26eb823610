import ArgumentParser
import Diagnostics
import Publishing
import SiteBuild

struct FeedsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "feeds",
        abstract: "Dit ce que chaque fichier de données apporte, ce qui manque, et ce qui change.")

    @OptionGroup var input: InputOptions

    @Option(
        help: ArgumentHelp(
            "Dit ce qui a changé depuis le build-manifest.json d’une fabrication passée.", valueName: "fichier"))
    var previous: String?

    func run() async throws {
        let options = try input.buildOptions()
        let former = try previous.map { try FormerManifest.read($0) }
        let (review, found) = try FeedReview.read(options)
        let diagnostics = found.judged(strictly: options.strict)
        let changes = former.flatMap { former in review.map { FeedChanges(since: former, in: $0) } }
        if input.format == .json {
            print(FeedReport(review, changes: changes, diagnostics: diagnostics).json)
        } else {
            Report(input.format).print(diagnostics)
            if let review, input.format == .text {
                print(FeedTable(review).text)
                if let changes { print(changes.text) }
            }
        }
        if let status = ExitStatus(diagnostics) { throw status.code }
    }
}
