/// What an answered exchange comes to.
extension Exchange {
    /// Steps for statements without a transaction around them.
    static func statements(_ steps: [Step]) -> Exchange {
        Exchange(steps + [.sync])
    }

    /// Steps for a whole transaction. The sync before COMMIT makes the server reach COMMIT even when a statement failed;
    /// it then answers `ROLLBACK`, and the connection is free again without another round trip.
    static func transaction(_ opening: [String], _ steps: [Step]) -> Exchange {
        var all: [Step] = []
        all.reserveCapacity(opening.count + steps.count + 3)
        for statement in opening { all.append(.statement(statement)) }
        all.append(contentsOf: steps)
        all.append(.sync)
        all.append(.statement("COMMIT"))
        all.append(.sync)
        return Exchange(all)
    }

    /// The results of statements that ran without a COMMIT at the end.
    ///
    /// - Parameter losing: the error when the connection was lost: in a transaction nothing is committed, outside one
    ///   nobody knows.
    func statementResults(losing: (String) -> PostgresError) throws(PostgresError) -> [QueryResult] {
        if let failure { throw .server(failure.error) }
        if let loss { throw losing(loss) }
        return results
    }

    /// The results of a whole transaction; throws unless it is certain that it was committed.
    ///
    /// - Parameter writes: whether a lost COMMIT matters.
    func committedResults(writes: Bool) throws(PostgresError) -> [QueryResult] {
        let commit = steps.count - 2
        if let failure {
            let isUncertain = failure.index == commit && failure.error.endsConnection && writes
            throw isUncertain ? .outcomeUnknown(failure.error.debugDescription) : .server(failure.error)
        }
        guard answers.count > commit, case .completed(let result) = answers[commit] else {
            let reason = loss ?? "COMMIT had no answer"
            throw writes ? .outcomeUnknown(reason) : .connection(reason)
        }
        guard result.commandTag == "COMMIT" else { throw .rolledBack }
        return results
    }
}
