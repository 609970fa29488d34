import Crypto
import CryptoExtras
import Foundation

/// A password as it is kept: scrypt with its parameters and salt, in PHC string form.
///
/// `$scrypt$ln=15,r=8,p=3$<salt>$<key>`, base64 without padding. Source of the parameters: OWASP password storage
/// cheat sheet (N 2^15, r 8, p 3). Slow on purpose (about 0.2 s): call it through ``PasswordChecker``.
struct PasswordHash: Sendable, Hashable {
    static let costLog2 = 15
    static let blockSize = 8
    static let parallelism = 3

    let text: String

    init(text: String) {
        self.text = text
    }

    /// Hashes a new password with a fresh salt.
    static func hashing(_ password: String) throws -> PasswordHash {
        var generator = SystemRandomNumberGenerator()
        let salt = Data((0..<16).map { _ in UInt8.random(in: .min ... .max, using: &generator) })
        let key = try derive(password, salt: salt, costLog2: costLog2, blockSize: blockSize, parallelism: parallelism)
        return PasswordHash(
            text: "$scrypt$ln=\(costLog2),r=\(blockSize),p=\(parallelism)$\(salt.unpadded)$\(key.unpadded)")
    }

    /// Whether the password is the one that was hashed. A text that is no hash matches nothing.
    func matches(_ password: String) throws -> Bool {
        let parts = text.split(separator: "$").map(String.init)
        guard parts.count == 4, parts[0] == "scrypt", let salt = Data(unpadded: parts[2]),
            let key = Data(unpadded: parts[3])
        else { return false }
        let costs = parts[1].split(separator: ",").compactMap { Int($0.drop { $0 != "=" }.dropFirst()) }
        guard costs.count == 3, (1...20).contains(costs[0]), (1...32).contains(costs[1]), (1...16).contains(costs[2])
        else { return false }
        let found = try Self.derive(
            password, salt: salt, costLog2: costs[0], blockSize: costs[1], parallelism: costs[2])
        return found.count == key.count && zip(found, key).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
    }

    private static func derive(
        _ password: String, salt: Data, costLog2: Int, blockSize: Int, parallelism: Int
    ) throws -> Data {
        let key = try KDF.Scrypt.deriveKey(
            from: Data(password.precomposedStringWithCompatibilityMapping.utf8), salt: salt, outputByteCount: 32,
            rounds: 1 << costLog2, blockSize: blockSize, parallelism: parallelism)
        return key.withUnsafeBytes { Data($0) }
    }
}

extension Data {
    fileprivate var unpadded: String { base64EncodedString().replacing("=", with: "") }

    fileprivate init?(unpadded text: String) {
        self.init(base64Encoded: text + String(repeating: "=", count: (4 - text.count % 4) % 4))
    }
}
