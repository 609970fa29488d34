import Foundation
import WorkUnits
import Workload

/// Reads a record form: what it means as an entry, or what is still to be said.
struct RecordReading {
    /// What became of the form.
    enum Result {
        case draft(EntryDraft)
        case problems([FieldProblem], [AskedTime])
    }

    let form: RecordForm
    let choices: EntryChoices
    let words: RecordProblemTexts
    let now: Instant

    private(set) var problems: [FieldProblem] = []
    private(set) var questions: [AskedTime] = []
    /// Length of the stretch, once its times are known.
    private(set) var length: Minutes?

    init(_ form: RecordForm, choices: EntryChoices, words: RecordProblemTexts, now: Instant) {
        self.form = form
        self.choices = choices
        self.words = words
        self.now = now
    }

    /// The day the form names: a chip's date, or the other date; nil when it can't be read.
    static func day(_ form: RecordForm, today: CivilDate) -> CivilDate? {
        switch form.day ?? "" {
        case "": today
        case "other": (form.otherDay?.given).flatMap(CivilDate.init)
        case let text: CivilDate(text)
        }
    }

    /// The entry, or all that is wrong with the form.
    mutating func read(on day: CivilDate) -> Result {
        let assignment = assignment()
        let zone = zone(of: assignment)
        checkDay(day, zone)
        let time = time(on: day, zone)
        let category = chosen(form.workKind, among: choices.categories.map(\.category.code))
        if category == nil { note("workKind", words.chooseWorkKind) }
        let cause = cause(worked: time?.worked)
        let details = details()
        guard problems.isEmpty, questions.isEmpty, let assignment, let time, let category, let cause else {
            return .problems(problems, questions)
        }
        let site = site(form.site) ?? assignment.siteID
        var draft = EntryDraft(
            id: form.entryId.flatMap(UUID.init) ?? UUID(), assignmentID: assignment.id, siteID: site,
            chargedSiteID: self.site(form.siteCharged) ?? assignment.siteID, place: form.place?.given ?? "site",
            workDate: day, time: time, category: category, cause: cause, details: details)
        if let version = form.version?.version {
            draft.version = version + 1
            draft.changeReason = form.changeReason?.given
        }
        return .draft(draft)
    }

    mutating func note(_ field: String, _ message: String) {
        problems.append(FieldProblem(field, message))
    }

    mutating func ask(_ question: AskedTime) {
        questions.append(question)
        note(question.edge == .start ? "fromWhich" : "toWhich", words.answerClockQuestion)
    }

    mutating func found(_ length: Minutes) {
        self.length = length
    }

    private mutating func assignment() -> EntryChoices.Assignment? {
        switch choices.assignments.count {
        case 0:
            note("day", words.noAssignment)
            return nil
        case 1: return choices.assignments[0]
        default:
            let named = form.assignment?.given.flatMap(UUID.init)
            guard let found = choices.assignments.first(where: { $0.id == named }) else {
                note("assignment", words.chooseAssignment)
                return nil
            }
            return found
        }
    }

    private func site(_ text: String?) -> UUID? {
        text?.given.flatMap(UUID.init).flatMap { id in choices.sites.contains { $0.id == id } ? id : nil }
    }

    /// The zone of the site worked reads the times.
    private func zone(of assignment: EntryChoices.Assignment?) -> SiteZone? {
        let site = site(form.site) ?? assignment?.siteID
        return choices.sites.first { $0.id == site }?.zone ?? assignment?.zone
    }

    private mutating func checkDay(_ day: CivilDate, _ zone: SiteZone?) {
        if let zone, day > zone.date(at: now) { note("day", words.dayIsAhead) }
        if let earliest = CivilDate("2000-01-01"), day < earliest { note("day", words.dayIsTooOld) }
    }

    func chosen(_ value: String?, among codes: [String]) -> String? {
        value?.given.flatMap { codes.contains($0) ? $0 : nil }
    }
}

extension EntryDraft.Time {
    /// Minutes worked; of a range the low figure.
    var worked: Minutes {
        switch self {
        case .span(let start, let end, let unpaidBreak):
            Minutes(start.minutes(until: end).count - unpaidBreak.count)
        case .minutes(let minutes): minutes
        case .range(let low, _): low
        }
    }
}

extension String {
    /// The version that a form names; nil for what no version can be that another follows.
    var version: Int? {
        given.flatMap(Int.init).flatMap { EntryDraft.versions.contains($0) ? $0 : nil }
    }

    /// The text without blanks around it; nil when nothing is left.
    var given: String? {
        let text = trimmingCharacters(in: .whitespacesAndNewlines)
        return text.isEmpty ? nil : text
    }
}
