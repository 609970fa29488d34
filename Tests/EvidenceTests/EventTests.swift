import Evidence
import Foundation
import Randomness
import SharedFiles
import StrictJSON
import Testing

struct EventTests {
    private let salt = "AAAAAAAAAAAAAAAAAAAAAA"

    @Test func `the digest of a disclosure is that of RFC 9901`() {
        // RFC 9901, 4.2.3: the digest of the disclosure of the family name Möbius.
        let digest = FieldDigest(of: #"["_26bc4LT-ac6q2KI6cBW5es", "family_name", "Möbius"]"#)

        #expect(digest.description == "X9yH0Ajrdm1Oij4tWso9UzzKJvPoDxwmuEcO3XAdRC0")
    }

    @Test(arguments: [
        "1.5", "1e3", "null", "{\"a\":1}", "9007199254740992", "-9007199254740992", "NaN", "007", "[[null]]", "-0",
        "\"\\ud800\"", "",
    ])
    func `a field says no such value`(_ value: String) {
        #expect(throws: EventFault.badField) { try Disclosure(parsing: "[\"\(salt)\",\"name\",\(value)]") }
    }

    @Test(arguments: ["\"x\"", "0", "-7", "9007199254740991", "true", "[]", "[\"a\",[1,false]]", "\"Möbius 😀\""])
    func `a field says such a value`(_ value: String) throws {
        let disclosure = try Disclosure(parsing: "[\"\(salt)\",\"name\",\(value)]")

        #expect(disclosure.value.canonical == value)
        #expect(disclosure.name == "name")
    }

    @Test(arguments: [
        #"["AAAAAAAAAAAAAAAAAAAAA","name","x"]"#, #"["AAAAAAAAAAAAAAAAAAAAAB","name","x"]"#,
        #"["AAAAAAAAAAAAAAAAAAAAA=","name","x"]"#, #"["AAAAAAAAAAAAAAAAAAAAAA","Name","x"]"#,
        #"["AAAAAAAAAAAAAAAAAAAAAA","","x"]"#, #"["AAAAAAAAAAAAAAAAAAAAAA","name"]"#,
        #"["AAAAAAAAAAAAAAAAAAAAAA","name","x",1]"#,
        #"{"a":["AAAAAAAAAAAAAAAAAAAAAA","name","x"]}"#, "x", "",
    ])
    func `this is no field`(_ text: String) {
        #expect(throws: EventFault.badField) { try Disclosure(parsing: text) }
    }

    @Test func `a leaf is one text, holds its digests and nothing else`() throws {
        let texts = (0..<30).map { "[\"\(salt)\",\"n\($0)\",\($0)]" }
        let digests = texts.map { FieldDigest(of: $0) }

        let leaf = try Leaf(digests, receivedMilliseconds: 1_407_884_580_123)

        #expect(leaf.count == 30)
        #expect(digests.allSatisfy(leaf.holds))
        #expect(!leaf.holds(FieldDigest(of: "[\"\(salt)\",\"n\",0]")))
        #expect(leaf.hash == .leaf(leaf.bytes))
        #expect(try Leaf(parsing: leaf.bytes) == leaf)
        #expect(try Leaf(digests.reversed(), receivedMilliseconds: 1_407_884_580_123) == leaf)
        #expect(try JSONReader.read(leaf.bytes).canonical == String(decoding: leaf.bytes, as: UTF8.self))
    }

    @Test func `no byte of a leaf can be another without being seen`() throws {
        let leaf = try Leaf(
            (0..<3).map { FieldDigest(of: "[\"\(salt)\",\"n\($0)\",\($0)]") }, receivedMilliseconds: 1_407_884_580_123)
        for place in leaf.bytes.indices {
            for byte in UInt8.min...UInt8.max where byte != leaf.bytes[place] {
                var bytes = leaf.bytes
                bytes[place] = byte
                guard let other = try? Leaf(parsing: bytes) else { continue }
                #expect(other.hash != leaf.hash)
                #expect(try JSONReader.read(bytes).canonical == String(decoding: bytes, as: UTF8.self))
            }
        }
    }

    @Test func `bytes at random, added, taken away or moved, are no leaf or another`() throws {
        var random = SplitMix64.seeded()
        let leaf = try Leaf(
            (0..<4).map { FieldDigest(of: "[\"\(salt)\",\"n\($0)\",\($0)]") }, receivedMilliseconds: 5)
        for _ in 0..<20_000 {
            var bytes = leaf.bytes
            switch Int.random(in: 0..<3, using: &random) {
            case 0: bytes.insert(.random(in: 0...255, using: &random), at: .random(in: 0...bytes.count, using: &random))
            case 1: bytes.remove(at: .random(in: bytes.indices, using: &random))
            default:
                bytes.swapAt(.random(in: bytes.indices, using: &random), .random(in: bytes.indices, using: &random))
            }
            guard bytes != leaf.bytes, let other = try? Leaf(parsing: bytes) else { continue }
            #expect(other.hash != leaf.hash)
        }
    }

    @Test(.enabled(if: SharedVectors.areHere, "the shared vectors are not here"))
    func `canonical texts are those of RFC 8785, where numbers are whole`() throws {
        var compared: [String] = []
        let folder = SharedVectors.folder.appending(path: "jcs")
        for file in try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: "input").path).sorted() {
            let input = try Data(contentsOf: folder.appending(path: "input/\(file)"))
            guard let text = try JSONReader.read(Array(input)).canonical else { continue }
            let output = try String(contentsOf: folder.appending(path: "output/\(file)"), encoding: .utf8)
            #expect(text == output, "\(file)")
            compared.append(file)
        }
        // values.json and arrays.json have fractions, or exponents.
        #expect(compared.contains("weird.json") && compared.count >= 3, "\(compared)")
    }

    @Test func `a receipt says when and by when, and is read back`() throws {
        let log = try #require(KeyName("hours.example.org/lausd"))
        let key = try key("hours.example.org/lausd/receipt", .note, 7)
        let receipt = Receipt(of: .leaf([1]), receivedMilliseconds: 1_407_884_580_123, in: log)
        let note = try SignedNote(receipt.text, signedBy: key)

        #expect(Receipt.keyName(of: log) == key.verifier.name)
        #expect(try Receipt(SignedNote(parsing: note.bytes).text) == receipt)
        #expect(receipt.sealedByMilliseconds - receipt.receivedMilliseconds == 60_000)
        #expect(try note.verified(by: [key.verifier]) == [key.verifier])
        #expect(throws: NoteFault.badCheckpoint) { try Checkpoint(note.text) }
    }

    @Test(arguments: [
        "afterbell receipt v2\na\nROOT\n1\n2\n", "afterbell receipt v1\na\nROOT\n01\n2\n",
        "afterbell receipt v1\na\nROOT\n1\n",
        "afterbell receipt v1\na b\nROOT\n1\n2\n", "afterbell receipt v1\na\nAAAA\n1\n2\n",
        "afterbell receipt v1\na\nROOT\n-1\n2\n",
        "afterbell receipt v1\na\nROOT\n1\n2\n3\n", "afterbell receipt v1\na\nROOT\n1\n9007199254740992\n",
    ])
    func `this is no receipt`(_ text: String) throws {
        let root = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="
        let note = try NoteText(Array(text.replacing("ROOT", with: root).utf8))

        #expect(throws: NoteFault.badReceipt) { try Receipt(note) }
    }

    @Test func `a manifest is read as it was written, and nothing else is`() {
        var manifest = Manifest()
        manifest.add("b.txt", FileDigest(of: [2]).text)
        manifest.add("a b.txt", FileDigest(of: [1]).text)
        let text = String(decoding: manifest.bytes, as: UTF8.self)

        #expect(Manifest(parsing: manifest.bytes) == manifest)
        #expect(text.hasPrefix("4bf5122f344554c53bde2ebb8cd2b7e3d1600ad631c385a5d7cce23c7785459a  a b.txt\n"))
        for bad in [text + "x", text + text, text.replacing("  ", with: " "), text.uppercased(), "x  y\n"] {
            #expect(Manifest(parsing: Array(bad.utf8)) == nil, "\(bad)")
        }
    }
}
