import Crypto
import Foundation

/// The secret of a session: 256 random bits in the cookie, only their SHA-256 in the database.
public struct SessionSecret: Sendable, Hashable {
    /// The secret as the cookie carries it: 64 hexadecimal digits.
    public let text: String

    /// A new secret.
    public init() {
        var generator = SystemRandomNumberGenerator()
        text = (0..<4).map { _ in
            let word = generator.next()
            let hex = String(word, radix: 16)
            return String(repeating: "0", count: 16 - hex.count) + hex
        }.joined()
    }

    /// A secret as it came; nil when it can't be one.
    public init?(cookie: String) {
        guard cookie.utf8.count == 64, cookie.utf8.allSatisfy(Self.isHexadecimal) else { return nil }
        text = cookie
    }

    /// What the database knows the session by.
    public var digest: [UInt8] { Array(SHA256.hash(data: Data(text.utf8))) }

    /// The anti-forgery token of this session's forms: it can't be worked out without the secret.
    public var antiForgeryToken: String { "anti-forgery \(text)".sha256 }

    private static func isHexadecimal(_ byte: UInt8) -> Bool {
        (48...57).contains(byte) || (97...102).contains(byte)
    }
}
