import ArgumentParser
import Evidence
import Foundation
import Interchange
import StrictJSON

/// Checks an evidence packet, or a district's database against its log. Statuses: 0 nothing is wrong, 1 something is, 2 it can't be read, 64 wrong use.
struct Verify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Check an evidence packet, or a district's database against its log.",
        discussion: """
            A packet is checked without a network and without a database. With --district, every row of the district is held \
            against its event, and every event against the log and what was signed of it.

            Give what you kept since before with --kept, as often as you like: earlier packets, checkpoints, receipts, \
            proofs of entries. Statuses: 0 nothing is wrong, 1 something is, 2 it can't be read, or can't be compared with \
            what you kept.
            """)

    @Argument(help: ArgumentHelp("The packet, a zip.", valueName: "packet"))
    var packet: String?

    @Option(help: "In place of a packet: the district whose database is checked.")
    var district: String?

    @Option(
        help: ArgumentHelp(
            "With --district: the folder with what was signed last. Left out: AFTERBELL_KEYS.", valueName: "folder"))
    var keys: String?

    @Option(help: ArgumentHelp("Something you kept since before; may be repeated.", valueName: "file"))
    var kept: [String] = []

    @Option(help: ArgumentHelp("Whose word counts, in place of the packet's policy.txt.", valueName: "file"))
    var policy: String?

    @Flag(help: "Print one JSON object in place of words.")
    var json = false

    func validate() throws {
        guard (packet == nil) != (district == nil) else {
            throw ValidationError("Name a packet to check, or a district with --district.")
        }
        guard district == nil || kept.isEmpty && policy == nil else {
            throw ValidationError(
                "--kept and --policy are for packets. To compare a district with what you kept, write a packet with export evidence, and check that."
            )
        }
        guard packet == nil || keys == nil else { throw ValidationError("--keys goes with --district.") }
    }

    func run() async throws {
        if let packet { try check(packet) }
        if let district { try await DistrictVerification(district: district, keys: keys, json: json).run() }
    }

    private func check(_ packet: String) throws {
        var verdict: PacketVerdict?
        var unreadable: [PacketFault] = []
        var evidence: [KeptEvidence] = []
        for path in kept {
            if let one = try? KeptFile.read(path: path) { evidence.append(one) } else { unreadable.append(.file(path)) }
        }
        var policyBytes: [UInt8]?
        if let policy {
            policyBytes = FileManager.default.contents(atPath: policy).map { Array($0) }
            if policyBytes == nil { unreadable.append(.file(policy)) }
        }
        do {
            verdict = try PacketReader(path: packet).check(policy: policyBytes, kept: evidence)
                .adding(unreadable)
        } catch {
            say(PacketVerdict.unreadable(packet), words: "\(error)\n")
            throw ExitCode(2)
        }
        guard let verdict else { return }
        say(verdict, words: verdict.text)
        if verdict.status != 0 { throw ExitCode(verdict.status) }
    }

    private func say(_ verdict: PacketVerdict, words: String) {
        print(json ? verdict.json.text : words, terminator: json ? "\n" : "")
    }
}

extension PacketFault {
    /// A file that can't be read.
    fileprivate static func file(_ path: String) -> PacketFault {
        PacketFault(.unreadable, .file(URL(filePath: path).lastPathComponent))
    }
}

extension PacketVerdict {
    /// Of a packet that can't be read at all.
    fileprivate static func unreadable(_ path: String) -> PacketVerdict {
        PacketCheck(files: [:]).verdict().adding([.file(path)])
    }
}
