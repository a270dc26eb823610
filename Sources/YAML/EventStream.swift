import CShims
import CYAML

/// libyaml's parser over one text, one event at a time; frees the event and the parser.
struct EventStream: ~Copyable {
    private let parser: UnsafeMutablePointer<yaml_parser_t>
    private let event: UnsafeMutablePointer<yaml_event_t>

    /// `text` must outlive the stream.
    init(_ text: UnsafeBufferPointer<UInt8>) {
        parser = .allocate(capacity: 1)
        parser.initialize(to: yaml_parser_t())
        event = .allocate(capacity: 1)
        event.initialize(to: yaml_event_t())
        // It fails only when memory is lacking; the first `next()` then fails too.
        guard yaml_parser_initialize(parser) != 0 else { return }
        // Without this a text that starts with two odd bytes would be taken for UTF-16.
        yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
        yaml_parser_set_input_string(parser, text.baseAddress, text.count)
    }

    deinit {
        yaml_event_delete(event)
        yaml_parser_delete(parser)
        event.deallocate()
        parser.deallocate()
        // All that libyaml took: no other text is parsed on this thread meanwhile.
        crieur_arena_reset()
    }

    /// The type of the next event, which `current` then holds; `nil` on a syntax error, told by `fault`.
    mutating func next() -> yaml_event_type_t? {
        yaml_event_delete(event)
        guard parser.pointee.read_handler != nil, yaml_parser_parse(parser, event) != 0 else { return nil }
        return event.pointee.type
    }

    /// Valid until `next()`.
    var current: UnsafePointer<yaml_event_t> { UnsafePointer(event) }

    struct Fault {
        let isReaderError: Bool
        let problem: String
        let context: String
        /// Bytes from the start of the text, for reader errors only.
        let byteOffset: Int
        /// The offending code point or byte, for reader errors only.
        let value: Int
        /// Characters from the start of the text.
        let problemMark: Int
        let contextMark: Int
    }

    var fault: Fault {
        let state = parser.pointee
        return Fault(
            isReaderError: state.error == YAML_READER_ERROR,
            problem: state.problem.map { String(cString: $0) } ?? "",
            context: state.context.map { String(cString: $0) } ?? "",
            byteOffset: state.problem_offset,
            value: Int(state.problem_value),
            problemMark: state.problem_mark.index,
            contextMark: state.context_mark.index)
    }
}
