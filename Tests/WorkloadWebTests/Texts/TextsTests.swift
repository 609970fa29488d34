import Testing

@testable import WorkloadWeb

@Suite("Words in two languages")
struct TextsTests {
    /// Every stored string of a group of words, by its path.
    private static func strings(_ value: Any, path: String = "") -> [String: String] {
        if let text = value as? String { return [path: text] }
        return Mirror(reflecting: value).children.enumerated().reduce(into: [:]) { found, item in
            let name = item.element.label ?? "\(item.offset)"
            found.merge(strings(item.element.value, path: "\(path)/\(name)")) { first, _ in first }
        }
    }

    @Test func `no word is empty and both languages have the same keys`() {
        let english = Self.strings(Texts.english)
        let spanish = Self.strings(Texts.spanish)

        #expect(english.filter { $0.value.isEmpty }.keys.sorted() == [])
        #expect(spanish.filter { $0.value.isEmpty }.keys.sorted() == [])
        // codes of labels are dictionary keys, whose order in a mirror is not fixed
        let keys = { (words: [String: String]) in words.keys.filter { !$0.contains("/words/") }.sorted() }
        #expect(keys(english) == keys(spanish))
    }

    @Test func `labels have the same codes in the same order`() {
        let pairs = zip(
            Mirror(reflecting: LabelTexts.english).children, Mirror(reflecting: LabelTexts.spanish).children)

        for (english, spanish) in pairs {
            let codes = (english.value as? Labels)?.codes ?? []
            #expect(codes.isEmpty == false)
            #expect(codes == (spanish.value as? Labels)?.codes, "\(english.label ?? "")")
        }
    }

    @Test(arguments: Language.allCases)
    func `words that people must not read stand nowhere`(_ language: Language) {
        let banned = [
            "approve", "approver", "refused", "flag", "exempt", "attest", "tamper", "superuser", "merkle", "witness",
            "leaf",
            "testigo",
            "liability", "anonymous", "volunteer", "owed", "estimate", "aprobar", "exento", "anónimo", "voluntari",
        ]

        for (path, text) in Self.strings(Texts.in(language)) where !path.hasSuffix("/codes") {
            for word in banned { #expect(!text.lowercased().contains(word), "\(path): \(text)") }
        }
    }

    @Test func `money appears on no page`() {
        for language in Language.allCases {
            for (path, text) in Self.strings(Texts.in(language)) { #expect(!text.contains("$"), "\(path)") }
        }
    }
}
