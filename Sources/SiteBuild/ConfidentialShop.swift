import BulletinRendering
public import Diagnostics
import Files
import Foundation
public import SMS

/// The sheet of confidential texts, set in their own folder: neither the cache nor what is published ever holds it.
public struct ConfidentialShop: Sendable {
    public struct Delivery: Sendable {
        public let diagnostics: [Diagnostic]
        /// The PDF; `nil` where a fault stops the work.
        public let pdf: [UInt8]?
        public let pages: Int
    }

    private let options: BuildOptions

    public init(_ options: BuildOptions) { self.options = options }

    /// - Parameter folder: one that nobody else reads; what is needed for the work goes with it.
    /// - Throws: errors of the disk and the tools.
    public func sheet(of texts: [ConfidentialText], in folder: String) async throws -> Delivery {
        var faults = FaultGathering(strict: options.strict)
        let inputs = try await SiteInputs.read(options)
        faults.add(inputs.diagnostics.filter { $0.severity == .error })
        let engine = faults.take(try await BulletinPress.engine(for: options))
        if let engine { faults.add(engine.templates.faults(for: [.smsTexts])) }
        guard !faults.stopBuild, let site = inputs.site, let engine else {
            return Delivery(diagnostics: faults.all, pdf: nil, pages: 0)
        }
        let work = "\(folder)/.planche-\(ProcessInfo.processInfo.processIdentifier)"
        try FileManager.default.createDirectory(
            atPath: work, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
        defer { try? FileManager.default.removeItem(atPath: work) }
        let job = SMSTextsComposer(site: site).job(of: texts)
        let printable = job.printable(with: engine.fonts.coverage)?.job ?? job
        guard let outcome = try await engine.run([printable], workers: 1, in: work).first else {
            return Delivery(diagnostics: faults.all, pdf: nil, pages: 0)
        }
        switch outcome.value {
        case .failed(let diagnostics):
            faults.add(diagnostics)
            return Delivery(diagnostics: faults.all, pdf: nil, pages: 0)
        case .printed(let file, let result):
            return Delivery(diagnostics: faults.all, pdf: try Files.read(file), pages: result.pages)
        }
    }
}
