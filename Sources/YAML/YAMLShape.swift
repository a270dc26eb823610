import Synchronization

/// The keys that a reader asks of a mapping, for references and schemas.
///
/// It is got by letting the reader read nothing and writing down what it asks for, so that it cannot differ from what is
/// read: `YAMLShape.of { _ = SettingsReader.read(…) }`.
public struct YAMLShape: Sendable, Hashable {
    public indirect enum Kind: Sendable, Hashable {
        case text, boolean, integer, day
        /// A text in a form of its own, in the words of messages: « un code INSEE de cinq caractères ».
        case form(String)
        case choice([String])
        case list(Kind)
        case mapping(YAMLShape)
        /// Read as it comes.
        case any
    }

    public struct Key: Sendable, Hashable {
        public let name: String
        public internal(set) var kind: Kind
        public internal(set) var isRequired: Bool
    }

    /// In the order in which they are asked for.
    public internal(set) var keys: [Key] = []
    /// Whether other keys are data.
    public internal(set) var isOpen = false

    public init() {}

    /// What is told first of a key is the most precise.
    mutating func note(_ name: String, _ kind: Kind, isRequired: Bool) {
        guard let place = keys.firstIndex(where: { $0.name == name }) else {
            keys.append(Key(name: name, kind: kind, isRequired: isRequired))
            return
        }
        if keys[place].kind == .any { keys[place].kind = kind }
        if isRequired { keys[place].isRequired = true }
    }

    /// Whom finished readings tell what was asked.
    final class Recorder: Sendable {
        let shapes = Mutex<[YAMLShape]>([])
    }

    @TaskLocal static var recorder: Recorder?

    /// - Parameter read: reads one text, whatever it holds.
    /// - Returns: `nil` where nothing was read.
    public static func of(_ read: () -> Void) -> YAMLShape? {
        let recorder = Recorder()
        $recorder.withValue(recorder, operation: read)
        return recorder.shapes.withLock { $0.last }
    }
}
