public import Evidence
public import Foundation
import StrictJSON
import WorkUnits
public import Workload

/// Writes an evidence packet from the log of a district.
///
/// Source: docs/reference/packet.md. What stands in it comes from events only, up to one checkpoint; the reader is shown
/// the fields that the audience may see.
public struct PacketWriter {
    private static let batch: UInt64 = 2_000

    private let log: EventLog
    private let scope: PacketScope
    private let isWhole: Bool
    private let about: String
    private let audience: Audience
    private let policy: Policy
    private let showing: [UInt64]
    private let verifiers: URL

    /// - Parameters:
    ///   - log: the district's.
    ///   - scope: what it is about: of these events fields are shown.
    ///   - isWhole: whether all leaves are in it, those of which nothing is shown included.
    ///   - about: the same in words.
    ///   - audience: who is to read it.
    ///   - policy: whose word counts; with the keys of the log.
    ///   - showing: sizes of states that somebody kept, from which it shows how the log went on.
    ///   - verifiers: the folder with the files that come along.
    public init(
        _ log: EventLog, scope: PacketScope, isWhole: Bool, about: String, audience: Audience, policy: Policy,
        showing: [UInt64] = [], verifiers: URL
    ) {
        self.log = log
        self.scope = scope
        self.isWhole = isWhole
        self.about = about
        self.audience = audience
        self.policy = policy
        self.showing = showing
        self.verifiers = verifiers
    }

    /// Writes a packet that reaches a checkpoint.
    ///
    /// - Returns: what it says of itself.
    /// - Throws: ``ZipWritingError``; what reading the log throws. There is no file then.
    public func write(to path: String, reaching checkpoint: StoredCheckpoint, now: Int64) async throws -> PacketHead {
        let part = path + ".part"
        do {
            let head = try await writeFiles(to: part, checkpoint, now)
            guard rename(part, path) == 0 else {
                throw ZipWritingError(path: path, detail: String(cString: strerror(errno)))
            }
            return head
        } catch {
            unlink(part)
            throw error
        }
    }

    private func writeFiles(to path: String, _ checkpoint: StoredCheckpoint, _ now: Int64) async throws -> PacketHead {
        let about = try await log.places(of: scope, below: checkpoint.size)
        let places = isWhole ? nil : about
        let shown = isWhole ? about.map(Set.init) : nil
        let zip = ManifestedZip(try ZipWriter(path: path))
        try zip.begin(.leaves)
        try await eachBatch(places, checkpoint.size) { events in
            try zip.write(events.flatMap { ($0.leaf ?? []) + [.lineFeed] })
        }
        try zip.begin(.fields)
        var entries = PacketEntries()
        try await eachBatch(places, checkpoint.size) { events in
            let proofs = places == nil ? nil : try await log.inclusion(of: events.map(\.index), in: checkpoint.size)
            for (number, event) in events.enumerated() {
                let isShown = shown?.contains(event.index) ?? true
                let line = line(of: event, isShown, proof: proofs?[number].hashes, &entries)
                try zip.write(Array(line.text.utf8) + [.lineFeed])
            }
        }
        let head = PacketHead(
            origin: try checkpoint.checkpoint().origin, scope: scope.kind, about: self.about, madeMilliseconds: now,
            isWhole: places == nil, totals: entries.totals, held: entries.held)
        try zip.add(.head, head.bytes)
        try zip.add(.checkpoint, Array(checkpoint.note.utf8))
        try zip.add(.earlier, try await earlier(than: checkpoint.size))
        try zip.add(.policy, policy.bytes)
        for file in [PacketFile.readme, .python, .page] {
            try zip.add(file, Array(try Data(contentsOf: verifiers.appending(path: file.rawValue))))
        }
        try zip.finish()
        return head
    }

    private func eachBatch(
        _ places: [UInt64]?, _ size: UInt64, _ body: ([LoggedEvent]) async throws -> Void
    ) async throws {
        guard let places else {
            for first in stride(from: 0, to: size, by: Int(Self.batch)) {
                try await body(log.events(in: first..<min(size, first + Self.batch)))
            }
            return
        }
        for first in stride(from: 0, to: places.count, by: Int(Self.batch)) {
            try await body(log.events(at: Array(places[first...].prefix(Int(Self.batch)))))
        }
    }

    /// What the audience may see of an event, which is also what counts.
    private func line(
        of event: LoggedEvent, _ isShown: Bool, proof: [TreeHash]?, _ entries: inout PacketEntries
    ) -> PacketLine {
        let fields = isShown ? event.fields.compactMap { try? Disclosure(parsing: $0) } : []
        let kind = fields.first { $0.name == "kind" }?.value.string ?? ""
        let shown = fields.filter { audience.isShown($0.name, of: kind) }
        entries.take(Dictionary(shown.map { ($0.name, $0.value) }) { first, _ in first })
        return PacketLine(index: event.index, hash: event.hash, fields: shown.map(\.text), proof: proof)
    }

    private func earlier(than size: UInt64) async throws -> [UInt8] {
        let kept = try await log.checkpoints(below: size, with: showing)
        let proofs = try await log.consistency(from: kept.map(\.size), to: size)
        return try zip(kept, proofs).flatMap { checkpoint, proof in
            Array(EarlierCheckpoint(note: try checkpoint.signedNote(), proof: proof).text.utf8) + [.lineFeed]
        }
    }
}

extension StoredCheckpoint {
    fileprivate func checkpoint() throws -> Checkpoint { try Checkpoint(try signedNote().text) }
}

extension PacketScope {
    fileprivate var kind: PacketHead.Scope {
        switch self {
        case .person: .person
        case .unit: .unit
        case .incident: .incident
        case .all: .all
        }
    }
}
