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
        for entry in try ZipIndex(path: path).entries {
            guard PacketFile(rawValue: entry.path) != nil, found.insert(entry.path).inserted, entry.isPlain else {
                refuse(entry.path)
                continue
            }
        }
        for file in PacketFile.allCases where !file.isStreamed && found.contains(file.rawValue) && !isRefused(file) {
            if let bytes = bytes(file) { files[file.rawValue] = bytes } else { refuse(file.rawValue) }
        }
        for file in PacketFile.allCases where !file.isOptional && !found.contains(file.rawValue) {
            refuse(file.rawValue)
        }
    }

    /// The bytes of a file; nil when they can't be unpacked, or are too many.
    private func bytes(_ file: PacketFile) -> [UInt8]? {
        try? ZipLines(path: path, entry: file.rawValue, limits: Self.limits).bytes(atMost: file.mostBytes)
    }

    private func isRefused(_ file: PacketFile) -> Bool {
        faults.contains(PacketFault(.unreadable, .file(file.rawValue)))
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
        digests.merge(Self.check(try lines(.leaves), try lines(.fields), &check).filter { found.contains($0.key) }) {
            $1
        }
        checkManifest(digests, &check)
        return check.verdict()
    }

    private func lines(_ file: PacketFile) throws(ZipError) -> ZipLines {
        try ZipLines(path: path, entry: isRefused(file) ? "" : file.rawValue, limits: Self.limits)
    }

    /// Hands each leaf with its line to the check; the digests of both files.
    private static func check(
        _ leaves: consuming ZipLines, _ fields: consuming ZipLines, _ check: inout PacketCheck
    ) -> [String: String] {
        while true {
            let leaf = next(&leaves, .leaves, &check)
            let line = next(&fields, .fields, &check)
            if leaf == nil, line == nil { break }
            if leaf == nil { check.add(PacketFault(.unreadable, .file(PacketFile.leaves.rawValue))) }
            guard let line else {
                check.add(PacketFault(.unreadable, .file(PacketFile.fields.rawValue)))
                continue
            }
            check.take(leaf: leaf ?? [], line: line)
        }
        if leaves.isOpenAtEnd { check.add(PacketFault(.unreadable, .file(PacketFile.leaves.rawValue))) }
        if fields.isOpenAtEnd { check.add(PacketFault(.unreadable, .file(PacketFile.fields.rawValue))) }
        return [PacketFile.leaves.rawValue: leaves.digest, PacketFile.fields.rawValue: fields.digest]
    }

    /// The next line; nil after the last, and from there on where a file can't be unpacked, which is a fault.
    private static func next(_ lines: inout ZipLines, _ file: PacketFile, _ check: inout PacketCheck) -> [UInt8]? {
        do throws(ZipError) {
            return try lines.next()
        } catch {
            check.add(PacketFault(.unreadable, .file(file.rawValue)))
            return nil
        }
    }

    private func checkManifest(_ digests: [String: String], _ check: inout PacketCheck) {
        let name = PacketFile.manifest.rawValue
        guard let bytes = files[name] else { return }
        guard let manifest = Manifest(parsing: bytes) else {
            check.add(PacketFault(.unreadable, .file(name)))
            return
        }
        if manifest.digests[name] != nil { check.add(PacketFault(.unreadable, .file(name))) }
        for (file, digest) in digests where file != name && manifest.digests[file] != digest {
            check.add(PacketFault(.manifest, .file(file)))
        }
        for file in manifest.digests.keys
        where !found.contains(file) && PacketFile(rawValue: file)?.isOptional != true {
            check.add(PacketFault(.unreadable, .file(file)))
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
