/// What Tests/Site/test_secrecy.py asks many times over, in one process: `try-secrecy cells` or `try-secrecy answers`.
@main
enum TrySecrecy {
    static func main() {
        switch CommandLine.arguments.dropFirst().first {
        case "cells": CellTrial.run()
        case "answers":
            var trial = AnswerTrial()
            trial.run()
        default: print("try-secrecy cells|answers")
        }
    }
}
