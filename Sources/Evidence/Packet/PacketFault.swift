public import StrictJSON

/// Something that is wrong with a packet: a code and, where it has one, a place.
///
/// Source: docs/reference/packet.md, Verifying.
public struct PacketFault: Error, Sendable, Hashable {
    /// What is wrong. The words are those that all verifiers print.
    public enum Code: String, Sendable, CaseIterable, Comparable {
        case unreadable
        case manifest
        case policy
        case checkpoint
        case quorum
        case key
        case earlier
        case tree
        case proof
        case leaf
        case field
        case double
        case total
        case kept
        case changed
        case missing
        case receipt
        case unshown

        /// By name, as faults are listed.
        public static func < (left: Code, right: Code) -> Bool { left.rawValue < right.rawValue }
    }

    /// Where it is.
    public enum Place: Sendable, Hashable {
        case nowhere
        case file(String)
        /// Place of an entry in the log.
        case index(UInt64)
        /// Size of a checkpoint.
        case size(UInt64)
        /// When a missing entry was received.
        case received(Int64)
    }

    /// What is wrong.
    public let code: Code
    /// Where.
    public let place: Place

    /// A fault at a place.
    public init(_ code: Code, _ place: Place = .nowhere) {
        self.code = code
        self.place = place
    }

    /// As `--json` prints it.
    public var json: JSON {
        let at: JSON.Member? =
            switch place {
            case .nowhere: nil
            case .file(let name): .init("file", .string(name))
            case .index(let index): .init("index", .number(index))
            case .size(let size): .init("size", .number(size))
            case .received(let moment): .init("received_ms", .number(moment))
            }
        return .object(.init("code", .string(code.rawValue)), at)
    }
}

extension PacketFault: Comparable {
    /// By code, then place.
    public static func < (left: PacketFault, right: PacketFault) -> Bool {
        guard left.code == right.code else { return left.code < right.code }
        return left.place.rank < right.place.rank
    }
}

extension PacketFault.Place {
    fileprivate var rank: (UInt64, String) {
        switch self {
        case .nowhere: (0, "")
        case .file(let name): (0, name)
        case .index(let number), .size(let number): (number, "")
        case .received(let moment): (UInt64(clamping: moment), "")
        }
    }
}
