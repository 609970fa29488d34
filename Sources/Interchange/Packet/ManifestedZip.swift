import Evidence

/// A zip that is written with the digest of each of its files.
final class ManifestedZip {
    private var zip: ZipWriter?
    private var manifest = Manifest()
    private var current: PacketFile?
    private var digest = FileDigest()

    init(_ zip: consuming ZipWriter) {
        self.zip = consume zip
    }

    /// Begins a file.
    func begin(_ file: PacketFile) throws {
        end()
        current = file
        try zip?.begin(file.rawValue)
    }

    func write(_ bytes: [UInt8]) throws {
        bytes.withUnsafeBytes { digest.add($0) }
        try zip?.write(bytes)
    }

    func add(_ file: PacketFile, _ bytes: [UInt8]) throws {
        try begin(file)
        try write(bytes)
    }

    /// Writes the manifest; the zip is whole then.
    func finish() throws {
        end()
        try zip?.begin(PacketFile.manifest.rawValue)
        try zip?.write(manifest.bytes)
        try zip.take()?.finish()
    }

    private func end() {
        if let current { manifest.add(current.rawValue, digest.text) }
        digest = FileDigest()
        current = nil
    }
}
