import Logging
import Synchronization

/// What was written into a program's log.
final class KeptLines: Sendable {
    struct Line: Sendable {
        let level: Logger.Level
        let text: String
    }

    private let lines = Mutex<[Line]>([])

    var logger: Logger {
        var logger = Logger(label: "test") { _ in Handler(kept: self) }
        logger.logLevel = .trace
        return logger
    }

    /// The lines of a level, with their metadata.
    func lines(_ level: Logger.Level) -> [String] {
        lines.withLock { $0 }.filter { $0.level == level }.map(\.text)
    }

    private func keep(_ line: Line) {
        lines.withLock { $0.append(line) }
    }

    private struct Handler: LogHandler {
        let kept: KeptLines
        var metadata: Logger.Metadata = [:]
        var logLevel: Logger.Level = .trace

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) {
            let more = (event.metadata ?? [:]).map { "\($0.key)=\($0.value)" }.sorted().joined(separator: " ")
            kept.keep(Line(level: event.level, text: "\(event.message) \(more)"))
        }
    }
}
