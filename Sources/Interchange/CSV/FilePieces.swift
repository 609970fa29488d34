import Glibc

/// Reads a plain file in pieces of 64 KiB.
enum FilePieces {
    /// Hands out the bytes of a file in order.
    ///
    /// - Throws: ``RosterFileError/notReadable(path:reason:)``, or what `body` throws.
    static func forEach(ofFileAt path: String, _ body: (Span<UInt8>) throws -> Void) throws {
        guard let file = fopen(path, "rb") else {
            throw RosterFileError.notReadable(path: path, reason: String(cString: strerror(errno)))
        }
        defer { fclose(file) }
        var piece = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = fread(&piece, 1, piece.count, file)
            if ferror(file) != 0 {
                throw RosterFileError.notReadable(path: path, reason: String(cString: strerror(errno)))
            }
            guard count > 0 else { return }
            try body(piece.span.extracting(0..<count))
        }
    }
}
