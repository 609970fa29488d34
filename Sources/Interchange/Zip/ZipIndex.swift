import Foundation

/// The list of contents of a zip, from its end: what each file is, before a byte of it is unpacked.
///
/// Stricter than a reader of zips has to be: nothing stands before the first file or behind the list, so that two programs
/// can't find two different zips in one file. Source: APPNOTE 4.3.12 and 4.3.16; docs/reference/packet.md, Files.
struct ZipIndex {
    /// A file of the zip.
    struct Entry {
        /// The name with its folders, as it stands there.
        let path: String
        /// Whether it is a file, neither folder nor link, that is stored or deflated, and needs no password.
        let isPlain: Bool
    }

    private static let mostBytes = 1 << 20
    private static let endLength = 22
    private static let headerLength = 46

    let entries: [Entry]

    /// - Throws: ``ZipError`` when it is no zip, or something stands before or behind it.
    init(path: String) throws(ZipError) {
        if let refusal = ZipSignature.refusal(of: path) { throw refusal }
        guard let bytes = try? Self.list(path) else { throw .cutShort }
        entries = try Self.entries(bytes)
    }

    /// The bytes of the list; nil where the file does not end in one.
    private static func list(_ path: String) throws -> [UInt8]? {
        let file = try FileHandle(forReadingFrom: URL(filePath: path))
        defer { try? file.close() }
        let size = try file.seekToEnd()
        guard size > endLength else { return nil }
        try file.seek(toOffset: size - UInt64(endLength))
        let end = [UInt8](try file.read(upToCount: endLength) ?? Data())
        guard end.starts(with: "PK\u{5}\u{6}".utf8), let length = end.number(at: 12, bytes: 4), length <= mostBytes,
            let place = try place(end, file, size), place + UInt64(length) <= size
        else { return nil }
        try file.seek(toOffset: place)
        return [UInt8](try file.read(upToCount: length) ?? Data())
    }

    /// Where the list begins; in a zip of 4 GiB and more a second end record says it.
    private static func place(_ end: [UInt8], _ file: FileHandle, _ size: UInt64) throws -> UInt64? {
        guard let stated = end.number(at: 16, bytes: 4), stated == 0xFFFF_FFFF else {
            return end.number(at: 16, bytes: 4).map(UInt64.init)
        }
        try file.seek(toOffset: size - UInt64(endLength) - 20 - 56)
        let far = [UInt8](try file.read(upToCount: 56) ?? Data())
        guard far.starts(with: "PK\u{6}\u{6}".utf8) else { return nil }
        return far.number(at: 48, bytes: 8).map(UInt64.init)
    }

    private static func entries(_ list: [UInt8]) throws(ZipError) -> [Entry] {
        var (entries, at, first): ([Entry], Int, Int?) = ([], 0, nil)
        while at < list.count {
            guard list[at...].starts(with: "PK\u{1}\u{2}".utf8), let flags = list.number(at: at + 8, bytes: 2),
                let method = list.number(at: at + 10, bytes: 2), let name = list.number(at: at + 28, bytes: 2),
                let extra = list.number(at: at + 30, bytes: 2), let remark = list.number(at: at + 32, bytes: 2),
                let attributes = list.number(at: at + 38, bytes: 4), let offset = list.number(at: at + 42, bytes: 4),
                at + headerLength + name + extra + remark <= list.count
            else { throw .damaged(entry: nil, detail: "its list of contents can't be read") }
            let path = String(decoding: list[(at + headerLength)..<(at + headerLength + name)], as: UTF8.self)
            // Bits of a folder on DOS, and of anything but a regular file on Unix.
            let isFile = attributes & 0x7000_0010 == 0
            entries.append(
                Entry(path: path, isPlain: isFile && [0, 8].contains(method) && flags & 1 == 0))
            first = min(first ?? offset, offset)
            at += headerLength + name + extra + remark
        }
        guard first == 0 else { throw .notZip(looksLike: "something with a zip behind it") }
        return entries
    }
}

extension [UInt8] {
    /// A number of so many bytes, the lowest first; nil beyond the end.
    fileprivate func number(at place: Int, bytes: Int) -> Int? {
        guard place + bytes <= count else { return nil }
        return self[place..<(place + bytes)].reversed().reduce(0) { $0 << 8 | Int($1) }
    }
}
