import Foundation

/// The folder that holds PostgreSQL's server programs, and their version.
struct ServerPrograms: Sendable {
    /// The oldest major version whose SQL we write.
    static let oldestMajor = 15

    /// The folder of `initdb` and `postgres`.
    let folder: String
    /// The major version, such as 15.
    let major: Int

    /// Looks in `AFTERBELL_PG_BIN` alone if it is set, else in Debian's folder, then in the one `pg_config` names.
    init(environment: [String: String]) throws(PrivateClusterError) {
        let searched: [String]
        if let chosen = environment["AFTERBELL_PG_BIN"], !chosen.isEmpty {
            searched = [chosen]
        } else {
            let configured = Program.line(of: ["/usr/bin/pg_config", "--bindir"])
            searched = ["/usr/lib/postgresql/\(Self.oldestMajor)/bin"] + (configured.map { [$0] } ?? [])
        }
        guard let found = searched.first(where: Self.holdsPrograms),
            let major = Self.major(of: Program.line(of: ["\(found)/postgres", "--version"]) ?? "")
        else { throw .programsMissing(searched: searched) }
        guard major >= Self.oldestMajor else { throw .programsTooOld(folder: found, major: major) }
        self.folder = found
        self.major = major
    }

    /// The full path of a program, such as `initdb`.
    func path(_ name: String) -> String { "\(folder)/\(name)" }

    private static func holdsPrograms(_ folder: String) -> Bool {
        ["initdb", "postgres"].allSatisfy { FileManager.default.isExecutableFile(atPath: "\(folder)/\($0)") }
    }

    /// The major version in `postgres (PostgreSQL) 15.20 (Debian 15.20-0+deb12u1)`.
    static func major(of version: String) -> Int? {
        let words = version.split(separator: " ")
        guard let mark = words.firstIndex(of: "(PostgreSQL)"), words.index(after: mark) < words.endIndex else {
            return nil
        }
        return Int(words[words.index(after: mark)].prefix { $0.isNumber })
    }
}
