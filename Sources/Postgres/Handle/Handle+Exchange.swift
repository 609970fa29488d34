import CLibPQ

extension Handle {
    /// Sends all steps in one flush and reads their answers. Never throws: a lost connection is an answer too.
    func run(_ exchange: inout Exchange, _ patience: Patience) {
        for step in exchange.steps where !send(step) {
            exchange.take(.lost(message))
            return
        }
        while !exchange.isComplete {
            exchange.take(nextAnswer(patience))
        }
    }

    /// `withCString` lends the string's own bytes; passing a String to C would copy it each time.
    private func send(_ step: Step) -> Bool {
        switch step {
        case .statement(let sql):
            sql.withCString { PQsendQueryParams(pointer, $0, 0, nil, nil, nil, nil, 0) } == 1
        case .deallocate(let name):
            send(.statement("DEALLOCATE \(SQLText.identifier(name))"))
        case .parse(let name, let sql):
            name.withCString { name in sql.withCString { PQsendPrepare(pointer, name, $0, 0, nil) } } == 1
        case .execute(let name, let parameters):
            name.withCString { name in
                parameters.withCStrings { PQsendQueryPrepared(pointer, name, $1, $0, nil, nil, 0) }
            } == 1
        case .query(let sql, let parameters):
            sql.withCString { sql in
                parameters.withCStrings { PQsendQueryParams(pointer, sql, $1, nil, $0, nil, nil, 0) }
            } == 1
        case .sync:
            PQpipelineSync(pointer) == 1
        }
    }

    private func nextAnswer(_ patience: Patience) -> Answer {
        do throws(PostgresError) {
            // Results of two statements are parted by one nil; two in a row would mean that nothing is left.
            if let result = try nextResult(patience) { return answer(from: result) }
            if let result = try nextResult(patience) { return answer(from: result) }
            return .lost("the server's answers are out of step")
        } catch {
            if case .connection(let reason) = error { return .lost(reason) }
            return .lost(message)
        }
    }

    /// Takes over a result.
    func answer(from result: OpaquePointer) -> Answer {
        switch PQresultStatus(result) {
        case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_EMPTY_QUERY:
            let tag = PQcmdStatus(result).map { String(cString: $0) } ?? ""
            return .completed(QueryResult(ResultHandle(owning: result), commandTag: tag))
        case PGRES_PIPELINE_SYNC:
            PQclear(result)
            return .synced
        case PGRES_PIPELINE_ABORTED:
            PQclear(result)
            return .skipped
        case PGRES_FATAL_ERROR:
            defer { PQclear(result) }
            return ServerError(result: result).map { .failed($0) } ?? .lost(message)
        default:
            PQclear(result)
            return .lost("the server answered a statement as COPY; use copyIn or copyOut")
        }
    }
}
