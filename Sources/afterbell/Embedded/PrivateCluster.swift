import Foundation
import Glibc

/// A PostgreSQL of afterbell's own: in a folder, reached through a private socket, without a network port.
///
/// It runs as user `postgres` when we are root, else as ourselves. Who connects is told by the operating system
/// (`peer`), never trusted. Data survive ``stop()`` and the next ``start(folder:fresh:environment:progress:)``; so does a
/// server whose afterbell was killed: the next start takes it over.
actor PrivateCluster {
    /// The database made with the cluster, empty.
    static let database = "afterbell"

    /// The folder that holds the data.
    nonisolated let folder: String
    /// Where the keys of the evidence log are, and what it signed last: beside the data, never in it.
    nonisolated var keys: String { folder + "/keys" }
    private nonisolated let socketFolder: String
    private let server: RunningServer
    private let progress: @Sendable (String) -> Void
    private var lock: FolderLock?
    private var stopping: Task<Void, Never>?

    /// Starts the cluster, or takes over the one left running, and returns when it accepts connections.
    ///
    /// - Parameters:
    ///   - folder: where the data are; nil chooses as ``ClusterFolder/usualPath(currentFolder:account:)`` says.
    ///   - fresh: delete the data first. Only a folder that bears our marker is ever emptied.
    ///   - environment: `AFTERBELL_PG_BIN` names the folder of PostgreSQL's programs.
    ///   - progress: gets a sentence for each step that takes time, from another thread.
    /// - Throws: ``PrivateClusterError``, whose description says what to do; `CancellationError` when the task is
    ///   cancelled, and nothing runs then.
    static func start(
        folder: String? = nil,
        fresh: Bool = false,
        environment: [String: String] = ProcessInfo.processInfo.environment,
        progress: @escaping @Sendable (String) -> Void
    ) async throws -> PrivateCluster {
        let cancelled = CancelledFlag()
        return try await withTaskCancellationHandler {
            try await start(folder, fresh, environment, { cancelled.isSet }, progress)
        } onCancel: {
            cancelled.set()
        }
    }

    private static func start(
        _ folder: String?,
        _ fresh: Bool,
        _ environment: [String: String],
        _ isCancelled: @escaping @Sendable () -> Bool,
        _ progress: @escaping @Sendable (String) -> Void
    ) async throws -> PrivateCluster {
        try await onOwnThread {
            let programs = try ServerPrograms(environment: environment)
            let account = try ServerAccount()
            let current = FileManager.default.currentDirectoryPath
            let path = try folder ?? ClusterFolder.usualPath(currentFolder: current, account: account)
            let place = try ClusterFolder(URL(filePath: path).standardizedFileURL.path, account: account)
            let lock = try FolderLock(place)
            var start = ClusterStart(folder: place, programs: programs, progress: progress)
            start.isCancelled = isCancelled
            let server = try start.run(fresh: fresh)
            return PrivateCluster(server: server, lock: lock, progress: progress)
        }
    }

    private init(server: RunningServer, lock: FolderLock, progress: @escaping @Sendable (String) -> Void) {
        self.server = server
        self.lock = lock
        self.progress = progress
        folder = server.folder.path
        socketFolder = server.folder.socketFolder
    }

    /// A libpq connection string: as `postgres` for migrations, as `afterbell_server` for the service.
    nonisolated func conninfo(user: String = "postgres", database: String = PrivateCluster.database) -> String {
        let fields = [
            ("host", socketFolder), ("port", "\(ServerConfiguration.port)"), ("user", user), ("dbname", database),
        ]
        return fields.map { name, value in
            "\(name)='\(value.replacing("\\", with: "\\\\").replacing("'", with: "\\'"))'"
        }
        .joined(separator: " ")
    }

    /// Stops the server and gives the folder back. Ends open connections. Calling it again waits for the same stop.
    ///
    /// Runs to its end even in a cancelled task.
    func stop() async {
        let task = stopping ?? Task { await stopOnce() }
        stopping = task
        await task.value
    }

    private func stopOnce() async {
        let server = server
        let isClean = try? await onOwnThread {
            let isClean = server.stop()
            server.folder.removeSocketFolder()
            return isClean
        }
        if isClean != true { progress("PostgreSQL did not stop in time; it will repair itself at the next start") }
        lock = nil
    }
}
