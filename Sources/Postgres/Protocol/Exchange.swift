/// Steps that are sent in one flush, and the answers that have come so far.
///
/// Pure: it does no I/O, so what an answer means is tested without a server.
struct Exchange: Sendable {
    let steps: [Step]
    private(set) var answers: [Answer] = []
    /// Why no more answers will come, or nil.
    private(set) var loss: String?

    init(_ steps: [Step]) {
        self.steps = steps
        answers.reserveCapacity(steps.count)
    }

    /// True when each step is answered, or the connection lost.
    var isComplete: Bool {
        answers.count == steps.count || loss != nil
    }

    /// Takes the answer to the next step.
    mutating func take(_ answer: Answer) {
        if case .lost(let reason) = answer {
            loss = reason
        } else {
            answers.append(answer)
        }
    }

    /// The first step that the server refused, or nil.
    var failure: (index: Int, error: ServerError)? {
        for (index, answer) in answers.enumerated() {
            guard case .failed(var error) = answer else { continue }
            error.isStaleStatement = isStale(error, at: index)
            return (index, error)
        }
        return nil
    }

    /// The results of the steps that run a caller's statement, in order.
    var results: [QueryResult] {
        zip(steps, answers).compactMap { step, answer in
            switch (step, answer) {
            case (.execute, .completed(let result)), (.query, .completed(let result)): result
            default: nil
            }
        }
    }

    /// A prepared statement went stale when one that an earlier exchange had prepared is unknown (`26000`) or would now
    /// return other columns (`0A000`).
    private func isStale(_ error: ServerError, at index: Int) -> Bool {
        switch steps[index] {
        case .deallocate:
            // Somebody else dropped it.
            error.sqlState == "26000"
        case .execute(let name, _):
            (error.sqlState == "26000" || error.sqlState == "0A000") && !isParsed(name, before: index)
        default:
            false
        }
    }

    private func isParsed(_ name: String, before index: Int) -> Bool {
        steps[..<index].contains { step in
            if case .parse(name, _) = step { true } else { false }
        }
    }
}
