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
    private let offsets: [Int]

    /// - Throws: ``ZipError`` when it is no zip, or something stands before or behind it.
    init(path: String) throws(ZipError) {
        if let refusal = ZipSignature.refusal(of: path) { throw refusal }
        guard let found = try? Self.list(path) else { throw .cutShort }
        (entries, offsets) = try Self.entries(found.bytes, count: found.count)
        guard (try? hasOneNameEach(path)) == true else {
            throw .damaged(entry: nil, detail: "its list of contents names other files than it holds")
        }
    }

    /// The bytes of the list and how many entries it says to have; nil where the file does not end in one.
    private static func list(_ path: String) throws -> (bytes: [UInt8], count: Int)? {
        let file = try FileHandle(forReadingFrom: URL(filePath: path))
        defer { try? file.close() }
        let size = Int(clamping: try file.seekToEnd())
        guard size >= endLength else { return nil }
        let end = try file.bytes(at: size - endLength, count: endLength)
        // Not parted over several disks, and no remark.
        guard end.starts(with: "PK\u{5}\u{6}".utf8), end.number(at: 4, bytes: 4) == 0,
            end.number(at: 20, bytes: 2) == 0,
            let count = end.number(at: 10, bytes: 2), end.number(at: 8, bytes: 2) == count,
            let length = end.number(at: 12, bytes: 4), let place = end.number(at: 16, bytes: 4)
        else { return nil }
        if length <= mostBytes, place == size - endLength - length {
            return (try file.bytes(at: place, count: length), count)
        }
        return try farList(file, size)
    }

    /// The same of a zip of 4 GiB and more, in which a second end record says where the list is.
    private static func farList(_ file: FileHandle, _ size: Int) throws -> (bytes: [UInt8], count: Int)? {
        guard size >= endLength + 20 + 56 else { return nil }
        let at = size - endLength - 20 - 56
        let far = try file.bytes(at: at, count: 56)
        guard far.starts(with: "PK\u{6}\u{6}".utf8), let count = far.number(at: 32, bytes: 7),
            let length = far.number(at: 40, bytes: 7), length <= mostBytes, far.number(at: 48, bytes: 7) == at - length
        else { return nil }
        return (try file.bytes(at: at - length, count: length), count)
    }

    private static func entries(_ list: [UInt8], count: Int) throws(ZipError) -> ([Entry], [Int]) {
        var (entries, offsets, at): ([Entry], [Int], Int) = ([], [], 0)
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
            entries.append(Entry(path: path, isPlain: isFile && [0, 8].contains(method) && flags & 1 == 0))
            offsets.append(offset)
            at += headerLength + name + extra + remark
        }
        guard entries.count == count else {
            throw .damaged(entry: nil, detail: "its list of contents is longer or shorter than it says")
        }
        guard offsets.min() == 0 else { throw .notZip(looksLike: "something with a zip behind it") }
        return (entries, offsets)
    }

    /// Whether each file has the name before its bytes that it has in the list; one beyond 4 GiB is not looked at.
    private func hasOneNameEach(_ path: String) throws -> Bool {
        let file = try FileHandle(forReadingFrom: URL(filePath: path))
        defer { try? file.close() }
        return try zip(entries, offsets).allSatisfy { entry, offset in
            if offset == 0xFFFF_FFFF { return true }
            let header = try file.bytes(at: offset, count: 30)
            guard header.starts(with: "PK\u{3}\u{4}".utf8), let length = header.number(at: 26, bytes: 2) else {
                return false
            }
            return try file.bytes(at: offset + 30, count: length).elementsEqual(entry.path.utf8)
        }
    }
}

extension FileHandle {
    fileprivate func bytes(at place: Int, count: Int) throws -> [UInt8] {
        try seek(toOffset: UInt64(place))
        return [UInt8](try read(upToCount: count) ?? Data())
    }
}

extension [UInt8] {
    /// A number of so many bytes, 7 at most, the lowest first; nil beyond the end.
    fileprivate func number(at place: Int, bytes: Int) -> Int? {
        guard place + bytes <= count else { return nil }
        return self[place..<(place + bytes)].reversed().reduce(0) { $0 << 8 | Int($1) }
    }
}
