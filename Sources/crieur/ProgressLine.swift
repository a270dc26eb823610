import French
import SiteBuild
import Synchronization

/// Long work, told as it goes: one line that changes on a terminal, plain lines elsewhere.
final class ProgressLine: Sendable {
    private struct State {
        var stage = ""
        var shown = ContinuousClock.now - .seconds(60)
        var start = ContinuousClock.now
        var isOpen = false
    }

    private let isTerminal: Bool
    private let state = Mutex(State())

    init(isTerminal: Bool) { self.isTerminal = isTerminal }

    func show(_ progress: Progress) {
        switch progress {
        case .reading: step("Lecture des textes et des données")
        case .printing(let done, let total): advance("Composition des documents imprimés", done, of: total)
        case .rendering(let done, let total): advance("Fabrication des pages", done, of: total)
        case .publishing: step("Publication")
        }
    }

    func finish() {
        state.withLock { state in
            if state.isOpen { Terminal.printError("\r\u{1B}[K", terminator: "") }
            state.isOpen = false
        }
    }

    private func step(_ stage: String) {
        state.withLock { state in
            state.stage = stage
            state.start = .now
            put(stage + "…", &state)
        }
    }

    private func advance(_ stage: String, _ done: Int, of total: Int) {
        state.withLock { state in
            let now = ContinuousClock.now
            let isNew = state.stage != stage
            if isNew {
                state.stage = stage
                state.start = now
                if !isTerminal {
                    Terminal.printError("\(stage) : \(FrenchText.number(total))")
                    state.shown = now
                }
            }
            // A terminal is refreshed ten times a second at most; a log gets one line every ten seconds.
            let pause: Duration = isTerminal ? .milliseconds(100) : .seconds(10)
            guard done < total, !isNew || isTerminal, now - state.shown >= pause else { return }
            state.shown = now
            var line = "\(stage) : \(FrenchText.number(done)) sur \(FrenchText.number(total))"
            let elapsed = now - state.start
            if done > 0, elapsed > .seconds(1) {
                line += ", encore \(Self.duration(elapsed / done * (total - done)))"
            }
            put(line, &state)
        }
    }

    private func put(_ line: String, _ state: inout State) {
        if isTerminal {
            Terminal.printError("\r\u{1B}[K\(line)", terminator: "")
            state.isOpen = true
        } else {
            Terminal.printError(line)
        }
    }

    /// `8 s`, `2 min 5 s`
    static func duration(_ duration: Duration) -> String {
        let seconds = max(1, Int(duration.components.seconds))
        return seconds < 60 ? "\(seconds) s" : "\(seconds / 60) min \(seconds % 60) s"
    }
}
