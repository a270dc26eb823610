import Diagnostics

/// Runs one template of a program over its values.
struct Renderer {
    /// Calls of templates within themselves, beyond which there is no end in sight.
    private static let deepestCall = 100

    private let program: Program
    private let isStrict: Bool
    /// Looked up last, the first one first.
    private let outer: [Object]
    /// What the sections brought into scope, innermost last.
    private var contexts: [Value] = []
    /// Of the running call.
    private var indentation: [UInt8] = []
    private var callIsMidLine = false
    private var depth = 0
    private var isHalted = false
    private var faults: RenderFaults

    init(_ program: Program, isStrict: Bool, outer: [Object]) {
        self.program = program
        self.isStrict = isStrict
        self.outer = outer
        faults = RenderFaults(program)
    }

    var diagnostics: [Diagnostic] { faults.diagnostics }

    mutating func render(_ operations: Range<Int>, _ root: Value, into output: inout [UInt8]) {
        contexts = [root]
        run(operations, into: &output)
    }

    private mutating func run(_ operations: Range<Int>, into output: inout [UInt8]) {
        var index = operations.lowerBound
        while index < operations.upperBound, !isHalted {
            let next = index + 1
            switch program.operations[index] {
            case .literal(let start, let count):
                program.literals.withUnsafeBufferPointer {
                    output.append(contentsOf: UnsafeBufferPointer(rebasing: $0[start..<start + count]))
                }
                index = next
            case .variable(let reference, let unescaped):
                if let value = lookup(reference) { write(value, reference, unescaped: unescaped, into: &output) }
                index = next
            case .section(let reference, let end):
                if let value = lookup(reference) { runSection(value, next..<end, into: &output) }
                index = end
            case .inverted(let reference, let end):
                if lookup(reference)?.isTrue != true { run(next..<end, into: &output) }
                index = end
            case .call(let routine, let start, let count, let midLine, let tag):
                call(routine, indentation: start..<start + count, midLine: midLine, tag: tag, into: &output)
                index = next
            case .lineStart(let isFirst):
                if !isFirst || !callIsMidLine { output += indentation }
                index = next
            }
        }
    }

    private mutating func runSection(_ value: Value, _ body: Range<Int>, into output: inout [UInt8]) {
        switch value {
        case .bool(let isTrue):
            if isTrue { run(body, into: &output) }
        case .list(let elements):
            for element in elements { run(body, in: element, into: &output) }
        default:
            if value.isTrue { run(body, in: value, into: &output) }
        }
    }

    private mutating func run(_ body: Range<Int>, in context: Value, into output: inout [UInt8]) {
        contexts.append(context)
        run(body, into: &output)
        contexts.removeLast()
    }

    private mutating func call(
        _ routine: Int, indentation added: Range<Int>, midLine: Bool, tag: Int, into output: inout [UInt8],
    ) {
        guard depth < Self.deepestCall else {
            faults.endless(routine, at: program.callPlaces[tag])
            isHalted = true
            return
        }
        let outside = (indentation, callIsMidLine)
        indentation += program.literals[added]
        callIsMidLine = midLine
        depth += 1
        run(program.routines[routine], into: &output)
        depth -= 1
        (indentation, callIsMidLine) = outside
    }

    private mutating func write(
        _ value: Value, _ reference: Int, unescaped: Bool, into output: inout [UInt8],
    ) {
        switch value {
        case .absent: break
        case .text(let text):
            if !unescaped {
                output.append(escaping: text)
            } else if isStrict {
                faults.textUnescaped(reference)
            } else {
                output += text.utf8
            }
        case .html(let bytes):
            if unescaped || !isStrict {
                output += bytes
            } else {
                faults.htmlEscaped(reference)
            }
        case .bool(let isTrue):
            if isStrict {
                faults.notText(reference, value)
            } else {
                output += (isTrue ? "true" : "false").utf8
            }
        case .list, .object:
            if isStrict { faults.notText(reference, value) }
        }
    }

    // MARK: Names

    private mutating func lookup(_ reference: Int) -> Value? {
        let path = program.references[reference].path
        guard let first = path.first else { return contexts.last }
        guard let value = find(first) else {
            if isStrict { faults.unknown(reference, in: contexts, outer) }
            return nil
        }
        return path.count == 1 ? value : descend(value, path, reference)
    }

    private func find(_ name: Name) -> Value? {
        for index in contexts.indices.reversed() {
            if let value = contexts[index].member(name) { return value }
        }
        for index in outer.indices {
            if let value = outer[index][name] { return value }
        }
        return nil
    }

    /// Each further name of a path is looked for in the value before it and nowhere else.
    private mutating func descend(_ value: Value, _ path: [Name], _ reference: Int) -> Value? {
        var value = value
        for step in path.indices.dropFirst() {
            if case .absent = value { return value }
            guard let next = value.member(path[step]) else {
                if isStrict { faults.unknown(reference, step: step, in: value) }
                return nil
            }
            value = next
        }
        return value
    }
}
