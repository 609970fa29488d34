import Foundation
import Glibc

/// A PostgreSQL server that runs on our data, whoever started it.
struct RunningServer: Sendable {
    let processID: pid_t
    /// When the server started, in seconds since 1970, as it noted itself.
    let startedAt: Int
    let folder: ClusterFolder

    /// The server that the folder's `postmaster.pid` names, if it lives and serves this folder.
    init?(on folder: ClusterFolder) {
        let notes = Self.notes(folder)
        guard notes.count >= 3, let processID = pid_t(notes[0]), let startedAt = Int(notes[2]),
            Self.arguments(of: processID)?.contains(folder.data) == true
        else { return nil }
        self.processID = processID
        self.startedAt = startedAt
        self.folder = folder
    }

    /// Whether the server still runs. A process that took over the number doesn't count.
    var isAlive: Bool { Self.arguments(of: processID)?.contains(folder.data) == true }

    /// Whether the server says that it accepts connections.
    var isReady: Bool {
        let notes = Self.notes(folder)
        return notes.count >= 8 && notes[7].hasPrefix("ready")
    }

    /// Whether the server's socket is in its place. Somebody may have cleaned up `/tmp`.
    var hasSocket: Bool { FileManager.default.fileExists(atPath: folder.socket) }

    /// Tells the server to read its configuration again.
    func reload() { kill(processID, SIGHUP) }

    /// How long a server may take to stop: first in good order, then at once.
    struct StopLimits: Sendable {
        var inOrder = Duration.seconds(60)
        var atOnce = Duration.seconds(10)
    }

    /// Stops the server: open connections are ended and the data left clean; after a minute it is stopped at once and
    /// repairs itself at the next start. Blocks until the server is gone, or until the limits have passed.
    ///
    /// - Returns: whether it ended cleanly.
    @discardableResult
    func stop(_ limits: StopLimits = StopLimits()) -> Bool {
        if end(by: SIGINT, within: limits.inOrder) { return true }
        _ = end(by: SIGQUIT, within: limits.atOnce)
        return false
    }

    /// Sends a signal to the server, if it lives, and waits until it is gone.
    private func end(by signal: Int32, within patience: Duration) -> Bool {
        guard isAlive else { return true }
        kill(processID, signal)
        let limit = ContinuousClock.now + patience
        while isAlive, ContinuousClock.now < limit { usleep(20_000) }
        return !isAlive
    }

    /// A living process of another program that bears the number of a server that died; nil if there is none.
    static func strangerInPlace(on folder: ClusterFolder) -> pid_t? {
        guard let processID = notes(folder).first.flatMap({ pid_t($0) }),
            let program = arguments(of: processID)?.first
        else { return nil }
        return URL(filePath: program).lastPathComponent == "postgres" ? nil : processID
    }

    /// The lines of `postmaster.pid`: process, data folder, start, port, socket folder, address, memory, state.
    private static func notes(_ folder: ClusterFolder) -> [Substring] {
        let text = (try? String(contentsOfFile: "\(folder.data)/postmaster.pid", encoding: .utf8)) ?? ""
        return text.split(separator: "\n", omittingEmptySubsequences: false)
    }

    /// The words of a process's command line; nil when it is gone.
    private static func arguments(of processID: pid_t) -> [String]? {
        guard let line = FileManager.default.contents(atPath: "/proc/\(processID)/cmdline"), !line.isEmpty else {
            return nil
        }
        return line.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
    }
}
