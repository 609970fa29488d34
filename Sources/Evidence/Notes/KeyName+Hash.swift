import Crypto

extension KeyName {
    /// The SHA-256 of the name in 64 lower-case hexadecimal digits: a log's name in the addresses under which witnesses
    /// show what they cosigned. Source: C2SP tlog-witness, Monitor Retrieval.
    public var hash: String {
        SHA256.hash(data: Array(text.utf8)).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
