import WorkUnits
import Workload

extension EntryContent {
    /// A version as pages print it, its times on the clock of the site worked.
    init(_ entry: RecordedEntry, _ context: PageContext) {
        let draft = entry.draft
        self.init(
            day: draft.workDate,
            stretch: Stretch(draft.time, entry.localTime),
            worked: entry.workedMinutes,
            workKind: entry.category.name(in: context.texts.language),
            cause: Cause(entry),
            assignment: entry.position,
            site: entry.siteName)
        if case .span(_, _, let unpaidBreak) = draft.time { breakTaken = unpaidBreak }
        siteCharged = draft.chargedSiteID == draft.siteID ? nil : entry.chargedSiteName
        place = draft.place
        askedBy = draft.details.askedBy
        authorizedBefore = draft.details.authorizedBefore
        treatedAs = draft.details.treatedAs
        pushedAside = draft.details.pushedAside
        pushedAsideCount = draft.details.pushedAsideCount
        studentsServed = draft.details.studentsServed
        recordsCorrected = draft.details.recordsCorrected
        neededAnyway = draft.details.neededAnyway
        source = draft.details.source
        sourceMadeOn = draft.details.sourceMadeOn
    }
}

extension EntryContent.Stretch {
    init(_ time: EntryDraft.Time, _ local: (Instant) -> LocalTime) {
        switch time {
        case .span(let start, let end, _):
            let (from, to) = (local(start), local(end))
            self = .times(from: from.time, to: to.time, endsNextDay: to.date > from.date)
        case .minutes: self = .minutes
        case .range(_, let high): self = .range(high: high)
        }
    }
}

extension EntryContent.Cause {
    init(_ entry: RecordedEntry) {
        switch entry.draft.cause {
        case .incidents: self = .incidents(entry.incidents.map { ($0.title, Minutes($0.minutes)) })
        case .notListed(let module, let seen): self = .notListed(module: module, seen: seen)
        case .notSure: self = .notSure
        case .notSystem: self = .notSystem
        }
    }
}

extension RecordedEntry {
    /// A moment on the clock of the site worked.
    func localTime(_ instant: Instant) -> LocalTime {
        zone.localTime(at: instant)
    }

    /// How a page names this entry in a sentence; nil for one without times.
    var reference: EntryReference? {
        guard case .span(let start, let end, _) = draft.time else { return nil }
        let (from, to) = (localTime(start), localTime(end))
        return EntryReference(
            id: draft.id.text, day: from.date, from: from.time, to: to.time,
            endsNextDay: to.date > from.date)
    }

    /// Where it stands; `other` is the entry it overlaps, if it does.
    func pageState(other: RecordedEntry?) -> EntryState {
        switch state {
        case .counting: .counting
        case .withdrawn: .takenOut(reason: draft.changeReason ?? "other")
        case .heldUntilItsEnd:
            if case .span(_, let end, _) = draft.time { .ahead(until: localTime(end)) } else { .counting }
        case .heldByOverlap:
            if let other, let reference = other.reference {
                .overlaps(other: reference, by: minutesShared(with: other))
            } else {
                .counting
            }
        }
    }

    private func minutesShared(with other: RecordedEntry) -> Minutes {
        guard case .span(let start, let end, _) = draft.time,
            case .span(let otherStart, let otherEnd, _) = other.draft.time
        else { return .zero }
        let (from, to) = (max(start, otherStart), min(end, otherEnd))
        return from < to ? from.minutes(until: to) : .zero
    }

    /// A short form of the id, for talking about the entry.
    var shortReference: String { draft.id.shortReference }
}

extension RecordedEntry.Category {
    func name(in language: Language) -> String { language == .spanish ? spanish : english }
}
