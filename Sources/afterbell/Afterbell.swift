import ArgumentParser

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
        subcommands: [Demo.self, Serve.self, Migrate.self, DistrictCommand.self, AccountCommand.self, Import.self, Value.self,
            Compare.self])
}
