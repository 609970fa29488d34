/// The files of an evidence packet. Source: docs/reference/packet.md.
enum PacketFile: String, CaseIterable {
    case readme = "README.txt"
    case head = "packet.json"
    case policy = "policy.txt"
    case checkpoint = "checkpoint.txt"
    case earlier = "earlier.jsonl"
    case leaves = "leaves.jsonl"
    case fields = "fields.jsonl"
    case manifest = "MANIFEST.sha256"
    case python = "verify_packet.py"
    case page = "verify.html"

    /// How much is read of a file that is held in memory.
    var mostBytes: Int {
        switch self {
        case .earlier: 256 << 20
        case .head: 64 << 20
        default: 4 << 20
        }
    }

    /// Whether a packet may lack it: a verifier is better taken from elsewhere.
    var isOptional: Bool { self == .python || self == .page }

    /// Whether it is read line by line.
    var isStreamed: Bool { self == .leaves || self == .fields }
}
