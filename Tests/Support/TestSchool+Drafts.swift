import Foundation
import WorkUnits
public import Workload

extension TestSchool {
    /// An entry because of the school's incident, at the school's site.
    public func draft(for person: Person, _ day: String, _ from: String, _ to: String) throws -> EntryDraft {
        let zone = try SiteZone("America/Los_Angeles")
        let stated = WallSpan(
            workDate: try date(day), from: try WallTime(typed: from), to: try WallTime(typed: to))
        guard case .span(let span) = try stated.read(in: zone) else {
            throw WorkloadError(.invalid, "\(day) \(from)-\(to) is open")
        }
        return draft(for: person, span)
    }

    /// An entry of so many minutes.
    public func draft(for person: Person, _ day: String, _ from: String, minutes: Int64) throws -> EntryDraft {
        let zone = try SiteZone("America/Los_Angeles")
        guard case .one(let start) = zone.resolve(try date(day), try WallTime(typed: from)) else {
            throw WorkloadError(.invalid, "\(day) \(from) is open")
        }
        let end = Instant(secondsSince1970: start.secondsSince1970 + minutes * 60)
        return draft(for: person, try WorkSpan(start: start, end: end, in: zone))
    }

    private func draft(for person: Person, _ span: WorkSpan) -> EntryDraft {
        EntryDraft(
            id: UUID(), assignmentID: person.assignmentID, siteID: siteID, workDate: span.workDate,
            time: .span(start: span.start, end: span.end, unpaidBreak: .zero), category: "build_schedules",
            cause: .incidents([.init(incidentID: incidentID, minutes: span.minutes.count)]))
    }

    private func date(_ text: String) throws -> CivilDate {
        guard let date = CivilDate(text) else { throw WorkloadError(.invalid, "\(text) is no date") }
        return date
    }
}
