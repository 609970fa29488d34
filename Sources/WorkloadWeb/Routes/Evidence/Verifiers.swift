import Foundation
import NIOCore

/// The programs that check packets, as they came along with this one: read once at start.
struct Verifiers: Sendable {
    let page: ByteBuffer?
    let python: ByteBuffer?

    /// - Parameter folder: which holds them; nil for none.
    init(folder: String?) {
        func file(_ name: String) -> ByteBuffer? {
            folder.flatMap { FileManager.default.contents(atPath: "\($0)/\(name)") }.map { ByteBuffer(bytes: $0) }
        }
        page = file("verify.html")
        python = file("verify_packet.py")
    }
}
