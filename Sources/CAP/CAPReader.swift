public import Diagnostics

/// The bytes of an XML file → one CAP 1.2 message, or one diagnostic for each thing without which it is none.
public struct CAPReader {
    public static let namespace = "urn:oasis:names:tc:emergency:cap:1.2"

    private let file: String
    private let bytes: [UInt8]
    /// Where each line starts.
    private let lines: [Int]
    private var diagnostics: [Diagnostic] = []

    public static func read(_ bytes: [UInt8], file: String) -> (message: CAPMessage?, diagnostics: [Diagnostic]) {
        var reader = CAPReader(bytes, file: file)
        let message = reader.message()
        return (reader.diagnostics.isEmpty ? message : nil, reader.diagnostics)
    }

    private init(_ bytes: [UInt8], file: String) {
        self.file = file
        var lines = [0]
        for (offset, byte) in bytes.enumerated() where byte == 0x0A { lines.append(offset + 1) }
        self.lines = lines
        self.bytes = bytes
    }

    private mutating func message() -> CAPMessage? {
        switch XMLTree.parse(bytes) {
        case .success(let root):
            guard isAlert(root) else { return nil }
            if let (line, sign) = Self.hidden(in: root) {
                refuse(line, "le texte contient \(sign.words)", HiddenSign.advice)
            }
            return message(root)
        case .failure(.declaresDocumentType(let line)):
            diagnostics.append(
                .error(
                    .capUnsafe, at: location(line),
                    "ce fichier déclare un DOCTYPE, par lequel du XML peut aller chercher d’autres fichiers",
                    advice: "retirez la déclaration <!DOCTYPE …> : un message CAP n’en a pas"))
        case .failure(.malformed(let line, let cause)):
            refuse(line, cause.isEmpty ? "ce n’est pas du XML" : cause, "demandez une copie saine du message CAP")
        }
        return nil
    }

    private mutating func isAlert(_ root: XMLTree) -> Bool {
        if root.name == "alerts" || root.name == "feed" || root.name == "rss" {
            let count = root.children.count { $0.name == "alert" }
            refuse(
                root.line,
                count > 1
                    ? "ce fichier rassemble \(count) messages : un fichier CAP n’en contient qu’un"
                    : "l’élément <\(root.name)> n’est pas un message CAP",
                "déposez un fichier par message, qui commence par <alert>")
        } else if root.name != "alert" {
            refuse(root.line, "un message CAP commence par <alert>, pas par <\(root.name)>", "vérifiez que c’est le bon fichier")
        } else if root.namespace != Self.namespace {
            refuse(
                root.line,
                root.namespace.isEmpty
                    ? "ce message ne dit pas de quelle version de CAP il est"
                    : "l’espace de noms « \(root.namespace) » n’est pas celui de CAP 1.2",
                "l’élément <alert> porte xmlns=\"\(Self.namespace)\" ; demandez le message en CAP 1.2")
        } else {
            return true
        }
        return false
    }

    private mutating func message(_ root: XMLTree) -> CAPMessage? {
        let identifier = text("identifier", of: root)
        let sender = text("sender", of: root)
        let sent = time("sent", of: root, isRequired: true)
        let status = choice("status", of: root, CAPMessage.Status.self)
        let kind = choice("msgType", of: root, CAPMessage.Kind.self)
        let scope = choice("scope", of: root, CAPMessage.Scope.self)
        let infos = root.children("info").compactMap { info($0) }
        if root.children("info").isEmpty, kind == .alert || kind == .update {
            refuse(
                root.line, "cette alerte ne dit rien : elle n’a aucun bloc <info>",
                "demandez le message entier ; seule une annulation (Cancel) peut s’en passer")
        }
        guard let sent, let status, let kind, let scope else { return nil }
        return CAPMessage(
            identifier: identifier, sender: sender, sent: sent, status: status, kind: kind, scope: scope,
            references: references(root), infos: infos,
            isSigned: root.children.contains { $0.name == "Signature" }, location: location(root.line))
    }

    /// `sender,identifier,sent` triples, parted by spaces.
    private func references(_ root: XMLTree) -> [CAPMessage.Reference] {
        let words = root.child("references")?.text.split(whereSeparator: \.isWhitespace) ?? []
        return words.compactMap { word in
            let parts = word.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            return parts.count >= 2 ? CAPMessage.Reference(sender: parts[0], identifier: parts[1]) : nil
        }
    }

    private mutating func info(_ node: XMLTree) -> CAPInfo? {
        let event = text("event", of: node)
        let severity = choice("severity", of: node, CAPInfo.Severity.self)
        let onset = time("onset", of: node, isRequired: false)
        let expires = time("expires", of: node, isRequired: true)
        if node.child("area") == nil {
            refuse(node.line, "cette alerte ne dit pas où : elle n’a aucun bloc <area>", "demandez le message entier")
        }
        let areas = node.children("area").map { area($0) }
        guard let severity, let expires else { return nil }
        func optional(_ name: String) -> String { node.child(name)?.text ?? "" }
        let language = optional("language")
        return CAPInfo(
            language: language.isEmpty ? "en-US" : language,
            categories: node.children("category").compactMap { CAPInfo.Category(rawValue: $0.text) }, event: event, severity: severity, onset: onset,
            expires: expires, senderName: optional("senderName"), headline: optional("headline"),
            description: optional("description"), instruction: optional("instruction"), web: optional("web"),
            contact: optional("contact"), areas: areas, parameters: Self.pairs("parameter", of: node), location: location(node.line))
    }

