public import Evidence

/// The key with which a server signs receipts; the log names it.
public struct ReceiptKey: Sendable {
    private let key: SigningKey
    /// The log that is to hold what was received.
    public let origin: KeyName

    /// - Parameter key: named after its log, with `/receipt` behind; nil for another name, or a key of a witness.
    public init?(_ key: SigningKey) {
        let name = key.verifier.name.text
        guard key.verifier.kind == .note, name.hasSuffix("/receipt"), let origin = KeyName(name.dropLast(8)) else {
            return nil
        }
        self.key = key
        self.origin = origin
    }

    /// The receipt of an event: the same each time it is asked for.
    public func receipt(of event: EventStamp) -> SignedNote? {
        guard let leaf = TreeHash(bytes: event.leafHash) else { return nil }
        let receipt = Receipt(of: leaf, receivedMilliseconds: event.receivedMilliseconds, in: origin)
        return try? SignedNote(receipt.text, signedBy: key)
    }
}
