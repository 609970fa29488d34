import ArgumentParser

/// Files that come in.
struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Import files: a roster.", subcommands: [ImportRoster.self])
}
