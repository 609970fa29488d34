import WorkUnits

@testable import WorkloadWeb

extension Sample {
    static func saved(_ language: Language) -> [Sample] {
        let context = Made.context(language)
        let received = Made.moment("2026-08-20", 19, 41)
        func page(
            _ content: EntryContent, _ state: EntryState, today: CivilDate = Made.today, isReplay: Bool = false,
            isLong: Bool = false, seal: Seal? = nil
        ) -> SavedPage {
            SavedPage(
                context, id: Made.entryID, reference: "7KQ-2F", content: content, received: received, today: today,
                state: state, isReplay: isReplay, isLong: isLong,
                files: seal.map { VersionFiles(seal: $0, hasReceipt: true) }, readers: [.hr]
            )
        }
        return [
            Sample("saved", page(Made.content(language), .counting)),
            Sample("saved-receipt", page(Made.content(language), .counting, seal: .waiting)),
            Sample(
                "saved-earlier",
                page(Made.content(language), .counting, today: Made.today.adding(days: 3), seal: .sealed)),
            Sample("saved-held", page(Made.content(language), overlap)),
            Sample("saved-ahead", page(Made.content(language), .ahead(until: Made.moment("2026-08-20", 19, 45)))),
            Sample("saved-again", page(Made.content(language), .counting, isReplay: true)),
            Sample("saved-long", page(long(language), .counting, isLong: true)),
        ]
    }

    static func entries(_ language: Language) -> [Sample] {
        let context = Made.context(language)
        func page(
            _ versions: [EntryVersion], _ state: EntryState, isLong: Bool = false, checked: CheckedBy? = nil
        ) -> (any Page)? {
            EntryPage(
                context, id: Made.entryID, reference: "7KQ-2F", versions: versions, state: state, isLong: isLong,
                checked: checked, mayChange: true, readers: [.hr]
            )
        }
        let history = versions(language)
        let received = Made.moment("2026-08-21", 8, 6)
        let taken = EntryVersion(
            number: 3, content: Made.content(language), received: Made.moment("2026-08-22", 7, 50), by: nil,
            reason: "entered_twice", isTakenOut: true
        )
        let pages = [
            ("entry", page([history[0]], .counting)),
            ("entry-corrected", page(history, .counting)),
            ("entry-waiting", page(sealed(history, [.sealed, .waiting]), .counting)),
            ("entry-expected", page(sealed(history, [.sealed, .expected(by: received)]), .counting)),
            ("entry-sealed", page(sealed(history, [.sealed, .sealed]), .counting, checked: checked)),
            ("entry-held", page(history, overlap)),
            ("entry-long", page([history[0]], .counting, isLong: true)),
            ("entry-taken-out", page(history + [taken], .takenOut(reason: "entered_twice"))),
        ]
        let takeOut = { (form: TakeOutForm, problems: [FieldProblem]) in
            TakeOutPage(
                context, id: Made.entryID, content: Made.content(language), form: form, problems: problems,
                readers: [.hr]
            )
        }
        return pages.compactMap { name, page in page.map { Sample(name, $0) } } + [
            Sample("take-out", takeOut(TakeOutForm(version: "2"), [])),
            Sample(
                "take-out-errors",
                takeOut(TakeOutForm(version: "2"), [FieldProblem("reason", context.texts.problems.chooseReason)])
            ),
        ]
    }

    /// The versions with receipts, so far sealed.
    private static func sealed(_ versions: [EntryVersion], _ seals: [Seal]) -> [EntryVersion] {
        zip(versions, seals).map { version, seal in
            var version = version
            version.files = VersionFiles(seal: seal, hasReceipt: true)
            return version
        }
    }

    /// Held for 30 minutes in common with another entry of the day before.
    static let overlap = EntryState.overlaps(
        other: EntryReference(
            id: "other", day: Made.today, from: Made.time(15, 40), to: Made.time(16, 40), endsNextDay: false
        ),
        by: Minutes(30)
    )

    /// Over 16 hours, across midnight.
    static func long(_ language: Language) -> EntryContent {
        var content = Made.content(language)
        content.stretch = .times(from: Made.time(7, 0), to: Made.time(0, 30), endsNextDay: true)
        content.worked = Minutes(1_020)
        content.breakTaken = Minutes(30)
        content.cause = .incidents([
            (Made.schedules(language), Minutes(600)), (Made.attendance(language), Minutes(300)),
        ])
        return content
    }

    /// Recorded from memory without times, then corrected with everything that can be said, by somebody else.
    static func versions(_ language: Language) -> [EntryVersion] {
        var first = Made.content(language)
        first.stretch = .range(high: Minutes(240))
        first.worked = Minutes(180)
        first.cause = .notListed(
            module: "transcripts",
            seen: Made.text(language, "Grade 12 credits show 0", "Los créditos de 12.º salen en 0")
        )
        first.source = "notes"
        first.sourceMadeOn = Made.today
        var second = Made.content(language)
        second.siteCharged = "District Office"
        second.place = "home"
        second.askedBy = "site_administrator"
        second.authorizedBefore = true
        second.treatedAs = "time_off"
        second.pushedAside = "family_contact"
        second.pushedAsideCount = 3
        second.recordsCorrected = 1_204
        second.neededAnyway = "partly"
        second.breakTaken = Minutes(10)
        second.worked = Minutes(195)
        second.cause = .incidents([(Made.schedules(language), Minutes(195))])
        return [
            EntryVersion(
                number: 1, content: first, received: Made.moment("2026-08-20", 19, 41), by: nil, reason: nil,
                isTakenOut: false
            ),
            EntryVersion(
                number: 2, content: second, received: Made.moment("2026-08-21", 8, 5), by: "Dolores Ibarra",
                reason: "times", isTakenOut: false
            ),
        ]
    }
}
