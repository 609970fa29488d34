import Evidence
import Testing

@Suite struct SecretKeyTests {
    /// Source: the example in the documentation of golang.org/x/mod, sumdb/note. Its secret key is published.
    private static let secret = "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz"
    private static let verifier = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"

    @Test func `a published secret key is read and written as other programs do`() throws {
        let key = try SigningKey(secretText: Self.secret)
        #expect(key.verifier.description == Self.verifier)
        #expect(key.secretText == Self.secret)
    }

    @Test func `a witness's key is kept with its kind`() throws {
        let union = try key("example.org/union", .cosignature, 2)
        let read = try SigningKey(secretText: union.secretText)
        #expect(read.verifier == union.verifier)
        #expect(read.secretText == union.secretText)
    }

    @Test(arguments: [
        ("PRIVATE", "private"), ("KEY", "KEYS"), ("PeterNeumann", "Peter Neumann"), ("PeterNeumann", ""),
        ("PeterNeumann", "PeterNeuman"), ("c74f20a3", "c74f20a4"), ("c74f20a3", "C74F20A3"), ("AYEK", "AoEK"),
        ("KDFz", "KDF"), ("KDFz", "KDFzAAAA"), ("PRIVATE+KEY+", ""), ("KDFz", "KDFz\n"), ("AYEK", "A=EK"),
    ])
    func `a secret key in any other form is refused`(from: String, to: String) {
        let bent = Self.secret.replacing(from, with: to)
        #expect(bent != Self.secret)
        #expect(throws: NoteFault.badKey) { try SigningKey(secretText: bent) }
    }

    @Test func `every new key is another`() throws {
        let name = try #require(KeyName("example.org/union"))
        let keys = try (0..<20).map { _ in try SigningKey.random(name: name, kind: .cosignature).verifier.publicKey }
        #expect(Set(keys).count == 20)
    }
}
