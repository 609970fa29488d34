/// The name of a key, such as `example.org/afterbell/district`: two are equal when their bytes are.
public struct KeyName: Sendable, Hashable {
    /// The name as written.
    public let text: String

    /// A name; nil when it is empty or has a blank, a control character or a plus. Source: C2SP signed-note, Format.
    public init?(_ text: some StringProtocol) {
        let valid = text.unicodeScalars.allSatisfy { !$0.properties.isWhitespace && $0.value >= 0x20 && $0 != "+" }
        guard valid, !text.isEmpty else { return nil }
        self.text = String(text)
    }

    /// Whether a text is this name, byte for byte.
    func isWritten(_ text: String?) -> Bool {
        text.map { $0.utf8.elementsEqual(self.text.utf8) } ?? false
    }

    /// Whether the bytes of both are the same; strings alone would take two ways to write é for one.
    public static func == (left: KeyName, right: KeyName) -> Bool {
        left.text.utf8.elementsEqual(right.text.utf8)
    }

    /// Feeds the bytes to a hasher.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(Array(text.utf8))
    }
}
