import ArgumentParser
import Evidence
import Foundation

/// A witness: somebody beside the district who cosigns the checkpoints of its log.
struct WitnessCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "witness",
        abstract: "Watch a district's log, and cosign that nothing in it was changed.",
        discussion: """
            For a union, HR, or anybody whom both sides trust; needs no database. docs/how-to/run-a-witness.md says how it \
            is set up, as a service or by hand.
            """,
        subcommands: [Serve.self, Cosign.self, NewKey.self, ShowKey.self])

    struct NewKey: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "new-key", abstract: "Make a witness's key, and print its public half.",
            discussion: """
                The file holds the secret half, readable for you alone; it is never overwritten. The line that is printed is \
                the public half, the verifier key: hand it to whoever writes the policy.
                """)

        @Option(help: "The witness's name: an address without https://, such as union.example.org/afterbell.")
        var name: String

        @Argument(help: "The file for the secret key. It must not be there yet.")
        var file: String

        func run() throws {
            guard let name = KeyName(name) else {
                throw ValidationError("--name has no blank, no plus and no control character, and is not empty.")
            }
            do {
                let key = try SigningKey.random(name: name, kind: .cosignature)
                try KeyFile.writeNew(key, to: file)
                print(key.verifier)
            } catch {
                throw CommandFailure(error)
            }
        }
    }

    struct ShowKey: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "show-key", abstract: "Print the public half of a key, the verifier key.")

        @Argument(help: "The file with the secret key.")
        var file: String

        func run() throws {
            do {
                print(try KeyFile.read(file).verifier)
            } catch {
                throw CommandFailure(error)
            }
        }
    }
}

/// What commands of a witness share: its key, its memory, the logs.
struct WitnessOptions: ParsableArguments {
    @Option(help: "The file with the witness's secret key.")
    var key: String

    @Option(help: "The folder in which the witness keeps what it cosigned. Never restore it from an older copy.")
    var state: String

    @Flag(help: "Begin that folder: only for a key that has never cosigned anything.")
    var newState = false

    @Option(
        parsing: .upToNextOption,
        help: "A verifier key of a log that is watched; give all of them, and all keys of a log that has several.")
    var log: [String]

    func validate() throws {
        guard !log.isEmpty else { throw ValidationError("Name a log: --log VERIFIER-KEY.") }
    }

    /// The witness, and its desk with what it cosigned before.
    func open() throws -> (Witness, WitnessDesk) {
        let logs = try log.map { text in
            guard let key = try? VerifierKey(parsing: text), key.kind == .note else {
                throw ValidationError("“\(text)” is no verifier key of a log: name+id+key, from the district.")
            }
            return key
        }
        do {
            let secret = try KeyFile.read(key)
            guard secret.verifier.kind == .cosignature else { throw NotAWitness(file: key) }
            let witness = try Witness(key: secret, logs: logs)
            let folder = try WitnessFolder(state, of: secret.verifier, isNew: newState)
            return (witness, try WitnessDesk(witness, folder: folder, now: { .now }))
        } catch {
            throw CommandFailure(error)
        }
    }

    private struct NotAWitness: Error, CustomStringConvertible {
        let file: String
        var description: String {
            "The key in \(file) is not a witness's. Make one with: afterbell witness new-key --name NAME FILE"
        }
    }
}
