public import Evidence

/// Checks an evidence packet on disk, without a network and without a database.
///
/// The small files are held in memory; leaves and fields are read side by side, line by line, so that memory does not
/// grow with them. Reading blocks on the disk: call it from a thread that may wait.
public struct PacketReader {
    private static let limits = ZipLimits(entries: 64, entryBytes: 64 << 30, totalBytes: 64 << 30)
    private let path: String
    private var files: [String: [UInt8]] = [:]
    private var found: Set<String> = []
    private var faults: [PacketFault] = []

    /// Opens a packet and reads its small files.
    ///
    /// - Throws: ``ZipError`` when it is no zip that can be read.
    public init(path: String) throws {
        self.path = path
        var reader = try ZipReader(path: path, limits: Self.limits)
        while let entry = try reader.next() {
            guard let file = PacketFile(rawValue: entry.path), found.insert(entry.path).inserted else {
                refuse(entry.path)
                continue
            }
            if !file.isStreamed { files[entry.path] = try Self.bytes(file, &reader) }
        }
        for file in PacketFile.allCases where !file.isOptional && !found.contains(file.rawValue) {
            refuse(file.rawValue)
        }
    }

    private static func bytes(_ file: PacketFile, _ reader: inout ZipReader) throws -> [UInt8] {
        var bytes: [UInt8] = []
        while let piece = try reader.nextPiece() {
            bytes.append(contentsOf: piece)
            guard bytes.count <= file.mostBytes else {
                throw ZipError.tooLarge(entry: file.rawValue, limit: Int64(file.mostBytes))
            }
        }
        return bytes
    }

    private mutating func refuse(_ name: String) {
        faults.append(PacketFault(.unreadable, .file(name)))
    }

    /// Checks everything.
    ///
    /// - Parameters:
    ///   - policy: in place of the packet's own; nil takes that.
    ///   - kept: what somebody kept since before.
    /// - Throws: ``ZipError`` when bytes don't decompress.
    public func check(policy: [UInt8]? = nil, kept: [KeptEvidence] = []) throws -> PacketVerdict {
        var check = PacketCheck(files: files, policy: policy, kept: kept)
        for fault in faults { check.add(fault) }
        var digests = files.mapValues { FileDigest(of: $0).text }
        digests.merge(try Self.check(lines(.leaves), lines(.fields), &check).filter { found.contains($0.key) }) { $1 }
        checkManifest(digests, &check)
        return check.verdict()
    }

    private func lines(_ file: PacketFile) throws(ZipError) -> ZipLines {
        try ZipLines(path: path, entry: file.rawValue, limits: Self.limits)
    }

    /// Hands each leaf with its line to the check; the digests of both files.
    private static func check(
        _ leaves: consuming ZipLines, _ fields: consuming ZipLines, _ check: inout PacketCheck
    ) throws(ZipError) -> [String: String] {
        while true {
            let (leaf, line) = (try leaves.next(), try fields.next())
            if leaf == nil, line == nil { break }
            if leaf == nil { check.add(PacketFault(.unreadable, .file(PacketFile.leaves.rawValue))) }
            guard let line else {
                check.add(PacketFault(.unreadable, .file(PacketFile.fields.rawValue)))
                continue
            }
            check.take(leaf: leaf ?? [], line: line)
        }
        return [PacketFile.leaves.rawValue: leaves.digest, PacketFile.fields.rawValue: fields.digest]
    }

    private func checkManifest(_ digests: [String: String], _ check: inout PacketCheck) {
        let name = PacketFile.manifest.rawValue
        guard let bytes = files[name] else { return }
        guard let manifest = Manifest(parsing: bytes) else {
            check.add(PacketFault(.unreadable, .file(name)))
            return
        }
        for (file, digest) in digests where file != name && manifest.digests[file] != digest {
            check.add(PacketFault(.manifest, .file(file)))
        }
    }

    /// What a packet is worth to somebody who kept it, for checking a later one.
    ///
    /// - Throws: ``ZipError`` when bytes don't decompress.
    public func kept() throws -> KeptEvidence? {
        guard let checkpoint = files[PacketFile.checkpoint.rawValue] else { return nil }
        var lines = try lines(.fields)
        var leaves: [KeptLeaf] = []
        while let line = try lines.next() {
            guard let line = PacketLine(parsing: line) else { return nil }
            leaves.append(KeptLeaf(index: line.index, hash: line.hash))
        }
        return .packet(checkpoint: checkpoint, leaves: leaves)
    }
}
