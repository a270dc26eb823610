/// Trees → program: draws partials and parents in where they are named, fills the blocks, joins literal text.
struct ProgramBuilder {
    private let trees: [TemplateTree]
    private let indices: [String: Int]
    private var program = Program()
    /// All sets of fillings met, each once; the first is empty.
    private var fillings: [Fillings] = [[:]]
    private var fillingIndices: [Fillings: Int] = [[:]: 0]
    private var routines: [Instance: Int] = [:]
    private var pending: [Routine] = []
    /// Literal text not yet written as an operation.
    private var literal: [UInt8] = []
    /// Partials and parents copied into the present template or routine.
    private var copies = 0
    private var isRoutine = false

    static func build(_ trees: [TemplateTree]) -> Program {
        var builder = ProgramBuilder(trees)
        builder.buildAll()
        return builder.program
    }

    private init(_ trees: [TemplateTree]) {
        self.trees = trees
        indices = Dictionary(
            zip(trees.map(\.file.name), trees.indices), uniquingKeysWith: { first, _ in first })
    }

    /// Beyond this many copies a template's further partials are called, so that partials that each include
    /// the next one twice do not double at each step.
    private static let mostCopies = 500

    /// What fills the blocks of a template, by their names.
    private typealias Fillings = [String: Filling]

    /// Content that fills a block. The blocks inside it are filled as they are where it was written.
    private struct Filling: Hashable {
        let block: Block
        let file: Int
        /// Index in `fillings`.
        let fillings: Int

        static func == (a: Filling, b: Filling) -> Bool {
            a.block.tag.range == b.block.tag.range && a.file == b.file && a.fillings == b.fillings
        }

        func hash(into hasher: inout Hasher) {
            hasher.combine(block.tag.range)
            hasher.combine(file)
            hasher.combine(fillings)
        }
    }

    /// A template with what fills its blocks: expanded within itself, it would never end.
    private struct Instance: Hashable {
        let template: Int
        let fillings: Int
    }

    private struct Routine {
        let index: Int
        let instance: Instance
        let inclusion: Int?
    }

    private struct Scope {
        var file: Int
        /// Index in `fillings`.
        var fillings: Int
        var indentation: [UInt8] = []
        /// Being expanded, outermost first.
        var instances: [Instance]
        var inclusion: Int?
    }

    private mutating func buildAll() {
        program.files = trees.map(\.file.path)
        for index in trees.indices {
            let scope = Scope(file: index, fillings: 0, instances: [Instance(template: index, fillings: 0)])
            program.templates.append(range { $0.expand($0.trees[index].nodes, scope, midLine: false) })
        }
        isRoutine = true
        while let routine = pending.popLast() {
            let instance = routine.instance
            let scope = Scope(
                file: instance.template, fillings: instance.fillings, instances: [instance],
                inclusion: routine.inclusion)
            program.routines[routine.index] = range {
                $0.expand($0.trees[instance.template].nodes, scope, midLine: false, isTop: true)
            }
        }
    }

    private mutating func range(_ body: (inout ProgramBuilder) -> Void) -> Range<Int> {
        let start = program.operations.count
        copies = 0
        body(&self)
        flush()
        return start..<program.operations.count
    }

    // MARK: Expansion

    /// - Parameters:
    ///   - midLine: whether something stands before the first of these nodes on its line, which then takes no
    ///     indentation.
    ///   - isTop: whether they are the whole of a routine, of which only the call knows whether it is mid-line.
    private mutating func expand(_ nodes: [Node], _ scope: Scope, midLine: Bool, isTop: Bool = false) {
        for (index, node) in nodes.enumerated() {
            switch node {
            case .line(let indentation):
                if index > 0 || !midLine { startLine(scope, isFirst: isTop && index == 0) }
                literal += indentation
            case .text(let range): literal += trees[scope.file].file.bytes[range]
            case .variable(let tag):
                let reference = reference(tag, scope)
                flush()
                program.operations.append(.variable(reference, unescaped: tag.kind == .unescaped))
            case .section(let tag, let nodes): expandSection(tag, nodes, scope)
            case .partial(let tag, let indentation):
                include(tag, .partial, arguments: [], indentation: indentation, scope)
            case .parent(let tag, let indentation, let arguments):
                include(tag, .parent, arguments: arguments, indentation: indentation, scope)
            case .block(let block): expandBlock(block, scope)
            }
        }
    }

