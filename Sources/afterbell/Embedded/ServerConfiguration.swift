import Foundation

/// The files that rule the embedded server. Written at every start, so that a new release brings its settings along.
struct ServerConfiguration: Sendable {
    /// Part of the socket's name; no network port is opened.
    static let port = 5432
    /// The cluster's administrator, for migrations.
    static let administrator = "postgres"
    /// The role that `afterbell serve` and `afterbell demo` sign in as.
    static let server = "afterbell_server"

    let folder: ClusterFolder

    var settingsFile: String { "\(folder.path)/postgresql.conf" }
    var accessFile: String { "\(folder.path)/pg_hba.conf" }
    var mapFile: String { "\(folder.path)/pg_ident.conf" }

    /// Durable, private, and sized for a machine with two cores that does other things too.
    var settings: String {
        """
        # Written by afterbell at every start; changes are lost.
        data_directory = \(quoted(folder.data))
        hba_file = \(quoted(accessFile))
        ident_file = \(quoted(mapFile))

        listen_addresses = ''
        port = \(Self.port)
        unix_socket_directories = \(quoted(folder.socketFolder))
        unix_socket_permissions = 0700
        max_connections = 60

        fsync = on
        synchronous_commit = on
        full_page_writes = on
        wal_compression = on
        max_wal_size = 1GB

        shared_buffers = 256MB
        effective_cache_size = 1GB
        work_mem = 8MB
        maintenance_work_mem = 128MB
        huge_pages = off
        random_page_cost = 1.1
        max_worker_processes = 4
        max_parallel_workers_per_gather = 0
        autovacuum_max_workers = 2
        jit = off

        # The log names no statement, value or person.
        log_min_error_statement = panic
        log_error_verbosity = terse
        log_timezone = 'UTC'
        timezone = 'UTC'
        datestyle = 'iso, mdy'
        lc_messages = 'C'

        """
    }

    /// Peer and nothing else: the operating system says who connects.
    var access: String {
        "local all \(Self.administrator),\(Self.server) peer map=afterbell\n"
    }

    /// Which accounts of this machine may be which roles: ours, and the one the server runs as.
    var map: String {
        Set([folder.account.ownName, folder.account.name]).sorted()
            .flatMap { account in [Self.administrator, Self.server].map { "afterbell \"\(account)\" \($0)\n" } }
            .joined()
    }

    /// Writes the three files.
    func write() throws {
        for (file, text) in [(settingsFile, settings), (accessFile, access), (mapFile, map)] {
            try Data(text.utf8).write(to: URL(filePath: file), options: .atomic)
            try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: file)
        }
    }

    /// A value of postgresql.conf between quotes.
    private func quoted(_ text: String) -> String {
        "'" + text.replacing("\\", with: "\\\\").replacing("'", with: "''") + "'"
    }
}
