import CAP
import ContentReading
import Diagnostics
import SiteModel

extension FuzzPath {
    func readMessage(_ bytes: [UInt8]) {
        let file = "content/alerts/file.xml"
        let (message, faults) = CAPReader.read(bytes, file: file)
        require((message == nil) != faults.isEmpty, "neither a message nor a reason")
        Self.judge(faults, about: file, of: bytes.count)
        let site = Site.empty
        let messages = AlertMessages(site.settings.departement, communes: [], now: site.now, zone: site.settings.timezone)
        let (alerts, diagnostics) = messages.read([(file, bytes)])
        Self.judge(diagnostics, about: file, of: bytes.count)
        require(!alerts.isEmpty || !diagnostics.isEmpty, "a message is left out without a word")
        for alert in alerts {
            require(!alert.page.frontMatter.title.isEmpty, "an alert without a title")
            require(!alert.isOver(at: site.now), "an alert that is over")
        }
    }
}