    private mutating func startLine(_ scope: Scope, isFirst: Bool = false) {
        if isRoutine {
            flush()
            program.operations.append(.lineStart(isFirst: isFirst))
        }
        literal += scope.indentation
    }

    private mutating func expandSection(_ tag: Tag, _ nodes: [Node], _ scope: Scope) {
        let reference = reference(tag, scope)
        flush()
        let start = program.operations.count
        program.operations.append(.lineStart(isFirst: false))  // replaced below, when the end is known
        expand(nodes, scope, midLine: false)
        flush()
        let end = program.operations.count
        program.operations[start] =
            tag.kind == .inverted ? .inverted(reference, end: end) : .section(reference, end: end)
    }

    private mutating func expandBlock(_ block: Block, _ scope: Scope) {
        guard let filling = fillings[scope.fillings][block.tag.name] else {
            return expand(block.nodes, scope, midLine: false)
        }
        var inner = scope
        inner.inclusion = inclusion(.block, block.tag, scope)
        inner.file = filling.file
        inner.fillings = filling.fillings
        inner.indentation += block.fillIndentation
        if block.holdsLines, !filling.block.holdsLines, !filling.block.nodes.isEmpty { startLine(inner) }
        expand(filling.block.nodes, inner, midLine: !block.holdsLines)
    }

    private mutating func include(
        _ tag: Tag, _ kind: Program.Inclusion.Kind, arguments: [Block], indentation: [UInt8]?, _ scope: Scope,
    ) {
        guard let template = indices[tag.name] else { return }
        var inner = scope
        inner.file = template
        inner.fillings = fillings(arguments, scope)
        inner.indentation += indentation ?? []
        inner.inclusion = inclusion(kind, tag, scope)
        let instance = Instance(template: template, fillings: inner.fillings)
        if copies == Self.mostCopies || scope.instances.contains(instance) {
            call(instance, inner, midLine: indentation == nil, place: place(tag, scope))
        } else {
            copies += 1
            inner.instances.append(instance)
            expand(trees[template].nodes, inner, midLine: indentation == nil)
        }
    }

    /// What filled the blocks outside goes on filling them; new content comes only where there was none.
    private mutating func fillings(_ arguments: [Block], _ scope: Scope) -> Int {
        var set = fillings[scope.fillings]
        for block in arguments where set[block.tag.name] == nil {
            set[block.tag.name] = Filling(block: block, file: scope.file, fillings: scope.fillings)
        }
        if let index = fillingIndices[set] { return index }
        fillings.append(set)
        fillingIndices[set] = fillings.count - 1
        return fillings.count - 1
    }

    private mutating func call(_ instance: Instance, _ scope: Scope, midLine: Bool, place: Program.Place) {
        flush()
        let start = program.literals.count
        program.literals += scope.indentation
        program.operations.append(
            .call(
                routine: routine(instance, inclusion: scope.inclusion), start: start,
                count: scope.indentation.count, midLine: midLine, tag: program.callPlaces.count))
        program.callPlaces.append(place)
    }

    private mutating func routine(_ instance: Instance, inclusion: Int?) -> Int {
        if let index = routines[instance] { return index }
        let index = program.routines.count
        program.routines.append(0..<0)
        routines[instance] = index
        pending.append(Routine(index: index, instance: instance, inclusion: inclusion))
        return index
    }

    // MARK: Output

    private mutating func flush() {
        guard !literal.isEmpty else { return }
        program.operations.append(.literal(start: program.literals.count, count: literal.count))
        program.literals += literal
        literal.removeAll(keepingCapacity: true)
    }

    private mutating func reference(_ tag: Tag, _ scope: Scope) -> Int {
        let path = tag.name == "." ? [] : tag.name.split(separator: ".").map { Name(String($0)) }
        program.references.append(Program.Reference(path: path, place: place(tag, scope)))
        return program.references.count - 1
    }

    private mutating func inclusion(_ kind: Program.Inclusion.Kind, _ tag: Tag, _ scope: Scope) -> Int {
        program.inclusions.append(Program.Inclusion(kind: kind, place: place(tag, scope)))
        return program.inclusions.count - 1
    }

    private func place(_ tag: Tag, _ scope: Scope) -> Program.Place {
        Program.Place(
            file: scope.file, offset: tag.nameRange.lowerBound, length: tag.nameRange.count,
            inclusion: scope.inclusion)
    }
}
