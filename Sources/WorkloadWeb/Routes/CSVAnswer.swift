import HTTPTypes
import Hummingbird
import Interchange
import NIOCore

/// A field of a CSV file: text, or a whole number that stays one.
enum CSVField: Sendable {
    case text(String)
    case number(Int)
}

extension Response {
    /// A CSV file to download, of lines that are there already.
    static func csv(named name: String, lines: [[CSVField]]) -> Response {
        csv(named: name) { send in try await send(lines) }
    }

    /// A CSV file to download, sent as it is made: `make` hands on its lines, and waits while the browser is slower.
    /// A file that can't be finished breaks off, which browsers tell from one that ends.
    static func csv(
        named name: String,
        _ make: @escaping @Sendable (_ send: ([[CSVField]]) async throws -> Void) async throws -> Void
    ) -> Response {
        Response(
            status: .ok,
            headers: [
                .contentType: "text/csv; charset=utf-8; header=present",
                .contentDisposition: "attachment; filename=\"\(name)\"",
            ],
            body: ResponseBody { writer in
                let pieces = Handoff<ByteBuffer>()
                async let made: Void = give(make, to: pieces)
                do {
                    while let piece = await pieces.take() { try await writer.write(piece) }
                } catch {
                    await pieces.end()
                    throw error
                }
                try await made
                try await writer.finish(nil)
            })
    }

    private static func give(
        _ make: @Sendable (_ send: ([[CSVField]]) async throws -> Void) async throws -> Void,
        to pieces: Handoff<ByteBuffer>
    ) async throws {
        var csv = CSVWriter()
        do {
            try await make { lines in
                for line in lines {
                    csv.append(line)
                    if csv.bytes.count > 32 * 1024 { try await pieces.give(ByteBuffer(bytes: csv.takeBytes())) }
                }
            }
            try await pieces.give(ByteBuffer(bytes: csv.takeBytes()))
        } catch {
            await pieces.end()
            throw error
        }
        await pieces.end()
    }
}

extension CSVWriter {
    fileprivate mutating func append(_ line: [CSVField]) {
        for field in line {
            switch field {
            case .text(let text): self.field(text)
            case .number(let number): self.field(number)
            }
        }
        endRow()
    }
}
