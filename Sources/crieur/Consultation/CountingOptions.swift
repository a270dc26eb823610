import ArgumentParser
import Consultations
import Diagnostics
import SiteBuild
import SiteModel

/// What commands that read the answers to a consultation begin with.
struct CountingOptions: ParsableArguments {
    @OptionGroup var input: InputOptions
    @OptionGroup var choice: ConsultationChoice
    @OptionGroup var answers: AnswerOptions

    struct Gathered {
        let sheet: AnswerSheet
        let communes: [AskedCommune]
        let options: BuildOptions
    }

    /// The answers that count, told of on the terminal; a fault ends the command.
    func gather() async throws -> Gathered {
        let consultation = try choice.read(input)
        let options = try input.buildOptions()
        // What is refused is told before feeds are read, which takes longer.
        let files = try answers.read(options)
        let inputs = try await SiteInputs.read(options)
        Report(input.format).print(inputs.diagnostics.filter { $0.severity == .error })
        guard let site = inputs.site, ExitStatus(inputs.diagnostics) == nil else {
            throw (ExitStatus(inputs.diagnostics) ?? .faults).code
        }
        let communes = AskedCommune.asked(by: consultation, of: site)
        let reading = try answers.reading(files, consultation, communes)
        guard let sheet = reading.sheet else { throw ExitStatus.faults.code }
        print(AnswerWording.text(reading.report, consultation))
        return Gathered(sheet: sheet, communes: communes, options: options)
    }
}
