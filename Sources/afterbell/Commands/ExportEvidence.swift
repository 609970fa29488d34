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

            --all alone is for HR and auditors. With --person or --unit, all events are in it, and fields are shown only \
            of those that are about the person or the unit: so a union can check that nothing is missing, and sees \
            nobody else.
            """)

    @Argument(help: "Where to write it: a file that ends in .zip.")
    var packet: String

    @Option(help: ArgumentHelp("A person's employee number or e-mail.", valueName: "number"))
    var person: String?

    @Option(help: ArgumentHelp("A bargaining unit's code.", valueName: "code"))
    var unit: String?

    @Option(help: ArgumentHelp("An incident's id, or words of its title.", valueName: "words"))
    var incident: String?

    @Flag(help: "All events of the log, also those of which nothing is shown.")
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

    @Option(
        help: ArgumentHelp(
            "Something that the reader kept, from which the packet is to show how the log went on; may be repeated.",
            valueName: "file"))
    var kept: [String] = []

    @Option(help: "Folder with the keys and policy.txt. Left out: AFTERBELL_KEYS.")
    var keys: String?

    @OptionGroup var operating: OperatingOptions

    func validate() throws {
        guard
            [person, unit, incident].count(where: { $0 != nil }) == (all ? 0 : 1)
                || all && incident == nil && (person == nil || unit == nil)
        else {
            throw ValidationError(
                "Say what it is about: --person, --unit, --incident or --all; --all also with --person or --unit.")
        }
        let allowed = Audience.all(for: kind)
        guard allowed.contains(chosenAudience) else {
            throw ValidationError(
                "Such a packet shows people whom a reader of --for \(chosenAudience.rawValue) is not there for. Choose \(allowed.map { "--for \($0.rawValue)" }.joined(separator: " or ")), or name --person or --unit."
            )
        }
        guard packet.hasSuffix(".zip") else { throw ValidationError("Name a file that ends in .zip, not \(packet).") }
    }

    func run() async throws {
        let sizes = try kept.compactMap { path in
            guard let one = try KeptFile.read(path: path) else {
                throw ValidationError("\(path) is no packet, checkpoint, receipt or proof.")
            }
            return one.size
        }
        try await operating.withDistrict { database, district in
            let log = EventLog(database, district: district)
            let (scope, about) = try await log.scope(person: person, unit: unit, incident: incident)
            let audience = chosenAudience
            let given = try policyFile(of: district).map {
                try Policy(parsing: Array(Data(contentsOf: URL(filePath: $0))))
            }
            let chosen = LogPolicy(try await LogKeys(database, district: district).all(), witnesses: given)
            let (checkpoint, isCosigned) = try await log.newestCheckpoint(satisfying: chosen)
            if let larger = sizes.first(where: { $0 > checkpoint.size }) {
                throw WorkloadError(
                    .invalid,
                    "What was kept is a state of \(larger) events, and the newest that can be handed out now is one of \(checkpoint.size): no packet can lead on from there yet. Wait for those in policy.txt to sign a newer one, or choose another with --policy."
                )
            }
            try await log.noteTaking(scope, about: about, for: audience)
            try await log.noteHandingOut(checkpoint.size)
            let writer = PacketWriter(
                log, scope: scope, isWhole: all, about: about, audience: audience,
                policy: try chosen.policy(reaching: checkpoint.size), showing: sizes,
                verifiers: try ResourceFolder.find("afterbell_Interchange.resources").appending(path: "Files"))
            let now = Int64(Date().timeIntervalSince1970 * 1000)
            let head = try await writer.write(to: packet, reaching: checkpoint, now: now)
            say(
                head, size: checkpoint.size,
                newer: Int(try await log.size() - checkpoint.size) + (try await log.waiting()), isCosigned: isCosigned)
        }
    }

    private var kind: PacketHead.Scope {
        if person != nil { return .person }
        if unit != nil { return .unit }
        return incident != nil ? .incident : .all
    }

    private var chosenAudience: Audience {
        audience ?? [.person: .person, .unit: .union][kind] ?? .auditor
    }

    private func policyFile(of district: District) throws -> String? {
        if let policy { return policy }
        let folder = keys ?? ProcessInfo.processInfo.environment["AFTERBELL_KEYS"]
        let path = folder.map { SealFolder($0, district: district).path + "/policy.txt" }
        return try path.flatMap { try DurableFile.isMissing($0) ? nil : $0 }
    }

    private func say(_ head: PacketHead, size: UInt64, newer: Int, isCosigned: Bool) {
        let (hours, minutes) = (head.totals.minutes / 60, head.totals.minutes % 60)
        print("Wrote \(packet): \(head.about), \(head.totals.entries) entries with \(hours) h \(minutes) min.")
        print(
            "It reaches the state of \(size) events"
                + (newer > 0 ? "; newer ones, not signed by enough yet: \(newer)." : "."))
        if !isCosigned {
            print(
                "No state was cosigned yet by as many as the policy asks for, so checking it will name the quorum. See who is missing: afterbell seal status"
            )
        }
        print("Check it: afterbell verify \(packet)")
    }
}

extension Audience: ExpressibleByArgument {}
