import Foundation
import WorkUnits
import Workload

extension RecordReading {
    /// Why the work was needed; nil when that is missing or unreadable.
    mutating func cause(worked: Minutes?) -> EntryDraft.Cause? {
        switch form.cause?.given {
        case nil:
            note("cause", words.chooseCause)
            return nil
        case "not_sure": return .notSure
        case "not_system": return .notSystem
        case "not_listed": return notListed()
        case "several": return several(worked: worked)
        case let text?:
            // Whether there is such an incident is for the database to say; nobody is refused one for where they work.
            guard let id = UUID(uuidString: text) else {
                note("cause", words.chooseCause)
                return nil
            }
            return .incidents([.init(incidentID: id, minutes: worked?.count ?? 1)])
        }
    }

    private mutating func notListed() -> EntryDraft.Cause? {
        let module = chosen(form.notListedModule, among: IncidentDraft.modules)
        if module == nil { note("notListedModule", words.chooseModule) }
        let seen = form.notListedSeen?.given
        if let seen, seen.unicodeScalars.count > 200 { note("notListedSeen", words.seenIsTooLong) }
        return module.map { .notListed(module: $0, seen: seen) }
    }

    private mutating func several(worked: Minutes?) -> EntryDraft.Cause? {
        var shares: [EntryDraft.IncidentShare] = []
        for (id, typed) in typedMinutes() {
            guard let minutes = Int(typed), minutes >= 1 else {
                note("minutes", words.giveMinutes)
                return nil
            }
            shares.append(.init(incidentID: id, minutes: minutes))
        }
        guard !shares.isEmpty else {
            note("minutes", words.giveMinutes)
            return nil
        }
        if let worked,
            shares.contains(where: { $0.minutes > 1440 })
                || shares.reduce(0, { $0 + $1.minutes }) > worked.count
        {
            note("minutes", words.tooManyMinutes)
            return nil
        }
        return .incidents(shares)
    }

    /// Incidents with what was typed as their minutes, in the order of the form.
    private func typedMinutes() -> [(UUID, String)] {
        let typed = (form.minutes ?? [:]).compactMap { key, value in
            UUID(uuidString: key).flatMap { id in value.given.map { (id, $0) } }
        }
        let places = Dictionary(
            choices.incidents.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        return typed.sorted { left, right in
            (places[left.0] ?? .max, left.0.text) < (places[right.0] ?? .max, right.0.text)
        }
    }

    /// What was said besides.
    mutating func details() -> EntryDetails {
        var details = EntryDetails()
        details.neededAnyway = form.neededAnyway?.given
        details.recordsCorrected = count("recordsCorrected", form.recordsCorrected, atMost: 100_000)
        details.studentsServed = count("studentsServed", form.studentsServed, atMost: 100_000)
        details.pushedAside = form.pushedAside?.given
        details.pushedAsideCount = count("pushedAsideCount", form.pushedAsideCount, atMost: 1_000)
        if details.pushedAsideCount != nil, details.pushedAside == nil { note("pushedAside", words.countHasNoWhat) }
        details.askedBy = form.askedBy?.given
        details.authorizedBefore = form.authorizedBefore?.given.map { $0 == "yes" }
        details.treatedAs = form.treatedAs?.given ?? "nothing_yet"
        details.source = form.source?.given ?? "as_it_happened"
        details.sourceMadeOn = date("sourceMadeOn", form.sourceMadeOn)
        return details
    }

    private mutating func count(_ field: String, _ text: String?, atMost limit: Int) -> Int? {
        guard let text = text?.given else { return nil }
        guard let count = Int(text.replacing(",", with: "")), (0...limit).contains(count) else {
            note(field, words.countNotUnderstood)
            return nil
        }
        return count
    }

    private mutating func date(_ field: String, _ text: String?) -> CivilDate? {
        guard let text = text?.given else { return nil }
        guard let date = CivilDate(text) else {
            note(field, words.chooseDay)
            return nil
        }
        return date
    }
}
