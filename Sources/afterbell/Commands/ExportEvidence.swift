public import ArgumentParser
import Evidence
import Foundation
import Interchange
import Schema
import Workload

/// Files for others: evidence packets.
struct ExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write files for others.", subcommands: [ExportEvidence.self])
}

/// Writes an evidence packet.
struct ExportEvidence: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evidence", abstract: "Write an evidence packet: events, and the proof that nobody changed them.",
        discussion: """
            The packet reaches the newest checkpoint that enough witnesses signed, else the newest. That you took it is \
            written into the log. Whoever gets it checks it with what lies in it, or with: afterbell verify PACKET
            """)

    @Argument(help: "Where to write it: a file that ends in .zip.")
    var packet: String

    @Option(help: ArgumentHelp("A person's employee number or e-mail.", valueName: "number"))
    var person: String?

    @Option(help: ArgumentHelp("A bargaining unit's code.", valueName: "code"))
    var unit: String?

    @Option(help: ArgumentHelp("An incident's id, or words of its title.", valueName: "words"))
    var incident: String?

    @Flag(help: "The whole log.")
    var all = false

    @Option(
        name: .customLong("for"),
        help:
            "Who is to read it: person, union, hr or auditor. Left out: person for --person, union for --unit, else auditor."
    )
    var audience: Audience?

    @Option(
        help: "Whose word counts (C2SP tlog-policy). Left out: policy.txt beside the keys, else nobody but the log.")
    var policy: String?

    @Option(help: "Folder with the keys and policy.txt. Left out: AFTERBELL_KEYS.")
    var keys: String?

    @OptionGroup var operating: OperatingOptions

    func validate() throws {
        let chosen = [person != nil, unit != nil, incident != nil, all].count { $0 }
        guard chosen == 1 else { throw ValidationError("Say what it is about: --person, --unit, --incident or --all.") }
    }

    func run() async throws {
        let head = try await operating.withDistrict { database, district in
            let log = EventLog(database, district: district)
            let (scope, about) = try await log.scope(person: person, unit: unit, incident: incident)
            let audience = audience ?? usualAudience
            try await log.noteTaking(scope, about: about, for: audience)
            let policy = try await LogPolicy(
                LogKeys(database, district: district), file: policyFile(of: district)
            ).policy
            let checkpoint = try await log.newestCheckpoint(satisfying: policy)
            let writer = PacketWriter(
                log, scope: scope, about: about, audience: audience, policy: policy,
                verifiers: try ResourceFolder.find("afterbell_Interchange.resources").appending(path: "Files"))
            let now = Int64(Date().timeIntervalSince1970 * 1000)
            return (
                try await writer.write(to: packet, reaching: checkpoint, now: now), checkpoint.size,
                try await log.waiting()
            )
        }
        say(head.0, size: head.1, waiting: head.2)
    }

    private var usualAudience: Audience {
        if person != nil { return .person }
        return unit != nil ? .union : .auditor
    }

    private func policyFile(of district: District) -> String? {
        if let policy { return policy }
        let folder = keys ?? ProcessInfo.processInfo.environment["AFTERBELL_KEYS"]
        let path = folder.map { SealFolder($0, district: district).path + "/policy.txt" }
        return path.flatMap { FileManager.default.fileExists(atPath: $0) ? $0 : nil }
    }

    private func say(_ head: PacketHead, size: UInt64, waiting: Int) {
        let (hours, minutes) = (head.totals.minutes / 60, head.totals.minutes % 60)
        print("Wrote \(packet): \(head.about), \(head.totals.entries) entries with \(hours) h \(minutes) min.")
        print(
            "It reaches the state of \(size) events"
                + (waiting > 0 ? "; \(waiting) newer ones wait to be sealed." : "."))
        print("Check it: afterbell verify \(packet)")
    }
}

extension Audience: ExpressibleByArgument {}

/// Whose word counts for a log: its own keys, and the witnesses of a file.
struct LogPolicy {
    let policy: Policy

    /// - Parameters:
    ///   - keys: of the log.
    ///   - file: a policy whose witnesses, groups and quorum count; nil for none.
    /// - Throws: ``PolicyFault``; an error of the system when the file can't be read.
    init(_ keys: LogKeys, file: String?) async throws {
        let logs = try await keys.all().filter { $0.purpose == .log }.reversed().map { PolicyLog(key: $0.key) }
        let given = try file.map { try Policy(parsing: Array(try Data(contentsOf: URL(filePath: $0)))) }
        policy = try Policy(
            logs: Array(logs), witnesses: given?.witnesses ?? [], groups: given?.groups ?? [], quorum: given?.quorum)
    }
}

extension EventLog {
    /// The newest checkpoint that enough witnesses cosigned; where there is none, the newest.
    ///
    /// - Throws: ``WorkloadError`` of kind notFound before anything was signed.
    fileprivate func newestCheckpoint(satisfying policy: Policy) async throws -> StoredCheckpoint {
        let newest = try await newestCheckpoints(atMost: 2_000)
        let enough = newest.first { (try? policy.checkpoint(in: $0.signedNote())) != nil }
        guard let found = enough ?? newest.first else {
            throw WorkloadError(
                .notFound, "Nothing of this log was signed yet. Sign it: afterbell seal once --keys FOLDER")
        }
        return found
    }
}
