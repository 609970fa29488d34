/// A name or an address in a policy, as bytes: two are equal when their bytes are, and those above 0x7F mean nothing in
/// particular. Source: C2SP tlog-policy, Character set.
public struct PolicyWord: Sendable, Hashable {
    /// The bytes as written.
    public let bytes: [UInt8]

    /// What a policy that asks for no witness has as its quorum.
    static let nobody = PolicyWord(checked: Array("none".utf8))

    /// A word; nil when it is empty or has a blank or a control character.
    public init?(_ bytes: some Collection<UInt8>) {
        guard !bytes.isEmpty, bytes.allSatisfy({ $0 > 0x20 && $0 != 0x7F }) else { return nil }
        self.init(checked: Array(bytes))
    }

    /// A word in UTF-8; nil when it is empty or has a blank or a control character.
    public init?(_ text: String) {
        self.init(text.utf8)
    }

    private init(checked bytes: [UInt8]) {
        self.bytes = bytes
    }
}

extension PolicyWord: CustomStringConvertible {
    /// The word to be shown; bytes that are no UTF-8 are replaced.
    public var description: String { String(decoding: bytes, as: UTF8.self) }
}
