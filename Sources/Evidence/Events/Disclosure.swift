import Crypto
public import StrictJSON

/// A field of an event with its salt: who is shown it can see that the leaf holds it, and who is not can't guess it.
///
/// Source: RFC 9901, 4.2.1, 4.2.3; docs/reference/packet.md.
public struct Disclosure: Sendable, Hashable {
    /// How many bytes a salt has.
    public static let saltLength = 16

    /// The text `["salt","name",value]`, exactly as it is hashed.
    public let text: String
    /// The name: letters a to z, digits and underscores.
    public let name: String
    /// A text, a whole number, true, false, or a list of these.
    public let value: JSON

    /// Reads a disclosure.
    ///
    /// - Throws: ``EventFault/badField``.
    public init(parsing text: String) throws(EventFault) {
        let bytes = Array(text.utf8)
        guard bytes.first == UInt8(ascii: "["), let json = try? JSONReader.read(bytes),
            case .array(let parts) = json, parts.count == 3,
            case .string(let salt) = parts[0], Base64URL.isText(Array(salt.utf8), ofBytes: Self.saltLength),
            case .string(let name) = parts[1], name.isFieldName, parts[2].isFieldValue
        else { throw .badField }
        self.text = text
        self.name = name
        value = parts[2]
    }

    /// What the leaf holds of it: 43 digits.
    public var digest: FieldDigest { FieldDigest(of: text) }
}

/// The hash of a disclosure, as the leaf writes it: 43 digits of base64url in ASCII.
public struct FieldDigest: Sendable, Hashable {
    /// How many digits a digest has.
    public static let length = 43

    /// The digits.
    public let digits: [UInt8]

    /// The digest of a disclosure's text: SHA-256 of the digits of its bytes.
    public init(of disclosure: String) {
        let hash = SHA256.hash(data: Base64URL.digits(Array(disclosure.utf8)))
        digits = hash.withUnsafeBytes { Base64URL.digits($0) }
    }

    init(digits: some Sequence<UInt8>) {
        self.digits = Array(digits)
    }
}

extension FieldDigest: CustomStringConvertible {
    /// The digits as text.
    public var description: String { String(decoding: digits, as: UTF8.self) }
}

extension String {
    fileprivate var isFieldName: Bool {
        !isEmpty && utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 95 }
    }
}

extension JSON {
    fileprivate var isFieldValue: Bool {
        switch self {
        case .string, .bool: true
        case .number: wholeNumber != nil
        case .array(let values): values.allSatisfy(\.isFieldValue)
        case .null, .object: false
        }
    }
}