    // MARK: Places

    private mutating func area(_ node: XMLTree) -> CAPArea {
        let geocodes = Self.pairs("geocode", of: node)
        var polygons: [[CAPArea.Point]] = []
        for polygon in node.children("polygon") where !polygon.text.isEmpty {
            let points = polygon.text.split(whereSeparator: \.isWhitespace).map { Self.point($0) }
            if points.count >= 4, points.first == points.last, !points.contains(nil) {
                polygons.append(points.compactMap { $0 })
            } else {
                refuse(
                    polygon.line, "ce polygone n’est pas une suite fermée de couples « latitude,longitude »",
                    "corrigez-le : quatre points au moins, le dernier égal au premier")
            }
        }
        var circles: [CAPArea.Circle] = []
        for circle in node.children("circle") where !circle.text.isEmpty {
            let words = circle.text.split(whereSeparator: \.isWhitespace)
            if words.count == 2, let centre = Self.point(words[0]), let radius = Double(words[1]), radius >= 0,
                radius < 20_100
            {
                circles.append(CAPArea.Circle(centre: centre, radius: radius))
            } else {
                refuse(
                    circle.line, "ce cercle n’est pas de la forme « latitude,longitude rayon »",
                    "corrigez-le ; le rayon est en kilomètres")
            }
        }
        return CAPArea(
            description: node.child("areaDesc")?.text ?? "", geocodes: geocodes, polygons: polygons, circles: circles,
            location: location(node.line))
    }

    /// `valueName` and `value`, as geocodes and parameters have them.
    private static func pairs(_ name: String, of node: XMLTree) -> [CAPArea.Geocode] {
        node.children(name).map { CAPArea.Geocode(name: $0.child("valueName")?.text ?? "", value: $0.child("value")?.text ?? "") }
    }

    private static func point(_ text: Substring) -> CAPArea.Point? {
        let parts = text.split(separator: ",", omittingEmptySubsequences: false)
        guard parts.count == 2, let latitude = Double(parts[0]), let longitude = Double(parts[1]),
            abs(latitude) <= 90, abs(longitude) <= 180
        else { return nil }
        return CAPArea.Point(latitude: latitude, longitude: longitude)
    }

    // MARK: Values

    /// XML bars most control characters, but not those that change the order of letters.
    private static func hidden(in node: XMLTree) -> (line: Int, sign: HiddenSign)? {
        if let sign = HiddenSign(in: node.text) { return (node.line, sign) }
        return node.children.lazy.compactMap { hidden(in: $0) }.first
    }

    private mutating func text(_ name: String, of node: XMLTree) -> String {
        let text = node.child(name)?.text ?? ""
        if text.isEmpty { refuse(node.line, "l’élément <\(name)> manque dans <\(node.name)>", "demandez le message entier") }
        return text
    }

    private mutating func time(_ name: String, of node: XMLTree, isRequired: Bool) -> CAPTime? {
        guard let child = node.child(name), !child.text.isEmpty else {
            if name == "expires" {
                refuse(
                    node.line, "cette alerte n’a pas de fin : <expires> manque",
                    "une alerte publiée doit finir ; ajoutez <expires>, ou demandez-la à l’émetteur")
            } else if isRequired {
                refuse(node.line, "l’élément <\(name)> manque dans <\(node.name)>", "demandez le message entier")
            }
            return nil
        }
        if let time = CAPTime(child.text) { return time }
        refuse(
            child.line, "« \(child.text) » n’est pas une date et heure de CAP (<\(name)>)",
            "écrivez-la comme 2026-11-24T09:30:00+01:00")
        return nil
    }

    private mutating func choice<Choice: RawRepresentable<String> & CaseIterable>(
        _ name: String, of node: XMLTree, _ type: Choice.Type,
    ) -> Choice? {
        let text = text(name, of: node)
        if text.isEmpty { return nil }
        if let choice = Choice(rawValue: text) { return choice }
        let names = Choice.allCases.map(\.rawValue)
        refuse(
            node.child(name)?.line ?? node.line, "« \(text) » n’est pas une valeur de <\(name)>",
            Suggestion.closest(to: text, in: names).map { "vouliez-vous dire « \($0) » ?" }
                ?? "valeurs de CAP 1.2 : " + names.map { "« \($0) »" }.joined(separator: ", "))
        return nil
    }

    private mutating func refuse(_ line: Int, _ message: String, _ advice: String) {
        diagnostics.append(.error(.capInvalid, at: location(line), message, advice: advice))
    }

    /// Some files are one line.
    private static let longestMark = 80

    /// libxml2 knows lines only.
    private func location(_ line: Int) -> SourceLocation {
        let start = lines[min(max(line - 1, 0), lines.count - 1)]
        let text = bytes[start...].prefix { $0 != 0x0A && $0 != 0x0D }
        let shown = text.drop { $0 == 0x20 || $0 == 0x09 }
        return SourceLocation(file: file, offset: shown.startIndex, length: min(shown.count, Self.longestMark))
    }
}
