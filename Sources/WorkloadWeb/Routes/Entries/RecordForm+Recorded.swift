import WorkUnits
import Workload

extension RecordForm {
    /// An empty form for a new entry, with its id printed in.
    static func new(id: String, day: CivilDate?) -> RecordForm {
        var form = RecordForm()
        form.entryId = id
        form.day = day?.description
        return form
    }

    /// The form that corrects an entry, filled with what it says.
    init(correcting entry: RecordedEntry) {
        self.init()
        let draft = entry.draft
        entryId = draft.id.text
        version = "\(draft.version)"
        day = draft.workDate.description
        fill(draft.time, entry.localTime)
        assignment = draft.assignmentID.text
        workKind = draft.category
        fill(draft.cause)
        site = draft.siteID.text
        siteCharged = draft.chargedSiteID.text
        place = draft.place
        neededAnyway = draft.details.neededAnyway
        askedBy = draft.details.askedBy
        authorizedBefore = draft.details.authorizedBefore.map { $0 ? "yes" : "no" }
        recordsCorrected = draft.details.recordsCorrected.map(String.init)
        studentsServed = draft.details.studentsServed.map(String.init)
        pushedAside = draft.details.pushedAside
        pushedAsideCount = draft.details.pushedAsideCount.map(String.init)
        treatedAs = draft.details.treatedAs
        source = draft.details.source
        sourceMadeOn = draft.details.sourceMadeOn?.description
    }

    private mutating func fill(_ time: EntryDraft.Time, _ local: (Instant) -> LocalTime) {
        switch time {
        case .span(let start, let end, let unpaidBreak):
            let (first, last) = (local(start), local(end))
            from = PageFormat.field(first.time)
            to = PageFormat.field(last.time)
            if last.date > first.date { endsNextDay = "1" }
            if unpaidBreak.count > 0 { breakMinutes = "\(unpaidBreak.count)" }
        case .minutes(let minutes):
            lengthHours = "\(minutes.count / 60)"
            lengthMinutes = "\(minutes.count % 60)"
        case .range(let low, let high):
            lowHours = "\(low.count / 60)"
            lowMinutes = "\(low.count % 60)"
            highHours = "\(high.count / 60)"
            highMinutes = "\(high.count % 60)"
        }
    }

    private mutating func fill(_ value: EntryDraft.Cause) {
        switch value {
        case .incidents(let shares):
            cause = shares.count == 1 ? shares[0].incidentID.text : "several"
            if shares.count > 1 {
                minutes = Dictionary(
                    shares.map { ($0.incidentID.text, "\($0.minutes)") }, uniquingKeysWith: { $1 })
            }
        case .notListed(let module, let seen):
            cause = "not_listed"
            notListedModule = module
            notListedSeen = seen
        case .notSure: cause = "not_sure"
        case .notSystem: cause = "not_system"
        }
    }
}
