import DequeModule
import Postgres

/// Gathers the new entries that wait at a moment into one statement, so that many people who save at once share one
/// durable commit. Each row is answered by itself, under the session it came with.
///
/// One statement is under way per connection; what arrives meanwhile goes with the next.
public actor EntryRecorder {
    private struct Waiting {
        let row: String
        let answer: CheckedContinuation<EntryAnswer, any Error>
    }

    private let database: Database
    private let identity: Identity
    private let connections: Int
    private let rowsAtMost = 256
    private let waitingAtMost = 8192
    private var waiting: Deque<Waiting> = []
    private var underWay = 0

    /// - Parameters:
    ///   - database: signed in as the server.
    ///   - district: whose entries.
    ///   - connections: statements under way at once.
    init(_ database: Database, district: District, connections: Int = 1) {
        self.database = database
        self.connections = connections
        identity = district.identity(lockTimeoutMilliseconds: 200)
    }

    /// Records a new entry.
    ///
    /// - Throws: ``WorkloadError`` with the rule that was broken, or of kind unavailable when too many wait.
    func record(_ row: EntryRow) async throws -> EntryAnswer {
        guard waiting.count < waitingAtMost else {
            throw WorkloadError(
                .unavailable, "Very many people are saving just now. Save again in a moment.", rule: .manyAreSaving)
        }
        return try await withCheckedThrowingContinuation { answer in
            waiting.append(Waiting(row: row.json, answer: answer))
            if underWay < connections {
                underWay += 1
                Task { await work() }
            }
        }
    }

    private func work() async {
        while !waiting.isEmpty {
            let batch = Array(waiting.prefix(rowsAtMost))
            waiting.removeFirst(batch.count)
            await send(batch)
        }
        underWay -= 1
    }

    /// Sends rows in one statement. Where an unexpected refusal of the database strikes, the batch is halved until the
    /// row that causes it stands alone.
    private func send(_ batch: [Waiting]) async {
        do {
            let answers = try await answers(to: batch.map(\.row))
            for (one, answer) in zip(batch, answers) { one.answer.resume(with: answer.result) }
        } catch  where batch.count > 1 && error.concernsRows {
            await send(Array(batch[..<(batch.count / 2)]))
            await send(Array(batch[(batch.count / 2)...]))
        } catch {
            for one in batch { one.answer.resume(throwing: error) }
        }
    }

    /// Recording is idempotent, so an unknown outcome is settled by asking once more.
    private func answers(to rows: [String]) async throws -> [EntryRowAnswer] {
        let entries = JSONText(text: "[\(rows.joined(separator: ","))]")
        let query: Query = "select * from record_entries(\(entries))"
        let result: [QueryResult]
        do {
            result = try await database.write(as: identity, [query])
        } catch PostgresError.outcomeUnknown {
            result = try await database.write(as: identity, [query])
        }
        let answers = try result[0].map(EntryRowAnswer.init)
        guard answers.count == rows.count else {
            throw WorkloadError(.internal, "The database answered \(answers.count) of \(rows.count) entries.")
        }
        return answers
    }
}

extension Error {
    /// Whether the database refused what was in the rows: data (class 22) or a constraint (class 23). All else, such
    /// as a lock, a deadline or a full disk, would meet each half as well.
    fileprivate var concernsRows: Bool {
        guard let refusal = (self as? PostgresError)?.serverError else { return false }
        return ["22", "23"].contains(refusal.sqlState.prefix(2))
    }
}
