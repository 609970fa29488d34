@testable import Evidence
import Foundation
import Testing

@Suite(.enabled(if: SharedVectors.areHere, "no vectors: set AFTERBELL_SHARED"))
struct NoteVectorTests {
    private let vectors: NoteVectors

    init() throws {
        vectors = try SharedVectors.read("signed-note/notes.json")
    }

    @Test func `each of the 13 notes ends as its source says`() throws {
        #expect(vectors.vectors.count == 13)
        for vector in vectors.vectors {
            #expect(try vector.outcome() == vector.want, "\(vector.name)")
        }
    }

    @Test func `a note that is not UTF-8 is refused`() {
        #expect(throws: NoteFault.notUTF8) { try SignedNote(parsing: [0xFF] + vectors.vectors[1].note.utf8) }
    }

    @Test func `bad verifier keys are refused`() {
        #expect(vectors.bad_verifier_keys.count == 2)
        for text in vectors.bad_verifier_keys {
            #expect(throws: NoteFault.badKey) { try VerifierKey(parsing: text) }
        }
    }

    @Test func `a good verifier key is written as it was read`() throws {
        for text in vectors.vectors.flatMap(\.verifier_keys) {
            #expect(try VerifierKey(parsing: text).description == text)
        }
    }

    @Test func `the published seed signs as published`() throws {
        let wanted = vectors.deterministic_signing
        let name = try #require(KeyName(wanted.name))
        let seed = bytes(hexadecimal: wanted.published_test_seed_hex)
        let key = try #require(SigningKey(name: name, kind: .note, seed: seed))
        let signature = try key.sign(NoteText(Array(wanted.text.utf8)))
        #expect(signature.line + "\n" == wanted.signature_line)
    }

    @Test func `checkpoint texts are read or refused, and a real one is read`() throws {
        for text in vectors.checkpoint_text_ok {
            let checkpoint = try Checkpoint(NoteText(Array(text.utf8)))
            #expect(checkpoint.head.size == 123_456_789_012)
        }
        #expect(vectors.checkpoint_text_bad.count == 2)
        for text in vectors.checkpoint_text_bad {
            #expect(throws: NoteFault.badCheckpoint) { try Checkpoint(NoteText(Array(text.utf8))) }
        }
        let real = try #require(vectors.vectors.first { $0.name.hasPrefix("real checkpoint") })
        let checkpoint = try Checkpoint(SignedNote(parsing: Array(real.note.utf8)).text)
        #expect(checkpoint.origin == "go.sum database tree")
        #expect(checkpoint.head.size == 35_225_469)
    }

    /// Ed25519 as others attack it: 151 signatures, 63 of them bad.
    @Test func `signatures of the Wycheproof set`() throws {
        let groups = try SharedVectors.read("wycheproof/ed25519_test.json", as: Wycheproof.self).testGroups
        let cases = groups.flatMap { group in group.tests.map { (group.publicKey.pk, $0) } }
        #expect(cases.count == 151)
        for (key, test) in cases {
            #expect(try test.holds(under: key) == (test.result == "valid"), "\(test.tcId)")
        }
    }
}

private struct NoteVectors: Decodable {
    let vectors: [NoteVector]
    let bad_verifier_keys, checkpoint_text_ok, checkpoint_text_bad: [String]
    let deterministic_signing: Signing

    struct Signing: Decodable {
        let published_test_seed_hex, name, text, signature_line: String
    }
}

private struct NoteVector: Decodable {
    let name, note, want: String
    let verifier_keys: [String]

    func outcome() throws -> String {
        let keys = try verifier_keys.map { try VerifierKey(parsing: $0) }
        do throws(NoteFault) {
            let note = try SignedNote(parsing: Array(note.utf8))
            return try note.verified(by: keys).count == keys.count ? "ok" : "too few signers"
        } catch {
            switch error {
            case .noKnownSignature: return "unverified"
            case .wrongSignature: return "invalid-signature"
            default: return "malformed"
            }
        }
    }
}

private struct Wycheproof: Decodable {
    let testGroups: [Group]

    struct Group: Decodable {
        let publicKey: Key
        let tests: [Test]
    }

    struct Key: Decodable { let pk: String }

    struct Test: Decodable {
        let tcId: Int
        let msg, sig, result: String

        func holds(under key: String) throws -> Bool {
            let name = try #require(KeyName("wycheproof"))
            let key = try #require(VerifierKey(name: name, kind: .note, publicKey: bytes(hexadecimal: key)))
            return key.verifies(bytes(hexadecimal: sig), over: bytes(hexadecimal: msg))
        }
    }
}
