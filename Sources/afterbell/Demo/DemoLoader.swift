import Foundation
import Interchange
import Postgres
import WorkUnits
import Workload

/// Loads the made-up district: roster, accounts, incidents, entries. Safe to repeat: what is there already stays.
struct DemoLoader {
    /// The password of every demo account; everybody may know it.
    static let password = "afterbell-demo"

    let file: DemoFile
    let folder: URL
    let database: Database
    let district: District
    let now: Instant
    let progress: (String) -> Void

    func load() async throws {
        guard try await !isLoaded() else { return }
        progress("Loading the roster of \(file.district.name)")
        try await importRoster()
        progress("Opening \(file.accounts.count + file.other_accounts.count) accounts")
        try await openAccounts()
        progress("Opening \(file.incidents.count) incidents")
        try await openIncidents()
        progress("Recording \(file.entries.count) entries")
        let keys = Dictionary(uniqueKeysWithValues: file.incidents.map { ($0.key, $0.id) })
        try await DemoEntries(
            entries: file.entries, incidents: keys, calendar: calendar, database: database, district: district, now: now
        ).record()
        try await TotalsKeeper(database, district: district).keep()
    }

    private var calendar: DemoCalendar {
        get throws { try DemoCalendar(now: now, zone: file.district.zone) }
    }

    /// Whether the entry is there that is recorded last; of those of this week some may be still to come.
    private func isLoaded() async throws -> Bool {
        let past = file.entries.filter { $0.versions[0].day < 7 }
        guard let employee = past.map(\.employee).max(), let last = past.last(where: { $0.employee == employee }) else {
            return false
        }
        return try await !database.read(
            as: district.identity(service: "afterbell_writer"),
            ["select from work_entry where work_entry_id = \(last.id)"])[0].isEmpty
    }

    private func importRoster() async throws {
        _ = try await RosterFiles(
            zip: folder.appending(path: "alder-valley-roster.zip"), hr: folder.appending(path: "alder-valley-hr.csv")
        ).importInto(database, district, today: try calendar.launch, options: .init(), by: "demo")
    }

    private func openAccounts() async throws {
        let book = AccountBook(database, district: district)
        let opened = try await openedAccounts()
        for account in file.accounts {
            try Task.checkCancellation()
            // Hashing a password takes long, so who has an account is looked at first.
            if !opened.contains(account.employee ?? account.sign_in_name) {
                try await book.open(
                    name: account.sign_in_name, employeeNumber: account.employee, displayName: account.name,
                    password: Self.password, language: account.language)
            }
            // A load cut off may have opened an account and granted nothing yet.
            for role in account.roles {
                try await book.grant(
                    .init(role: role.role, site: role.site, unit: role.unit), to: account.sign_in_name, by: "demo")
            }
        }
        for (index, number) in file.other_accounts.enumerated() {
            try Task.checkCancellation()
            if !opened.contains(number) {
                try await book.open(name: nil, employeeNumber: number, displayName: nil, password: nil)
            }
            if (index + 1).isMultiple(of: 100) { progress("  \(index + 1) of \(file.other_accounts.count)") }
        }
    }

    /// Who has an account: employee numbers, and sign-in names of those who are not employed.
    private func openedAccounts() async throws -> Set<String> {
        let rows = try await database.read(
            as: district.identity(service: "afterbell_signin"),
            [
                """
                select coalesce(employee_number, sign_in_name) as holder
                from account left join employee using (employee_id)
                """
            ])[0]
        return Set(try rows.map { try $0.decode("holder", as: String.self) })
    }

    private func openIncidents() async throws {
        let calendar = try calendar
        let account = file.accounts.first { $0.roles.contains { $0.role == "incident_administrator" } }
        let administrator = try await DemoSession(database, district, signInName: account?.sign_in_name ?? "")
        let incidents = Incidents(database)
        let sites = try await administrator.sites()
        for incident in file.incidents {
            try Task.checkCancellation()
            for (index, version) in incident.versions.enumerated() {
                let isResolved = version.status == "resolved"
                let draft = IncidentDraft(
                    id: incident.id, version: index + 1, title: incident.title, module: incident.module,
                    severity: incident.severity, status: version.status,
                    beganAt: try calendar.instant(incident.begins.day, incident.begins.at),
                    resolvedAt: isResolved
                        ? try incident.resolved.map { try calendar.instant($0.day, $0.at) } ?? now : nil,
                    siteIDs: incident.sites.compactMap { sites[$0] }, note: version.note)
                do {
                    try await incidents.save(draft, as: administrator.caller)
                } catch let error as WorkloadError where error.kind == .conflict {
                    continue
                }
            }
        }
        try await administrator.end()
    }
}
