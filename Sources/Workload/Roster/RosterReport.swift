public import Foundation
import Postgres

/// What an import changed and found; of a dry run what it would have changed.
public struct RosterReport: Sendable, Hashable, Codable {
    /// What became of the records of one kind.
    public struct Tally: Sendable, Hashable, Codable {
        /// New ones.
        public internal(set) var added = 0
        /// Known ones that differ now, those that live again included.
        public internal(set) var changed = 0
        /// Live ones that have ended now.
        public internal(set) var ended = 0
        /// Named in the delivery, and as they were.
        public internal(set) var unchanged = 0

        /// Whether anything is different now.
        public var isChange: Bool { added + changed + ended > 0 }
    }

    /// The record of the import; nil for a dry run.
    public internal(set) var importID: UUID?
    /// What the delivery is called.
    public let fileName: String
    /// Whether nothing was kept.
    public let isDryRun: Bool
    /// The format of the delivery.
    public let version: RosterVersion
    /// What the sending system calls itself.
    public let sourceName: String?
    /// Which files were complete, changes or absent.
    public let files: [RosterFile]
    /// Schools and offices.
    public internal(set) var sites = Tally()
    /// Staff.
    public internal(set) var people = Tally()
    /// Positions held by staff, from HR or implied by roles.
    public internal(set) var assignments = Tally()
    /// Bargaining units, named by HR only; none ever ends.
    public internal(set) var units = Tally()
    /// School years, semesters and terms.
    public internal(set) var sessions = Tally()
    /// Students in the delivery. They are counted, nothing of them is kept.
    public let studentCount: Int
    /// Everything that wasn't as the format asks or doesn't fit what is known.
    public let findings: RosterFindings

    /// Whether the import changed anything.
    public var isChange: Bool {
        [sites, people, assignments, units, sessions].contains { $0.isChange }
    }

    init(feed: RosterFeed, findings: RosterFindings, fileName: String, isDryRun: Bool) {
        self.fileName = fileName
        self.isDryRun = isDryRun
        self.findings = findings
        version = feed.version
        sourceName = feed.sourceName
        files = feed.files
        studentCount = feed.studentCount
    }

    /// Takes one row of ``RosterChange/tally``.
    mutating func take(_ row: Row) throws {
        let noun = RosterChange.Noun(rawValue: try row.decode("noun", as: String.self))
        let change = RosterChange(rawValue: try row.decode("change", as: Int.self))
        guard let noun, let change else { return }
        let count: Int = try row.decode("records")
        switch noun {
        case .site: sites.take(change, count)
        case .person: people.take(change, count)
        case .assignment: assignments.take(change, count)
        case .unit: units.take(change, count)
        case .session: sessions.take(change, count)
        }
    }

    /// The report as one JSON document, keys in the order of the alphabet.
    func json() throws -> JSONText {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return JSONText(text: String(decoding: try encoder.encode(self), as: UTF8.self))
    }
}

extension RosterReport.Tally {
    fileprivate mutating func take(_ change: RosterChange, _ count: Int) {
        switch change {
        case .ended: ended = count
        case .added: added = count
        case .changed: changed = count
        case .named: unchanged = count
        }
    }
}
