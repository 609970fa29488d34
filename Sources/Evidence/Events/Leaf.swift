/// What the log holds of an event: when it was received, and a digest of each field.
///
/// The bytes are RFC 8785 JSON, so that there is one text for it:
/// `{"fields":["…","…"],"received_ms":1407884580123,"version":1}`, digests sorted. Source: docs/reference/packet.md.
public struct Leaf: Sendable, Hashable {
    private static let start = Array(#"{"fields":[""#.utf8)
    private static let between = Array(#"",""#.utf8)
    private static let middle = Array(#""],"received_ms":"#.utf8)
    private static let end = Array(#","version":1}"#.utf8)
    private static let stride = FieldDigest.length + between.count

    /// The bytes, as they are hashed.
    public let bytes: [UInt8]
    /// How many fields the event had.
    public let count: Int
    /// When it was received, in milliseconds since 1970 in UTC.
    public let receivedMilliseconds: Int64

    /// The leaf of an event with these digests.
    public init(_ digests: some Collection<FieldDigest>, receivedMilliseconds: Int64) throws(EventFault) {
        let sorted = digests.map(\.digits).sorted { $0.lexicographicallyPrecedes($1) }
        let bytes =
            Self.start + Array(sorted.joined(separator: Self.between)) + Self.middle
            + Array(String(receivedMilliseconds).utf8) + Self.end
        try self.init(parsing: bytes)
    }

    /// Reads a leaf.
    ///
    /// - Throws: ``EventFault/badLeaf`` for bytes that are not in this one form, to the byte.
    public init(parsing bytes: [UInt8]) throws(EventFault) {
        let isLeaf = bytes.starts(with: Self.start) && bytes.suffix(Self.end.count).elementsEqual(Self.end)
        guard isLeaf, let count = Self.digestCount(bytes) else { throw .badLeaf }
        let time = Self.start.count + count * Self.stride - Self.between.count + Self.middle.count
        guard time < bytes.count - Self.end.count,
            let received = UInt64(plain: String(decoding: bytes[time..<(bytes.count - Self.end.count)], as: UTF8.self)),
            received < 1 << 53
        else { throw .badLeaf }
        self.bytes = bytes
        self.count = count
        receivedMilliseconds = Int64(received)
    }

    /// How many digests stand at the start, sorted and none twice; nil when the middle does not follow them.
    private static func digestCount(_ bytes: [UInt8]) -> Int? {
        bytes.withUnsafeBufferPointer { bytes in
            var (place, count) = (start.count, 0)
            while place + FieldDigest.length <= bytes.count {
                let digits = UnsafeBufferPointer(rebasing: bytes[place..<(place + FieldDigest.length)])
                let before =
                    count == 0 ? nil : UnsafeBufferPointer(rebasing: bytes[(place - stride)..<(place - between.count)])
                guard Base64URL.isText(digits, ofBytes: TreeHash.length),
                    before.map({ $0.lexicographicallyPrecedes(digits) }) ?? true
                else { return nil }
                count += 1
                place += FieldDigest.length
                let rest = UnsafeBufferPointer(rebasing: bytes[place...])
                if rest.starts(with: middle) { return count }
                guard rest.starts(with: between) else { return nil }
                place += between.count
            }
            return nil
        }
    }

    /// Whether the event had the field with this digest.
    public func holds(_ digest: FieldDigest) -> Bool {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            let digits = self.digits(middle)
            if digits.elementsEqual(digest.digits) { return true }
            if digits.lexicographicallyPrecedes(digest.digits) { low = middle + 1 } else { high = middle }
        }
        return false
    }

    /// What the tree holds of it.
    public var hash: TreeHash { .leaf(bytes) }

    private func digits(_ index: Int) -> ArraySlice<UInt8> {
        let place = Self.start.count + index * Self.stride
        return bytes[place..<(place + FieldDigest.length)]
    }
}
