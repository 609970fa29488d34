import WorkUnits
import Workload

extension RecordOptions {
    /// What the form offers, from what the person may choose.
    init(_ choices: EntryChoices, day: CivilDate, now: Instant, district: District, _ context: PageContext) throws {
        let language = context.texts.language
        let home = choices.assignments.first
        let zone = try home?.zone ?? district.clock
        self.init(
            today: zone.date(at: now),
            now: zone.localTime(at: now).time,
            dayEnd: choices.assignedHours.filter { $0.applies(on: day) }.compactMap(\.to).max(),
            workKinds: choices.categories.map { Answer($0.category.code, $0.category.name(in: language)) },
            incidents: choices.incidents.enumerated().map { index, incident in
                IncidentOption(
                    id: incident.id.text, title: incident.title,
                    site: Self.words(for: incident.siteNames), since: zone.date(at: incident.beganAt),
                    isLastUsed: index == 0 && incident.isRecent, isOver: incident.isResolved, isNear: incident.isNear)
            },
            assignments: choices.assignments.map {
                Answer($0.id.text, "\($0.position), \($0.siteName)")
            },
            sites: choices.sites.map { Answer($0.id.text, $0.name) },
            readers: [.hr])
    }

    /// "Cedar Ridge High", "Cedar Ridge High +2"; nil for every site.
    private static func words(for sites: [String]) -> String? {
        sites.first.map { sites.count == 1 ? $0 : "\($0) +\(sites.count - 1)" }
    }
}
