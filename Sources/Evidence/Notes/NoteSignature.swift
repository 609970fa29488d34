/// One signature below a note.
public struct NoteSignature: Sendable, Hashable {
    /// The name of the key that it claims.
    public let name: KeyName
    /// The id of that key.
    public let keyID: UInt32
    /// What the key's kind asks for: 64 bytes of Ed25519, for a cosignature after 8 of time.
    public let bytes: [UInt8]

    init(by key: VerifierKey, _ bytes: [UInt8]) {
        name = key.name
        keyID = key.id
        self.bytes = bytes
    }

    /// Reads a line without its line feed; nil when it is not `— name base64(id, signature)`.
    init?(line: some Collection<UInt8>) {
        let parts = line.parts(between: UInt8(ascii: " "))
        guard parts.count == 3, parts[0] == "—", let name = KeyName(parts[1]), let data = Base64.bytes(parts[2]),
            data.count > 4
        else { return nil }
        self.name = name
        keyID = data.prefix(4).reduce(0) { $0 << 8 | UInt32($1) }
        bytes = Array(data.dropFirst(4))
    }

    /// The line, without its line feed.
    public var line: String {
        "— \(name.text) \(Base64.text(withUnsafeBytes(of: keyID.bigEndian) { Array($0) } + bytes))"
    }

    func claims(_ key: VerifierKey) -> Bool {
        name == key.name && keyID == key.id
    }
}
