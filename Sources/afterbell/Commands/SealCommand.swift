public import ArgumentParser
import Evidence
import Foundation
import Logging
import Postgres
import Workload

/// The evidence log: makes its keys, seals and signs it.
struct SealCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "seal", abstract: "Put events in their order, and sign the log.",
        discussion: """
            One host seals a district's log, with a folder that holds its secret keys and what was signed last. Keep a copy \
            of the folder, and never on the database's host alone.
            """,
        subcommands: [
            Begin.self, Run.self, Once.self, Rotate.self, Restored.self, HandOut.self, HandBack.self, Status.self,
        ],
        defaultSubcommand: Run.self)

    /// Which log, and where its keys are.
    struct Options: ParsableArguments {
        @OptionGroup var operating: OperatingOptions

        @Option(help: "Folder with the keys and what was signed last. Left out: AFTERBELL_KEYS.")
        var keys: String?

        /// Lends the sealer of the district that was named, once its witnesses were asked what they have seen.
        ///
        /// - Parameter isStart: whether the work is refused where a witness contradicts the database. Left out for work that
        ///   begins a log, or that asks itself.
        func withSealer<Value: Sendable>(
            isStart: Bool = true, _ body: @Sendable (Sealer, Cosigning) async throws -> Value
        ) async throws -> Value {
            let folder = keys ?? ProcessInfo.processInfo.environment["AFTERBELL_KEYS"] ?? ""
            guard !folder.isEmpty else { throw ValidationError("Say where the keys are: --keys FOLDER") }
            return try await operating.withDistrict { database, district in
                let sealer = Sealer(database, district: district, keys: folder)
                return try await WitnessClient.withHTTP { http in
                    let cosigning = Cosigning(sealer: sealer, http: http, logger: Serving.logger())
                    if isStart { try await cosigning.hear() }
                    return try await body(sealer, cosigning)
                }
            }
        }
    }

    struct Begin: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "init", abstract: "Begin a log: make its keys, and write them down as its first events.")

        @OptionGroup var options: Options

        @Option(
            help: "The name of the log, such as hours.example.org/lausd: a host name of yours, a slash, the district.")
        var origin: String

        func run() async throws {
            guard let name = KeyName(origin), origin.utf8.allSatisfy({ (0x21..<0x7F).contains($0) }) else {
                throw ValidationError("\(origin) is no name of a log. Write it like hours.example.org/lausd.")
            }
            try await options.withSealer(isStart: false) { sealer, _ in
                try await sealer.begin(origin: name)
                print("Began the log \(name.text). Its keys, to be handed to union and HR on paper or by telephone:")
                for known in try await sealer.keys.all() { print("  \(known.purpose.rawValue)  \(known.key)") }
                print("Secret keys are in \(sealer.folder.path). Keep a copy of that folder elsewhere.")
            }
        }
    }

    struct Run: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Seal and sign until stopped.")

        @OptionGroup var options: Options

        func run() async throws {
            try await options.withSealer { sealer, cosigning in
                let services = SealingServices(
                    sealers: { [sealer] }, http: cosigning.http, logger: cosigning.logger,
                    figuresFile: CheckFigures.file(ProcessInfo.processInfo.environment))
                try await StopSignals.cancelling { try await services.run() }
            }
        }
    }

    struct Once: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Seal what waits, sign it, and say what was done.")

        @OptionGroup var options: Options

        func run() async throws {
            try await options.withSealer { sealer, cosigning in
                try await sealer.check()
                let sealed = try await sealer.seal()
                let note = try await sealer.sign()
                try await cosigning.ask()
                print("Sealed \(sealed) events. " + (note == nil ? "Nothing new to sign." : "Signed."))
                if let note { print(String(decoding: note.bytes, as: UTF8.self), terminator: "") }
            }
        }
    }

    struct Rotate: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Put a new key in the place of one; the log says so before it is used.",
            discussion: "A server signs receipts with the new key once it is started again.")

        @OptionGroup var options: Options

        @Option(help: "Which: log or receipt.")
        var purpose: LogKeys.Purpose = .log

        func run() async throws {
            let purpose = purpose
            try await options.withSealer { sealer, _ in
                let key = try await sealer.rotate(purpose)
                print("The \(purpose.rawValue) key is now \(key). Tell union and HR, on paper or by telephone.")
            }
        }
    }

    struct Restored: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "State that the database was restored from a copy, and go on from there.",
            discussion: """
                This is written into the log, for all to see. Whoever has seen a newer state keeps the proof of it: a witness \
                will not cosign until it is told by its own people.
                """)

        @OptionGroup var options: Options

        @Option(help: "Why, in a sentence that others will read.")
        var reason: String

        func run() async throws {
            let reason = reason
            try await options.withSealer(isStart: false) { sealer, cosigning in
                let lost = try await cosigning.contradicting()
                let notes = Dictionary(lost.map { ($0.witness.key.idText, $0.note) }) { first, _ in first }
                try await sealer.restore(
                    reason: reason, by: NSUserName(), at: Int64(Date().timeIntervalSince1970), settingAside: notes)
                for seen in lost { print(seen.contradiction?.saw ?? "") }
                if !lost.isEmpty {
                    print("What they have cosigned is set aside in \(sealer.folder.path).")
                    print("They go on with new keys of theirs: docs/how-to/run-a-witness.md")
                }
                print("Recorded. The log goes on with \(try await sealer.log.size()) events.")
            }
        }
    }

    struct Status: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Say how large the log is, what waits, and who signed.")

        @OptionGroup var options: Options

        func run() async throws {
            try await options.withSealer(isStart: false) { sealer, cosigning in
                print("events sealed   \(try await sealer.log.size())")
                print("events waiting  \(try await sealer.log.waiting())")
                for known in try await sealer.keys.all() {
                    let since = known.index.map { "since event \($0)" } ?? "not sealed yet"
                    print(
                        "\(known.purpose.rawValue) key".padding(toLength: 16, withPad: " ", startingAt: 0),
                        terminator: "")
                    print("\(known.key), \(since)")
                }
                if let newest = try await sealer.log.newestCheckpoint() {
                    print("last checkpoint\n\(newest.note)", terminator: "")
                }
                try await cosigning.hear()
                try await sealer.check()
            }
        }
    }
}

extension LogKeys.Purpose: ExpressibleByArgument {}

extension Sealer {
    /// - Parameters:
    ///   - database: signed in as a role that may act as `afterbell_sealer`.
    ///   - keys: the folder of all districts' keys.
    init(_ database: Database, district: District, keys: String) {
        self.init(
            database: database, district: district, log: EventLog(database, district: district),
            keys: LogKeys(database, district: district), folder: SealFolder(keys, district: district))
    }
}
