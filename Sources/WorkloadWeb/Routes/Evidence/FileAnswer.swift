import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

extension Response {
    /// A file to keep.
    ///
    /// - Parameter name: of letters, digits, dots, dashes and underscores.
    static func file(named name: String, type: String = "text/plain; charset=utf-8", _ bytes: ByteBuffer) -> Response {
        Response(
            status: .ok,
            headers: [.contentType: type, .contentDisposition: "attachment; filename=\"\(name)\""],
            body: ResponseBody(byteBuffer: bytes))
    }
}

extension UUID {
    /// A short form for talking about an entry, and for naming its files: the first six digits, "5F0-F6A".
    var shortReference: String {
        let digits = uuidString.filter { $0 != "-" }.prefix(6)
        return "\(digits.prefix(3))-\(digits.suffix(3))"
    }
}
