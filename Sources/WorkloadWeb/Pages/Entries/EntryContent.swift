import WorkUnits

/// What one version of an entry says, in plain values.
struct EntryContent: Sendable {
    /// When it was, or how long where the times are not given.
    enum Stretch: Sendable {
        case times(from: WallTime, to: WallTime, endsNextDay: Bool)
        case minutes
        /// From low to high; the low end counts as worked.
        case range(high: Minutes)
    }

    /// What it was because of.
    enum Cause: Sendable {
        /// The incidents named, each with its minutes.
        case incidents([(title: String, minutes: Minutes)])
        /// Module code and what the person saw.
        case notListed(module: String, seen: String?)
        case notSure
        case notSystem
    }

    var day: CivilDate
    var stretch: Stretch
    /// Worked, breaks taken off; the low end of a range.
    var worked: Minutes
    var breakTaken: Minutes = Minutes(0)
    var workKind: String
    var cause: Cause
    var assignment: String
    var site: String
    /// Nil where it is the site worked for.
    var siteCharged: String?
    /// Codes as ``RecordForm`` lists them.
    var place: String = "site"
    var askedBy: String?
    var authorizedBefore: Bool?
    var treatedAs: String = "nothing_yet"
    var pushedAside: String?
    var pushedAsideCount: Int?
    var studentsServed: Int?
    var recordsCorrected: Int?
    var neededAnyway: String?
    var source: String = "as_it_happened"
    var sourceMadeOn: CivilDate?
}

extension EntryContent {
    /// "4:10–7:35 PM", or that no times were given.
    func times(_ context: PageContext) -> String {
        guard case .times(let from, let to, let endsNextDay) = stretch else { return context.texts.facts.noTimes }
        return context.format.span(from, to, endsNextDay: endsNextDay)
    }

    /// "3 h 25 min", "2 h to 3 h"
    func length(_ context: PageContext) -> String {
        let low = context.format.length(worked)
        guard case .range(let high) = stretch else { return low }
        return context.texts.facts.range(low, context.format.length(high))
    }

    /// "Thu, Aug 20, 4:10–7:35 PM"
    func when(_ context: PageContext) -> String { "\(context.format.day(day)), \(times(context))" }

    /// The cause in a line; the minutes of each where there are several, or where some are left over.
    func causeLine(_ context: PageContext) -> String {
        let words = context.texts.facts
        switch cause {
        case .notSure: return words.notSure
        case .notSystem: return words.notSystem
        case .notListed(let module, let seen):
            let part = context.texts.labels.modules[module] ?? module
            return words.notListed(part) + (seen.map { ". \($0)" } ?? "")
        case .incidents(let parts):
            let attributed = parts.reduce(0) { $0 + $1.minutes.count }
            let left = worked.count - attributed
            guard parts.count > 1 || left > 0 else { return parts.first?.title ?? "" }
            let each = parts.map { "\($0.title): \(context.format.length($0.minutes))" }
            return (each + (left > 0 ? [words.unattributed(context.format.length(Minutes(left)))] : []))
                .joined(separator: "; ")
        }
    }
}
