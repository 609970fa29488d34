import Glibc

/// Tells from its first bytes whether a file can be a zip, so that the refusal can say what it is instead.
enum ZipSignature {
    /// Why the file at `path` can't be a zip; nil if it begins like one.
    static func refusal(of path: String) -> ZipError? {
        guard let file = fopen(path, "rb") else {
            return .notReadable(path: path, reason: String(cString: strerror(errno)))
        }
        defer { fclose(file) }
        var bytes = [UInt8](repeating: 0, count: 64)
        bytes.removeLast(bytes.count - fread(&bytes, 1, bytes.count, file))
        if ferror(file) != 0 { return .notReadable(path: path, reason: String(cString: strerror(errno))) }
        return refusal(ofStart: bytes)
    }

    /// An empty zip begins with the end record `PK 5 6`, a split one with `PK 7 8`.
    private static func refusal(ofStart bytes: [UInt8]) -> ZipError? {
        if bytes.starts(with: "PK\u{3}\u{4}".utf8) || bytes.starts(with: "PK\u{5}\u{6}".utf8) { return nil }
        if bytes.starts(with: "PK\u{7}\u{8}".utf8) { return .notZip(looksLike: "one part of a split zip") }
        return .notZip(looksLike: description(ofStart: bytes))
    }

    private static func description(ofStart bytes: [UInt8]) -> String {
        if bytes.isEmpty { return "an empty file" }
        if bytes.starts(with: [0x1F, 0x8B]) { return "a gzip file" }
        if bytes.starts(with: [0x37, 0x7A, 0xBC, 0xAF]) { return "a 7-Zip file" }
        if bytes.starts(with: "Rar!".utf8) { return "a RAR file" }
        let text = bytes.drop { $0 <= .space || $0 >= 0x80 }
        if text.first == UInt8(ascii: "<") { return "a web page, perhaps a sign-in page saved in its place" }
        if bytes.allSatisfy({ $0 >= .space || $0 == .lineFeed || $0 == .carriageReturn || $0 == 0x09 }) {
            return "a text file, perhaps one CSV taken out of the zip"
        }
        return "another kind of file"
    }
}
