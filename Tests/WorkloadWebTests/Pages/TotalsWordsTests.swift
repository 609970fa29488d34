import Support
import Testing
import WorkUnits
import Workload

@testable import WorkloadWeb

@Suite("What pages say of totals and long lists")
struct TotalsWordsTests {
    private func say(_ name: String, _ language: Language) -> String {
        let week = Sample.weeks(language).first { $0.name == name }?.page as? WeekPage
        return week?.say.map(\.text).joined() ?? ""
    }

    @Test func `a total is so far only in the week that goes on`() {
        #expect(say("week", .english).contains("so far"))
        #expect(say("week-past", .english) == "52 h 30 min in this week, 24 h 30 min of it beyond your assigned hours.")
        #expect(say("week", .spanish).contains("hasta ahora"))
        #expect(!say("week-past", .spanish).contains("hasta ahora"))
    }

    @Test func `many sites are folded behind their number, few are listed`() {
        let words = Texts.english.incidents
        let format = Made.context(.english).format
        let many = SiteNames((1...31).map { "Site \($0)" }, words: words, format: format)

        #expect(many.isFolded)
        #expect(many.count == "31 sites")
        #expect(SiteNames(["Cedar Ridge High"], words: words, format: format).isFolded == false)
    }

    @Test func `sites that are chosen stand before the folded ones`() {
        let form = IncidentForm(sites: ["s3"])
        let page = IncidentFormPage(
            Made.context(.english, Made.administrator), purpose: .open, form: form, sites: Made.sites)

        #expect(page.chosenSites.map(\.value) == ["s3"])
        #expect(page.otherSites.summary == "3 more sites")
        #expect(page.otherSites.choices.map(\.value) == ["s1", "s2", "s4"])
    }

    @Test func `hours are since the incident began, or since Afterbell is there when that is later`() async throws {
        let site = try await TestSite.make(people: 1, roles: [1: ["auditor"]])
        let caller = site.school.people[0].caller
        let report = try await HoursTotals(site.school.database.server).hours(
            of: .incident(site.school.incidentID), as: caller)
        let context = Made.context(.english)
        func since(_ day: String) -> CivilDate {
            IncidentHours(report, began: Made.date(day), module: ModuleHours(.nothing), context).since
        }

        #expect(since("2026-08-11") == Made.date("2026-08-11"))
        #expect(since("2026-07-01") == Made.date("2026-08-03"))
    }
}
