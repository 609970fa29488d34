import CLibPQ

extension Handle {
    /// Sends a COPY statement and waits until the server is ready for it.
    func startCopy(_ sql: String, _ direction: ExecStatusType, _ patience: Patience) throws(PostgresError) {
        try leavePipeline()
        guard PQsendQuery(pointer, sql) == 1 else { throw .connection(message) }
        guard let result = try nextResult(patience) else { throw .connection("COPY had no answer") }
        if PQresultStatus(result) == direction {
            PQclear(result)
            return
        }
        switch answer(from: result) {
        case .failed(let error):
            try readToEnd(patience)
            try enterPipeline()
            throw .server(error)
        case .completed:
            try readToEnd(patience)
            try enterPipeline()
            throw .misuse("The statement isn't a COPY in this direction.")
        default:
            throw .connection("the statement isn't a COPY in this direction")
        }
    }

    /// The next rows of a COPY out, at least `size` bytes unless it ends; nil at its end.
    func nextCopyChunk(size: Int, _ patience: Patience) throws(PostgresError) -> [UInt8]? {
        var chunk: [UInt8] = []
        chunk.reserveCapacity(size + size / 8)
        while chunk.count < size {
            var row: UnsafeMutablePointer<CChar>?
            let count = PQgetCopyData(pointer, &row, 1)
            if count > 0, let row {
                chunk.append(contentsOf: UnsafeRawBufferPointer(start: row, count: Int(count)))
                PQfreemem(row)
            } else if count == 0 {
                try wait(patience)
            } else {
                if !chunk.isEmpty { return chunk }
                try endCopy(patience)
                return nil
            }
        }
        return chunk
    }

    /// Sends one chunk of a COPY in, and waits until the server has taken nearly all of it.
    func sendCopyChunk(_ chunk: [UInt8], _ patience: Patience) throws(PostgresError) {
        while true {
            let outcome = chunk.withUnsafeBytes { bytes in
                PQputCopyData(pointer, bytes.bindMemory(to: CChar.self).baseAddress, Int32(bytes.count))
            }
            guard outcome >= 0 else { throw .connection(message) }
            try flush(patience)
            if outcome == 1 { return }
        }
    }

    /// Ends a COPY in, and returns its command tag.
    ///
    /// - Parameter refusal: why it isn't to be kept, which the server answers with an error (`57014`); nil keeps it.
    func finishCopyIn(refusal: String?, _ patience: Patience) throws(PostgresError) -> String {
        while true {
            let outcome = PQputCopyEnd(pointer, refusal)
            guard outcome >= 0 else { throw .connection(message) }
            if outcome == 1 { break }
            try flush(patience)
        }
        try flush(patience)
        return try endCopy(patience)
    }

    /// Reads and drops what remains of a COPY out.
    func drainCopyOut(_ patience: Patience) throws(PostgresError) {
        while try nextCopyChunk(size: 65_536, patience) != nil {}
    }

    @discardableResult
    private func endCopy(_ patience: Patience) throws(PostgresError) -> String {
        guard let result = try nextResult(patience) else { throw .connection("COPY had no end") }
        let answer = answer(from: result)
        try readToEnd(patience)
        switch answer {
        case .completed(let done):
            try enterPipeline()
            return done.commandTag
        case .failed(let error):
            try enterPipeline()
            throw .server(error)
        default:
            throw .connection(message)
        }
    }
}
