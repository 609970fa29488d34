import Foundation
import WorkUnits
import Workload

/// Reads the form that opens or edits an incident.
struct IncidentReading {
    let form: IncidentForm
    let zone: SiteZone
    let words: IncidentProblemTexts
    let now: Instant
    private(set) var problems: [FieldProblem] = []

    init(_ form: IncidentForm, zone: SiteZone, words: IncidentProblemTexts, now: Instant) {
        self.form = form
        self.zone = zone
        self.words = words
        self.now = now
    }

    /// What is said of the incident; nil when something is missing, with ``problems``.
    ///
    /// - Parameter standing: the version that is edited; nil when one is opened.
    mutating func read(editing standing: IncidentDraft?) -> IncidentDraft? {
        let title = form.title?.given ?? ""
        if !(3...140).contains(title.unicodeScalars.count) { note("title", words.titleLength) }
        let module = form.module?.given ?? ""
        if !IncidentDraft.modules.contains(module) { note("module", words.chooseModule) }
        let severity = form.severity?.given.flatMap(Int.init) ?? 0
        if !(1...4).contains(severity) { note("severity", words.chooseSeverity) }
        let status = form.status?.given ?? standing?.status ?? ""
        if !IncidentDraft.statuses.contains(status) { note("status", words.chooseStatus) }
        let sites = (form.sites ?? []).compactMap(UUID.init(uuidString:))
        if form.everywhere != "1", sites.isEmpty { note("sites", words.chooseSites) }
        let text = form.note?.given
        if let text, text.unicodeScalars.count > 500 { note("note", words.noteIsTooLong) }
        guard let began = began(), problems.isEmpty,
            let id = form.incidentId.flatMap(UUID.init(uuidString:)) ?? standing?.id
        else { return nil }
        let resolved = status == "resolved" ? max(standing?.resolvedAt ?? now, began) : nil
        return IncidentDraft(
            id: id, version: (form.version?.version ?? 0) + 1, title: title, module: module,
            severity: severity, status: status, beganAt: began, resolvedAt: resolved,
            siteIDs: form.everywhere == "1" ? [] : sites, note: text)
    }

    private mutating func began() -> Instant? {
        guard let day = form.beganOn?.given.flatMap(CivilDate.init) else {
            note("beganOn", words.giveDay)
            return nil
        }
        guard let time = form.beganAt?.given.map({ try? WallTime(typed: $0) }) ?? WallTime.midnight else {
            note("beganAt", words.giveDay)
            return nil
        }
        let began: Instant =
            switch zone.resolve(day, time) {
            case .one(let instant): instant
            case .ambiguous(let earlier, _): earlier
            case .missing(let gap): gap.moment
            }
        if began > now {
            note("beganOn", words.dayIsAhead)
            return nil
        }
        return began
    }

    private mutating func note(_ field: String, _ message: String) {
        problems.append(FieldProblem(field, message))
    }
}
