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

    private func send(_ step: Step) -> Bool {
        switch step {
        case .statement(let sql):
            PQsendQueryParams(pointer, sql, 0, nil, nil, nil, nil, 0) == 1
        case .parse(let name, let sql):
            PQsendPrepare(pointer, name, sql, 0, nil) == 1
        case .execute(let name, let parameters):
            parameters.withCStrings { values, count in
                PQsendQueryPrepared(pointer, name, count, values, nil, nil, 0) == 1
            }
        case .query(let sql, let parameters):
            parameters.withCStrings { values, count in
                PQsendQueryParams(pointer, sql, count, nil, values, nil, nil, 0) == 1
            }
        case .sync:
            PQpipelineSync(pointer) == 1
        }
    }

    private func nextAnswer(_ patience: Patience) -> Answer {
        do {
            // Results of two statements are parted by one nil; two in a row would mean that nothing is left.
            guard let result = try nextResult(patience) ?? nextResult(patience) else {
                return .lost("the server's answers are out of step")
            }
            return answer(from: result)
        } catch {
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
