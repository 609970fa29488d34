import ArgumentParser
import Evidence
import Foundation
import Interchange
import StrictJSON

/// Checks an evidence packet. Statuses: 0 nothing is wrong, 1 something is, 2 it can't be read, 64 wrong use.
struct Verify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Check an evidence packet, without a network and without a database.",
        discussion: """
            Give what you kept since before with --kept, as often as you like: earlier packets, checkpoints, receipts, \
            proofs of entries. Statuses: 0 nothing is wrong, 1 something is, 2 it can't be read.
            """)

    @Argument(help: ArgumentHelp("The packet, a zip.", valueName: "packet"))
    var packet: String

    @Option(help: ArgumentHelp("Something you kept since before; may be repeated.", valueName: "file"))
    var kept: [String] = []

    @Option(help: ArgumentHelp("Whose word counts, in place of the packet's policy.txt.", valueName: "file"))
    var policy: String?

    @Flag(help: "Print one JSON object in place of words.")
    var json = false

    func run() async throws {
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
        if !verdict.faults.isEmpty { throw ExitCode.failure }
    }

    private func say(_ verdict: PacketVerdict, words: String) {
        print(json ? verdict.json.canonical ?? "" : words, terminator: json ? "\n" : "")
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
