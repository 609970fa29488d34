import Foundation
import Glibc

/// The steps that lead to a server that accepts connections. Blocks; see ``PrivateCluster``.
struct ClusterStart: Sendable {
    let folder: ClusterFolder
    let programs: ServerPrograms
    let progress: @Sendable (String) -> Void
    var stopLimits = RunningServer.StopLimits()
    /// Asked between steps and while waiting: whether to give up, because the program is to end.
    var isCancelled: @Sendable () -> Bool = { false }

    /// A server that accepts connections: the one left over by an earlier afterbell, or a new one.
    ///
    /// - Throws: ``PrivateClusterError``, or `CancellationError`; no server runs then, unless it can't be stopped.
    func run(fresh: Bool) throws -> RunningServer {
        folder.removeUnfinished()
        if fresh {
            progress("Deleting the data in \(folder.path)")
            if let server = RunningServer(on: folder) { try end(server) }
            try folder.empty()
        }
        try folder.checkVersion(programs)
        if !folder.holdsCluster { try prepareData() }
        try ServerConfiguration(folder: folder).write()
        try folder.makeSocketFolder()
        do {
            return try takeOver() ?? launch()
        } catch {
            RunningServer(on: folder)?.stop()
            folder.removeSocketFolder()
            throw error
        }
    }

    private func end(_ server: RunningServer) throws {
        server.stop(stopLimits)
        guard !server.isAlive else {
            throw PrivateClusterError.serverStays(folder.path, processID: Int(server.processID))
        }
    }

    private func checkCancellation() throws {
        if isCancelled() { throw CancellationError() }
    }

    /// Makes the cluster and its database `afterbell` beside their place, then moves them there whole, so that a start
    /// cut off leaves nothing half made.
    private func prepareData() throws {
        progress("Making a private PostgreSQL \(programs.major) in \(folder.path)")
        let data = try folder.makeUnfinished()
        let log = try openLog()
        let make = [
            "--pgdata=\(data)", "--username=\(ServerConfiguration.administrator)",
            "--encoding=UTF8", "--locale=C.UTF-8", "--data-checksums",
            "--auth-local=peer", "--auth-host=reject", "--no-instructions",
        ]
        try check("Making the cluster", try Program.run(command("initdb", make), output: log))
        try checkCancellation()
        let statement = Pipe()
        try statement.fileHandleForWriting.write(contentsOf: Data("create database \(PrivateCluster.database);\n".utf8))
        try statement.fileHandleForWriting.close()
        let single = ["--single", "-D", data, "-c", "exit_on_error=on", "postgres"]
        let status = try Program.run(
            command("postgres", single),
            input: statement.fileHandleForReading,
            output: log
        )
        try check("Making the database", status)
        try FileManager.default.moveItem(atPath: data, toPath: folder.data)
    }

    /// The server that an afterbell which was killed left running.
    private func takeOver() throws -> RunningServer? {
        guard let server = RunningServer(on: folder) else { return nil }
        progress("Taking over the PostgreSQL that an earlier afterbell left running")
        server.reload()
        if try waitUntilReady(server), server.hasSocket { return server }
        try end(server)
        return nil
    }

    private func launch() throws -> RunningServer {
        try checkCancellation()
        progress("Starting PostgreSQL \(programs.major)")
        var extra: [String: String] = [:]
        if let stranger = RunningServer.strangerInPlace(on: folder) {
            // The number of the server that died is another program's now. PostgreSQL passes over this number
            // (src/backend/utils/init/miscinit.c, CreateLockFile) and still checks that no part of the old server lives.
            extra["PG_GRANDPARENT_PID"] = "\(stranger)"
        }
        let settings = ServerConfiguration(folder: folder).settingsFile
        let begin = time(nil)
        let process = try Program.start(
            command("postgres", ["-D", folder.data, "-c", "config_file=\(settings)"]),
            output: try openLog(),
            extra: extra
        )
        let server = try waitUntilNoted(process, since: begin)
        guard try waitUntilReady(server) else { throw failure("Starting PostgreSQL") }
        return server
    }

    /// Waits until the new server has noted itself. Notes of an old one may bear the same number: in a container that
    /// was killed and started again, numbers come round. Two seconds of doubt, as pg_ctl has them.
    private func waitUntilNoted(_ process: Process, since begin: Int) throws -> RunningServer {
        while process.isRunning {
            if let server = RunningServer(on: folder), server.processID == process.processIdentifier,
                server.startedAt >= begin - 2
            {
                return server
            }
            usleep(10_000)
        }
        throw failure("Starting PostgreSQL")
    }

    /// Waits while the server starts or repairs its data, at most ten minutes, and says so every five seconds.
    private func waitUntilReady(_ server: RunningServer) throws -> Bool {
        let begin = ContinuousClock.now
        var said: Int64 = 0
        while !server.isReady {
            try checkCancellation()
            let waited = (ContinuousClock.now - begin).components.seconds
            guard server.isAlive, waited < 600 else { return false }
            if waited >= said + 5 {
                said = waited
                progress("PostgreSQL is still starting (\(said) s)")
            }
            usleep(20_000)
        }
        return true
    }

    private func command(_ program: String, _ arguments: [String]) -> [String] {
        folder.account.command(programs.path(program), arguments)
    }

    /// The log for the output of the programs, emptied: it tells about the last step only.
    private func openLog() throws -> FileHandle {
        let flags = O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW | O_TRUNC
        let descriptor = open(folder.log, flags, 0o600)
        guard descriptor >= 0 else { throw PrivateClusterError.refused("open", folder.log) }
        return FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    }

    private func check(_ step: String, _ status: Int32) throws {
        if status != 0 { throw failure(step) }
    }

    /// The error for a step, with the last lines of the log.
    private func failure(_ step: String) -> PrivateClusterError {
        let text = (try? String(contentsOfFile: folder.log, encoding: .utf8)) ?? ""
        let lines = text.split(separator: "\n").suffix(8).joined(separator: "\n")
        return .serverFailed(step: step, said: lines, log: folder.log)
    }
}
