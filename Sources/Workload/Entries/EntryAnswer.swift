public import Foundation
import Postgres
public import WorkUnits

/// What became of an entry that was sent.
public struct EntryAnswer: Sendable, Hashable {
    /// Whether an entry counts.
    public enum State: Sendable, Hashable {
        case counting
        /// It overlaps the counting entry named and counts nowhere until settled.
        case heldByOverlap(with: UUID)
        /// Its end lies ahead; it counts once that is reached.
        case heldUntilItsEnd
        case withdrawn
    }

    /// The version that stands.
    public let version: Int
    /// Whether it counts.
    public let state: State
    /// When the server received it first.
    public let receivedAt: Instant
    /// Whether the same had been received before.
    public let isReplay: Bool
    /// The event that says so, for a receipt.
    public let event: EventStamp
}

extension EntryAnswer.State {
    /// From the columns of `live_entry`.
    init(state: String, heldBecause: String?, heldBy: UUID?) {
        switch (state, heldBecause, heldBy) {
        case ("held", _, .some(let other)): self = .heldByOverlap(with: other)
        case ("held", _, nil): self = .heldUntilItsEnd
        case ("withdrawn", _, _): self = .withdrawn
        default: self = .counting
        }
    }
}

/// The answer to one row of `record_entries` or `correct_entry`.
struct EntryRowAnswer: Sendable {
    let result: Result<EntryAnswer, WorkloadError>

    init(_ row: Row) throws {
        switch try row.decode("outcome", as: String.self) {
        case "recorded": result = .success(try EntryAnswer(row, isReplay: false))
        case "replayed": result = .success(try EntryAnswer(row, isReplay: true))
        case "refused": result = .failure(.refused(rule: try row.decode("refusal", as: String?.self) ?? ""))
        case "differs":
            result = .failure(
                WorkloadError(
                    .conflict, "An entry with this id was received with other content. Open it and correct it there.",
                    rule: "work_entry_pkey"))
        case "stale":
            result = .failure(
                WorkloadError(
                    .conflict, "This entry was changed meanwhile. Look at it as it stands now, then correct it.",
                    rule: "work_entry_version_pkey"))
        default:
            result = .failure(WorkloadError(.notFound, "There is no such entry."))
        }
    }
}

extension EntryAnswer {
    fileprivate init(_ row: Row, isReplay: Bool) throws {
        version = try row.decode("version")
        state = State(
            state: try row.decode("state"), heldBecause: try row.decode("held_because", as: String?.self),
            heldBy: try row.decode("held_by", as: UUID?.self))
        receivedAt = try row.decode("received_at")
        self.isReplay = isReplay
        event = EventStamp(
            leafHash: try row.decode("leaf_hash", as: [UInt8].self), receivedMilliseconds: try row.decode("received_ms")
        )
    }
}
