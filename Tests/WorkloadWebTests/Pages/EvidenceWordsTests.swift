import Testing
import WorkUnits

@testable import WorkloadWeb

@Suite("What pages say of receipts, seals and looks")
struct EvidenceWordsTests {
    private func say(_ page: EvidencePage) -> String { page.say.map(\.text).joined() }

    private func links(_ seal: Seal, hasReceipt: Bool = true, saysWaiting: Bool = true) -> VersionLinks? {
        VersionLinks(
            VersionFiles(seal: seal, hasReceipt: hasReceipt), id: Made.entryID, version: 2, of: "version 2",
            saysWaiting: saysWaiting, Made.context(.english))
    }

    @Test func `the sentence counts what the checkers saw, since the first of them began`() {
        let log = Sample.log(checkers: Sample.checkers, reads: nil)

        #expect(
            say(EvidencePage(Made.context(.english), log))
                == "1,284 events. Nobody has changed one since Aug 3, 8:00 AM; checked by educators.example and "
                + "hr.aldervalley.example, Aug 20, 7:40 PM.")
        #expect(
            say(EvidencePage(Made.context(.spanish), log))
                == "1,284 hechos. Nadie ha cambiado ninguno desde 3 ago, 8:00 a. m.; lo verificó educators.example y "
                + "hr.aldervalley.example: 20 ago, 7:40 p. m.")
        #expect(EvidencePage(Made.context(.english), log).lastSealed?.contains("1,287") == true)
    }

    @Test func `nothing is said of others before somebody else has checked`() {
        let page = EvidencePage(Made.context(.english), Sample.log(checkers: [], reads: nil))

        #expect(say(page) == "1,287 events sealed, the last on Aug 20, 7:41 PM.")
        #expect(page.isUnchecked)
        #expect(page.seals.allSatisfy { $0.others == ["nobody else yet"] })
    }

    @Test func `what was not as it was recorded stands first on the page`() {
        func page(_ faults: Int) -> EvidencePage {
            EvidencePage(Made.context(.english), Sample.log(checkers: [], reads: nil, faults: faults))
        }

        #expect(page(0).layout.states.isEmpty)
        #expect(
            page(0).wholeCheck
                == "Everything was held against the seals on Aug 20, 3:00 AM: it is as it was recorded.")
        #expect(page(3).wholeCheck == nil)
        #expect(page(3).layout.states.map(\.isHeld) == [true])
        #expect(
            page(3).layout.states.map(\.text) == ["3 things are not as they were recorded, found Aug 20, 3:00 AM."])
        #expect(page(1).layout.states.map(\.text) == ["One thing is not as it was recorded, found Aug 20, 3:00 AM."])
    }

    @Test func `the key in force is told from those before it`() {
        let page = EvidencePage(Made.context(.english), Sample.log(checkers: [], reads: nil))

        #expect(page.keys.map(\.name) == ["In use now", "In use before"])
    }

    @Test func `a version has its proof once it is sealed, and words until then`() {
        #expect(links(.sealed)?.proof?.link == "/entries/\(Made.entryID)/versions/2/proof.tlog-proof")
        #expect(links(.sealed)?.note == nil)
        #expect(links(.waiting)?.proof == nil)
        #expect(links(.waiting)?.note == "Will be sealed within a minute.")
        #expect(links(.waiting, saysWaiting: false)?.note == nil)
        #expect(
            links(.expected(by: Made.moment("2026-08-20", 19, 42)))?.note
                == "Not sealed yet; expected by Aug 20, 7:42 PM. Keep the receipt.")
    }

    @Test func `without a key there is a proof and no receipt, and nothing before that`() {
        #expect(links(.sealed, hasReceipt: false)?.receipt == nil)
        #expect(links(.sealed, hasReceipt: false)?.proof != nil)
        #expect(links(.waiting, hasReceipt: false) == nil)
        #expect(links(.expected(by: Made.moment("2026-08-20", 19, 42)), hasReceipt: false) == nil)
    }

    @Test func `files are told apart by those who listen`() {
        #expect(links(.sealed)?.receipt?.of == " version 2")
        let rows = ReceiptsPage(
            Made.context(.english), Sample.newest(hasKey: true), hasKey: true, limit: 200, today: Made.today
        ).rows

        #expect(rows.map(\.title).first == "Thu, Aug 20, 3 h 25 min")
        #expect(rows.map(\.detail).first == "Version 3, taken out, received Aug 20, 7:41 PM")
        #expect(rows.map(\.title).last == "Dec 18, 2025, 3 h 25 min")
        #expect(Set(rows.compactMap(\.files.receipt?.of)).count == rows.count)
    }

    @Test func `who looked without an account is named by what they do`() {
        let look = LookSummary(
            at: Made.moment("2026-08-19", 17, 3), name: nil, role: "operator", page: "evidence_packet")
        let page = LooksPage(Made.context(.english), [look], limit: 200, today: Made.today)

        #expect(page.rows.first?.who == "Whoever runs the servers")
        #expect(page.rows.first?.role == "Operator")
        #expect(page.limit == nil)
    }
}
