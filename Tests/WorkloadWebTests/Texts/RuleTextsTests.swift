import Testing

@testable import Workload
@testable import WorkloadWeb

@Suite("Words for broken rules")
struct RuleTextsTests {
    private static let rules =
        Array(WorkloadError.constraints.keys) + Array(WorkloadError.entryRules.keys)
        + WorkloadError.Rule.allCases.map(\.rawValue) + SiteRule.allCases.map(\.rawValue)
        + ["no_session", "account_has_employee", "work_entry_pkey"]

    @Test(arguments: Language.allCases)
    func `every rule that a person can break has words`(_ language: Language) {
        let words = Texts.in(language).rules.words

        #expect(Set(Self.rules).subtracting(words.keys).sorted() == [])
        #expect(Set(words.keys).subtracting(Self.rules).sorted() == [], "words for a rule that is none")
    }

    @Test func `no words are the same in both languages`() {
        let english = Texts.english.rules.words
        let spanish = Texts.spanish.rules.words

        #expect(english.filter { spanish[$0.key] == $0.value }.keys.sorted() == [])
    }

    @Test func `who runs the servers is said for every answer, in both languages`() {
        let codes = District.RunBy.allCases.map(\.rawValue)

        #expect(AboutTexts.english.runBy.codes.sorted() == codes.sorted())
        #expect(AboutTexts.spanish.runBy.codes.sorted() == codes.sorted())
        for language in Language.allCases {
            let answers = codes.map { CharterPage(Made.context(language), runBy: $0).facts[0].answer }
            #expect(Set(answers).count == 3)
        }
    }
}
