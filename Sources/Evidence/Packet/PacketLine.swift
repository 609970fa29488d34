import StrictJSON

/// A line of `fields.jsonl`: what a packet shows of one leaf.
///
/// Source: docs/reference/packet.md.
public struct PacketLine: Sendable, Hashable {
    /// The place in the log.
    public let index: UInt64
    /// The hash of the leaf, as it was sealed.
    public let hash: TreeHash
    /// Disclosures, as texts.
    public let fields: [String]
    /// The path to the checkpoint's root; nil in a whole packet.
    public let proof: [TreeHash]?

    /// What a packet shows of a leaf.
    public init(index: UInt64, hash: TreeHash, fields: [String], proof: [TreeHash]? = nil) {
        self.index = index
        self.hash = hash
        self.fields = fields
        self.proof = proof
    }

    /// Reads a line without its line feed; nil when it is anything else.
    public init?(parsing bytes: [UInt8]) {
        guard bytes.first == UInt8(ascii: "{"), let json = try? JSONReader.read(bytes),
            json.count == (json["proof"] == nil ? 3 : 4),
            let index = json["index"]?.wholeNumber.flatMap(UInt64.init(exactly:)),
            let hash = json["hash"]?.string.flatMap(TreeHash.init(base64:)), let fields = json["fields"]?.strings
        else { return nil }
        var proof: [TreeHash]?
        if let path = json["proof"] {
            guard let hashes = path.hashes else { return nil }
            proof = hashes
        }
        self.init(index: index, hash: hash, fields: fields, proof: proof)
    }

    /// The line, without its line feed.
    public var text: String {
        let json: JSON = .object(
            .init("fields", .array(fields.map { .string($0) })), .init("hash", .string(hash.description)),
            .init("index", .number(index)), proof.map { .init("proof", .hashes($0)) })
        return json.canonical ?? ""
    }
}

/// A line of `earlier.jsonl`: a checkpoint before that of the packet, and the proof that nothing changed since.
public struct EarlierCheckpoint: Sendable, Hashable {
    /// The whole signed note.
    public let note: [UInt8]
    /// The consistency proof from it to the packet's checkpoint.
    public let proof: ConsistencyProof

    /// An earlier checkpoint.
    public init(note: SignedNote, proof: ConsistencyProof) {
        self.note = note.bytes
        self.proof = proof
    }

    /// Reads a line without its line feed; nil when it is anything else.
    public init?(parsing bytes: [UInt8]) {
        guard bytes.first == UInt8(ascii: "{"), let json = try? JSONReader.read(bytes), json.count == 2,
            let note = json["note"]?.string, let hashes = json["proof"]?.hashes
        else { return nil }
        self.note = Array(note.utf8)
        proof = ConsistencyProof(hashes: hashes)
    }

    /// The line, without its line feed.
    public var text: String {
        let note = String(decoding: note, as: UTF8.self)
        return JSON.object(.init("note", .string(note)), .init("proof", .hashes(proof.hashes))).canonical ?? ""
    }
}

extension TreeHash {
    init?(base64 text: String) {
        guard let hash = Base64.bytes(text).flatMap(TreeHash.init(bytes:)) else { return nil }
        self = hash
    }
}

extension JSON {
    static func hashes(_ hashes: [TreeHash]) -> JSON { .array(hashes.map { .string($0.description) }) }

    var hashes: [TreeHash]? {
        guard let texts = strings else { return nil }
        let hashes = texts.compactMap(TreeHash.init(base64:))
        return hashes.count == texts.count ? hashes : nil
    }
}
