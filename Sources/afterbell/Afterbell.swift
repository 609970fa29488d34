import ArgumentParser
import Foundation

/// The command line: each subcommand in a file of its own under `Commands`.
@main
struct Afterbell: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "afterbell",
        abstract: "Workload and overtime tracking for school districts.",
        discussion: """
            New here? `afterbell demo` starts a private PostgreSQL, loads a made-up district and serves it on this \
            machine.
            """,
        subcommands: [
            Demo.self, Serve.self, Migrate.self, DistrictCommand.self, AccountCommand.self, Import.self, Value.self,
            Compare.self, SealCommand.self, ExportCommand.self, Verify.self, WitnessCommand.self,
        ])

    static func main() async {
        do {
            var command = try parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch {
            exit(endedBy: error)
        }
    }

    /// Ends the program as the error asks. The statuses of `value` and `compare` are fixed for other programs: what is
    /// no refusal of their input is 1.
    private static func exit(endedBy error: any Error) -> Never {
        let isFixed = ["value", "compare"].contains(CommandLine.arguments.dropFirst().first)
        guard isFixed, exitCode(for: error) == .validationFailure else { exit(withError: error) }
        FileHandle.standardError.write(Data((fullMessage(for: error) + "\n").utf8))
        Foundation.exit(1)
    }
}
