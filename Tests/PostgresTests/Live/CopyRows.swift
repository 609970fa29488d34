import Glibc
import Synchronization
import Testing

/// Chunks of 10,000 rows, made when asked for; counts how often it was asked.
struct Rows: AsyncSequence, AsyncIteratorProtocol {
    let chunks: Int
    let asked: CountedChunks
    private var position = 0
    private static let chunk = Array(String(repeating: "123456\n", count: 10_000).utf8)

    init(chunks: Int, asked: CountedChunks) {
        self.chunks = chunks
        self.asked = asked
    }

    func makeAsyncIterator() -> Rows {
        self
    }

    mutating func next() async throws -> [UInt8]? {
        guard position < chunks else { return nil }
        position += 1
        asked.count.withLock { $0 += 1 }
        return Rows.chunk
    }
}

final class CountedChunks: Sendable {
    let count = Mutex(0)
}

/// Resident memory of this process, in bytes. Source: proc(5), `/proc/[pid]/statm`.
func residentBytes() throws -> Int {
    let file = try #require(fopen("/proc/self/statm", "r"))
    defer { fclose(file) }
    var line = [CChar](repeating: 0, count: 256)
    fgets(&line, 256, file)
    let text = String(decoding: line.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    return try #require(text.split(separator: " ").dropFirst().first.flatMap { Int($0) }) * Int(getpagesize())
}
