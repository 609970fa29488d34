import ArgumentParser
import Evidence
import Foundation
import Workload

extension SealCommand {
    /// For a witness without a network: a checkpoint as a file, and the proof that goes with it.
    struct HandOut: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Write the newest checkpoint and its proof as files, to be signed by hand.",
            discussion: """
                Whoever checks the log signs it with: afterbell witness cosign FILE --proof FILE.proof --key … --state … \
                --log …
                """)

        @OptionGroup var options: Options

        @Argument(help: "The file to write; the proof goes beside it, as FILE.proof.")
        var file: String

        @Option(help: "How many events they saw last; 0 for none.")
        var since: UInt64 = 0

        func run() async throws {
            let (file, since) = (file, since)
            try await options.withSealer { sealer, _ in
                guard let stored = try await sealer.log.newestCheckpoint() else {
                    throw WorkloadError(.notFound, "Nothing of this log was signed yet. Sign it: afterbell seal once")
                }
                guard since <= stored.size else {
                    throw WorkloadError(
                        .invalid, "The newest checkpoint is of \(stored.size) events, not yet \(since).")
                }
                let proof = try await sealer.log.sizedProof(from: since, to: stored.size)
                try await sealer.log.noteHandingOut(stored.size)
                try DurableFile.replace(file, with: Array(stored.note.utf8), mode: 0o644)
                try DurableFile.replace(file + ".proof", with: proof.bytes, mode: 0o644)
                print(
                    "Wrote \(file), the state of \(stored.size) events, and \(file).proof, which leads there from \(since)."
                )
            }
        }
    }

    /// What a witness signed by hand comes back.
    struct HandBack: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Keep the signatures of a checkpoint that was signed by hand.")

        @OptionGroup var options: Options

        @Argument(help: "The file as it came back.")
        var file: String

        func run() async throws {
            let file = file
            try await options.withSealer { sealer, _ in
                guard let policy = try sealer.folder.policy() else {
                    throw WorkloadError(
                        .notFound, "Whose word counts is not known: put a policy.txt into \(sealer.folder.path).")
                }
                let count = try await Self.keep(file, sealer, policy)
                guard count > 0 else {
                    throw WorkloadError(.invalid, "Nobody in policy.txt has signed \(file).")
                }
                print("Kept what \(count) of those in policy.txt signed.")
            }
        }

        private static func keep(_ file: String, _ sealer: Sealer, _ policy: Policy) async throws -> Int {
            let bytes = try ValueFiles.bytes(of: file, atMost: CosignRequest.mostBytes)
            do {
                return try await sealer.keepCosignatures(
                    in: SignedNote(parsing: bytes), by: policy.witnesses.map(\.key))
            } catch let fault as NoteFault {
                throw WorkloadError(
                    .invalid, "\(file) was not kept. \(fault) Hand back the file as it came from whoever signed it.")
            }
        }
    }
}
