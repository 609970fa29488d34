import ArgumentParser
import Evidence
import Foundation

extension WitnessCommand {
    /// A witness without a server: a person cosigns a file.
    struct Cosign: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Cosign a checkpoint in a file, by hand, under the same rules.",
            discussion: """
                Needs no network. The first time, and when the log has not grown, the checkpoint is enough; later --proof \
                is needed, from the size that was cosigned last. The cosigned checkpoint is kept before it is written.
                """)

        @Argument(help: "The file with the checkpoint; - for standard input.")
        var checkpoint: String

        @OptionGroup var options: WitnessOptions

        @Option(help: "The file with the consistency proof: a line “old SIZE”, then a hash a line.")
        var proof: String?

        @Option(help: "The file for the cosigned checkpoint. Left out: standard output.")
        var out: String?

        func run() async throws {
            do {
                let (note, proof) = try read()
                let (witness, desk) = try options.open()
                let cosigned = try await cosign(note, proof, witness, desk)
                var whole = note
                try whole.add(cosigned.signature)
                try write(whole.bytes)
            } catch let error as ValidationError {
                throw error
            } catch {
                throw CommandFailure(error)
            }
        }

        private func read() throws -> (SignedNote, SizedProof?) {
            let bytes = try ValueFiles.bytes(of: checkpoint, atMost: CosignRequest.mostBytes)
            guard let note = try? SignedNote(parsing: bytes) else {
                throw FileRefusal(checkpoint, "it is no signed checkpoint; take it as it came, unchanged")
            }
            guard note.signatures.count < SignedNote.mostSignatures else {
                throw FileRefusal(checkpoint, "it has \(SignedNote.mostSignatures) signatures, and no room for another")
            }
            guard let path = proof else { return (note, nil) }
            let lines = try ValueFiles.bytes(of: path, atMost: CosignRequest.mostBytes)
            do throws(WitnessRefusal.Malformed) {
                return (note, try SizedProof(parsing: lines))
            } catch {
                throw FileRefusal(path, "\(error)")
            }
        }

        private func cosign(
            _ note: SignedNote, _ proof: SizedProof?, _ witness: Witness, _ desk: WitnessDesk
        ) async throws -> CosignedNote {
            do {
                if let proof { return try await desk.cosign(witness.statement(in: CosignRequest(proof, note))) }
                // From no entries there is no proof, so this statement serves to learn of which log it is.
                let none = try SizedProof(from: 0, ConsistencyProof(hashes: []))
                let statement = try witness.statement(in: CosignRequest(none, note))
                let known = await desk.latest(of: statement.origin)?.checkpoint.head.size ?? 0
                let size = statement.checkpoint.head.size
                // A cosignature of its own that it has forgotten stops it, with or without a proof.
                guard known == 0 || known == size || known < size && statement.wasCosigned else {
                    throw ProofMissing(from: known, to: size)
                }
                let same = try SizedProof(from: known, ConsistencyProof(hashes: []))
                return try await desk.cosign(witness.statement(in: CosignRequest(same, note)))
            } catch let refusal as WitnessRefusal {
                throw NotCosigned(file: checkpoint, refusal: refusal)
            }
        }

        private func write(_ bytes: [UInt8]) throws {
            if let out {
                try DurableFile.replace(out, with: bytes, mode: 0o644)
            } else {
                FileHandle.standardOutput.write(Data(bytes))
            }
        }
    }
}

/// A checkpoint that was not cosigned, and what that may mean.
struct NotCosigned: Error, CustomStringConvertible {
    let file: String
    let refusal: WitnessRefusal

    var description: String { "\(file) was not cosigned. \(refusal)\(advice)" }

    private var advice: String {
        switch refusal {
        case .otherSize(let size): " Ask the district for a proof from \(size)."
        case .inconsistent(.otherRoot), .inconsistent(.notEmpty):
            """
             Keep this file: with what you cosigned before it shows that the log signed two different stories. Don't cosign \
            anything for this log until both sides have looked at it.
            """
        case .inconsistent:
            " Ask for the proof again. If it still doesn't hold, keep the files: entries may have been changed or taken out."
        case .unknownLog, .notSigned:
            " Compare --log with the key that the district handed out, and the file with its source."
        case .forgotten: " The state folder is older than your last cosignature: retire the key."
        case .clockBehind: " Set the clock of this machine right."
        case .malformed, .shrinks: ""
        }
    }
}

/// The log has grown since this witness cosigned, and no proof came along.
struct ProofMissing: Error, CustomStringConvertible {
    let from: UInt64
    let to: UInt64

    var description: String {
        "This witness has cosigned \(from) entries of the log"
            + (to < from
                ? ", and the checkpoint has \(to): it is an older one, or the log shrank."
                : ". Give --proof with the proof from \(from) to \(to).")
    }
}
