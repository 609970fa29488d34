import CLibPQ

/// The simple protocol, which pipeline mode doesn't know: scripts of several statements, and COPY.
extension Handle {
    /// Runs statements separated by semicolons; throws the first error.
    func run(script: String, _ patience: Patience) throws(PostgresError) {
        try leavePipeline()
        guard PQsendQuery(pointer, script) == 1 else { throw .connection(message) }
        try readToEnd(patience)
        try enterPipeline()
    }

    /// Reads what remains of a simple query; throws the first error that the server reported.
    func readToEnd(_ patience: Patience) throws(PostgresError) {
        var refusal: ServerError?
        while let result = try nextResult(patience) {
            switch answer(from: result) {
            case .failed(let error): refusal = refusal ?? error
            case .lost(let reason):
                if let refusal { throw .server(refusal) }
                throw .connection(reason)
            default: break
            }
        }
        if let refusal {
            try enterPipeline()
            throw .server(refusal)
        }
    }

    func leavePipeline() throws(PostgresError) {
        guard PQexitPipelineMode(pointer) == 1 else { throw .connection(message) }
    }

    func enterPipeline() throws(PostgresError) {
        guard PQenterPipelineMode(pointer) == 1 else { throw .connection(message) }
    }
}
