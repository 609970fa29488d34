import Testing
import WorkUnits

@testable import WorkloadWeb

@Suite("What pages say of an entry")
struct EntryWordsTests {
    private func receipt(_ language: Language, today: CivilDate, state: EntryState = .counting) -> SavedPage {
        SavedPage(
            Made.context(language), id: Made.entryID, reference: "7KQ-2F", content: Made.content(language),
            received: Made.moment("2026-08-20", 19, 41), today: today, state: state, readers: [.hr])
    }

    @Test func `a receipt says the day of receipt once that day is over`() {
        #expect(receipt(.english, today: Made.today).heading == "Received 7:41 PM")
        #expect(receipt(.english, today: Made.today.adding(days: 1)).heading == "Received Aug 20, 7:41 PM")
        #expect(receipt(.spanish, today: Made.today.adding(days: 1)).heading == "Recibido: 20 ago, 7:41 p. m.")
        #expect(receipt(.english, today: Made.today).facts.last?.value == "Aug 20, 2026, 7:41 PM")
    }

    @Test func `the receipt of a held entry is headed as held and says what to fix`() {
        let held = receipt(.english, today: Made.today, state: Sample.overlap)

        #expect(held.heading == "Held for now, received 7:41 PM")
        #expect(held.note?.contains("by 30 min, so it counts nowhere yet. Change the times of one of the two") == true)
        #expect(
            receipt(.spanish, today: Made.today, state: Sample.overlap).heading.hasPrefix("En pausa por ahora"))
    }

    @Test func `several causes are parted by semicolons, each with its minutes`() {
        var content = Made.content(.english)
        content.worked = Minutes(220)
        content.cause = .incidents([("Schedules empty", Minutes(150)), ("Students missing", Minutes(60))])

        #expect(
            content.causeLine(Made.context(.english))
                == "Schedules empty: 2 h 30 min; Students missing: 1 h; 10 min to none of them")
    }

    @Test func `a reason goes on in small letters after a colon`() throws {
        for (language, words) in [(Language.english, "Corrected: the times"), (.spanish, "Corregido: las horas")] {
            let versions = Sample.versions(language)
            let step = HistoryStep(try #require(versions.last), of: Made.entryID, isLast: true, Made.context(language))
            #expect(step.title == words)
        }
    }

    @Test func `causes that are over are folded, but for the one chosen and the one used last`() {
        let options = Sample.options(.english)
        func cause(_ form: RecordForm) -> RecordCause {
            RecordCause(Made.context(.english), form, options, problems: [])
        }
        let folded = cause(Sample.form())
        let chosen = cause(Sample.form { $0.cause = Made.attendanceID })

        #expect(folded.incidents.map(\.value) == [Made.schedulesID])
        #expect(folded.over.choices.map(\.value) == [Made.attendanceID])
        #expect(folded.over.summary == "1 that is over, still yours to choose")
        #expect(chosen.incidents.map(\.value) == [Made.schedulesID, Made.attendanceID])
        #expect(chosen.over.isOffered == false)
        #expect(folded.others.map(\.value) == ["not_sure", "not_system"])
    }
}
