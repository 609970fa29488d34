public import Evidence
import Postgres
public import WorkUnits

/// A checkpoint as the database keeps it, with what witnesses have said of it.
public struct StoredCheckpoint: Sendable {
    /// How many events it is over.
    public let size: UInt64
    /// When the log signed it.
    public let signedAt: Instant
    /// The note with all cosignatures, as text.
    public let note: String

    init(_ row: Row) throws {
        size = UInt64(try row.decode("size", as: Int64.self))
        signedAt = try row.decode("signed_at")
        let lines = try row.decode("lines", as: [String].self)
        note = try row.decode("note", as: String.self) + lines.map { $0 + "\n" }.joined()
    }

    /// The note.
    ///
    /// - Throws: ``LogDamage`` when the database was changed.
    public func signedNote() throws(LogDamage) -> SignedNote {
        do {
            return try SignedNote(parsing: Array(note.utf8))
        } catch {
            throw LogDamage(checkpoint: size)
        }
    }
}
