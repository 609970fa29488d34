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
    /// A CSV file to download, sent as it is made.
    static func csv<Lines: Sequence & Sendable>(named name: String, lines: Lines) -> Response
    where Lines.Element == [CSVField] {
        Response(
            status: .ok,
            headers: [
                .contentType: "text/csv; charset=utf-8; header=present",
                .contentDisposition: "attachment; filename=\"\(name)\"",
            ],
            body: ResponseBody { writer in
                var csv = CSVWriter()
                for line in lines {
                    csv.append(line)
                    if csv.bytes.count > 32 * 1024 { try await writer.write(ByteBuffer(bytes: csv.takeBytes())) }
                }
                try await writer.write(ByteBuffer(bytes: csv.takeBytes()))
                try await writer.finish(nil)
            })
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
