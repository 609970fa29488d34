import WorkUnits

/// Hours of an incident as readers without names may see them, in plain values.
struct IncidentHours: Sendable {
    let total: Figure
    /// Who could have recorded: people with accounts, people on the roster. Sites with entries, and all sites.
    let accounts: Int
    let roster: Int
    let sites: Int
    let allSites: Int
    /// Since when time could be recorded: the incident's first day, or the first day of Afterbell, the later one.
    let since: CivilDate
    let days: [(day: CivilDate, figure: Figure)]
    let kinds: [(label: String, figure: Figure)]
    let bands: SiteBands
    /// All incidents of the same part of the system together.
    let module: ModuleTotal
}

/// Hours of all incidents of a part of the system, with the coverage that is theirs.
struct ModuleTotal: Sendable {
    let figure: Figure
    let sites: Int
    /// Since when time could be recorded at all.
    let since: CivilDate
}

/// How many sites recorded how much; a site is never named beside its hours.
struct SiteBands: Sendable {
    let over200Hours: Int
    let over40Hours: Int
    let some: Int
    let nobody: Int
}

/// The hours, ready to print.
struct HoursSection: Sendable {
    let say: [Phrase]
    let hasTables: Bool
    let days: [FigureRow]
    let total: FigureCell
    let kinds: [FigureRow]
    let module: [Phrase]
    let bands: [SiteBandRow]
    let allSites: String
    let hidesDays: Bool
    let hidesSome: Bool
    let csv: String

    init(_ hours: IncidentHours, id: String, module code: String, _ context: PageContext) {
        let format = context.format
        say = Phrase.parts(Self.sentence(hours, context))
        days = hours.days.map {
            FigureRow(
                label: format.day($0.day), short: format.dayOfMonth($0.day), figure: FigureCell($0.figure, context)
            )
        }
        kinds = hours.kinds.map { FigureRow(label: $0.label, short: $0.label, figure: FigureCell($0.figure, context)) }
        total = FigureCell(hours.total, context)
        if case .shown = hours.total { hasTables = true } else { hasTables = false }
        module = Phrase.parts(Self.moduleSentence(hours, context.texts.labels.modules[code] ?? code, context))
        bands = SiteBandRow.rows(hours.bands, context)
        allSites = format.count(hours.allSites)
        hidesDays = hours.days.contains(where: \.figure.isHidden)
        hidesSome = hidesDays || (hours.kinds.map(\.figure) + [hours.module.figure]).contains(where: \.isHidden)
        csv = Links.incidentHours(id)
    }

    private static func moduleSentence(_ hours: IncidentHours, _ module: String, _ context: PageContext) -> String {
        let words = context.texts.incident
        let format = context.format
        guard case .shown(let minutes, let people) = hours.module.figure else {
            return words.ofModule(module, "*\(FigureCell(hours.module.figure, context).text)*")
        }
        let total = words.total(
            format.length(minutes), format.count(people), format.count(hours.accounts), format.count(hours.roster))
        let sites = words.totalSites(
            format.count(hours.module.sites), format.count(hours.allSites), format.dayOfYear(hours.module.since))
        return words.ofModule(module, total + sites)
    }

    /// The total with its coverage in one sentence, so that neither is quoted without the other.
    private static func sentence(_ hours: IncidentHours, _ context: PageContext) -> String {
        let words = context.texts.incident
        let format = context.format
        switch hours.total {
        case .nobody: return words.nobodyYet
        case .fewerThanTen, .notShown: return words.tooFew
        case .shown(let minutes, let people):
            return words.total(
                format.length(minutes), format.count(people), format.count(hours.accounts), format.count(hours.roster)
            )
                + words.totalSites(
                    format.count(hours.sites), format.count(hours.allSites), format.dayOfYear(hours.since)
                )
        }
    }
}

extension Figure {
    var isHidden: Bool {
        switch self {
        case .fewerThanTen, .notShown: true
        case .shown, .nobody: false
        }
    }
}

/// One band of sites.
struct SiteBandRow: Sendable {
    let label: String
    let count: String

    static func rows(_ bands: SiteBands, _ context: PageContext) -> [SiteBandRow] {
        let words = context.texts.incident
        return [
            (words.over200, bands.over200Hours), (words.over40, bands.over40Hours), (words.some, bands.some),
            (words.nobody, bands.nobody),
        ].map { SiteBandRow(label: $0, count: context.format.count($1)) }
    }
}
