import Foundation
import Postgres
public import WorkUnits

/// Hours in total as they may be shown: no figure stands for fewer than ten people.
public struct HoursReport: Sendable {
    /// A figure, or why there is none.
    public enum Figure: Sendable, Hashable {
        /// Minutes and entries of so many people, ten or more.
        case shown(minutes: Int, entries: Int, people: Int)
        /// Fewer than ten people.
        case tooFewPeople
        /// Kept back so that a figure of fewer than ten people can't be worked out from the others.
        case keptBack
        /// Nobody has recorded time here.
        case nothing
    }

    /// A row of a table.
    public struct Line<Key: Sendable>: Sendable {
        /// What it is of.
        public let key: Key
        /// Its figure.
        public let figure: Figure
    }

    /// Hours at a site, for readers without names: a band, never a figure.
    public enum Band: Sendable, Hashable {
        case nobody
        case some
        case over40Hours
        case over200Hours
    }

    /// Who stands behind the total, printed beside it.
    public struct Coverage: Sendable, Hashable {
        /// People who recorded time; nil when fewer than ten did.
        public let recorded: Int?
        /// People with accounts.
        public let accounts: Int
        /// People on the roster.
        public let employees: Int
        /// Sites at which time was recorded; nil when fewer than ten people did.
        public let sitesRecorded: Int?
        /// Sites of the district.
        public let sites: Int
        /// Since when time could be recorded.
        public let since: CivilDate?
    }

    /// All hours.
    public let total: Figure
    /// Who stands behind them.
    public let coverage: Coverage
    /// By day, oldest first; nothing by day, kind or site is told of fewer than ten people.
    public let days: [Line<CivilDate>]
    /// By kind of work, as listed.
    public let categories: [Line<RecordedEntry.Category>]
    /// By site by name, in bands.
    public let sites: [(name: String, band: Band)]
}

extension HoursReport {
    /// - Parameter results: totals, roster counts, first available day, sites, kinds of work.
    init(_ results: [QueryResult]) throws {
        let kept = try results[0].map(HoursCell.init)
        let all = kept.filter { $0.facet == "all" }
        total = SmallCells.figures(all).first ?? .nothing
        let cells = total == .tooFewPeople ? [] : kept
        days = Self.lines(cells, "day") { CivilDate($0) }

        let categories = Dictionary(
            try results[4].map { row in
                (
                    try row.decode("code", as: String.self),
                    RecordedEntry.Category(
                        code: try row.decode("code"), english: try row.decode("label_en"),
                        spanish: try row.decode("label_es"))
                )
            }, uniquingKeysWith: { first, _ in first })
        self.categories = Self.lines(cells, "category") { categories[$0] ?? .init(code: $0, english: $0, spanish: $0) }

        let names = try results[3].map {
            (id: try $0.decode("site_id", as: UUID.self).text, name: try $0.decode("name", as: String.self))
        }
        let schools = Set(names.map(\.id))
        let bySite = cells.filter { $0.facet == "site" && schools.contains($0.key) }
        let minutes = Dictionary(bySite.map { ($0.key, $0.minutes) }, uniquingKeysWith: +)
        let named = names.sorted { $0.name < $1.name }
        sites = total == .tooFewPeople ? [] : named.map { ($0.name, Band(minutes: minutes[$0.id] ?? 0)) }

        let roster = results[1].first
        let people = all.first?.people ?? 0
        coverage = Coverage(
            recorded: people == 0 || people >= SmallCells.fewest ? people : nil,
            accounts: try roster?.decode("accounts", as: Int.self) ?? 0,
            employees: try roster?.decode("employees", as: Int.self) ?? 0,
            sitesRecorded: total == .tooFewPeople ? nil : bySite.count,
            sites: try roster?.decode("sites", as: Int.self) ?? 0,
            since: try results[2].first?.decode("available_on", as: CivilDate?.self))
    }

    private static func lines<Key>(
        _ cells: [HoursCell], _ facet: String, key: (String) -> Key?
    ) -> [Line<Key>] {
        let chosen = cells.filter { $0.facet == facet }
        return zip(chosen, SmallCells.figures(chosen)).compactMap { cell, figure in
            key(cell.key).map { Line(key: $0, figure: figure) }
        }
    }
}

extension HoursReport.Band {
    init(minutes: Int) {
        self =
            switch minutes {
            case ..<1: .nobody
            case ...(40 * 60): .some
            case ...(200 * 60): .over40Hours
            default: .over200Hours
            }
    }
}

/// A row of `hours_total`.
struct HoursCell: Sendable {
    let facet: String
    let key: String
    let minutes: Int
    let entries: Int
    let people: Int
}

extension HoursCell {
    init(_ row: Row) throws {
        facet = try row.decode("facet")
        key = try row.decode("facet_key")
        minutes = try row.decode("minutes")
        entries = try row.decode("entries")
        people = try row.decode("people")
    }
}
