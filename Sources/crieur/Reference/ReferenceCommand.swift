import ArgumentParser
import ContentReading
import Diagnostics
import FeedReading
import Foundation
import JSON
import SiteBuild

/// What references and schemas of the documentation are made from, as JSON: `tools/reference` reads it.
struct ReferenceCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reference",
        abstract: "Donne en JSON les clés, les mots, les colonnes et les noms des gabarits de ce site.", shouldDisplay: false)

    @OptionGroup var input: InputOptions

    func run() async throws {
        let (names, diagnostics) = try await TemplateReference.read(try input.buildOptions())
        guard let names, !diagnostics.hasErrors else {
            Report(input.format).print(diagnostics)
            throw ExitCode(ExitStatus.faults.rawValue)
        }
        var json = JSONWriter()
        json.object { json in
            json.key("files")
            json.object { json in
                for (name, shape) in ContentShapes.all + [("feeds.yml", FeedList.shape)] {
                    json.key(name)
                    json.shape(shape)
                }
            }
            json.key("directives")
            json.object { json in
                json.field("inline", DirectiveNames.inline)
                json.field("block", DirectiveNames.block)
            }
            json.key("formats")
            json.object { json in
                for format in FeedFormat.allCases { json.columns(format.rawValue, format.columns) }
                json.columns("agenda", FeedFormat.agendaColumns)
            }
            json.key("templates")
            json.templates(names)
        }
        FileHandle.standardOutput.write(Data(json.bytes + [0x0A]))
    }
}
