import WorkUnits

/// The columns that hold an entry's time.
struct EntryTimeColumns {
    var shape: String
    var startsAt: String?
    var endsAt: String?
    var breakMinutes = 0
    var workedMinutes: Int
    var highMinutes: Int?

    /// - Throws: ``WorkloadError`` with the rule on breaks when the break is longer than can be counted.
    init(_ time: EntryDraft.Time) throws {
        switch time {
        case .span(let start, let end, let unpaidBreak):
            shape = "span"
            startsAt = start.description
            endsAt = end.description
            breakMinutes = unpaidBreak.count
            do {
                workedMinutes = try (start.minutes(until: end) - unpaidBreak).count
            } catch {
                throw WorkloadError.refused(rule: "work_entry_version_break_is_shorter")
            }
        case .minutes(let minutes):
            shape = "minutes"
            workedMinutes = minutes.count
        case .range(let low, let high):
            shape = "range"
            workedMinutes = low.count
            highMinutes = high.count
        }
    }
}

/// The columns that hold an entry's cause.
struct EntryCauseColumns {
    var cause: String
    var incidents: [EntryDraft.IncidentShare]?
    var module: String?
    var seen: String?

    init(_ cause: EntryDraft.Cause) {
        switch cause {
        case .incidents(let shares):
            self.cause = "incidents"
            incidents = shares
        case .notListed(let module, let seen):
            self.cause = "not_listed"
            self.module = module
            self.seen = seen
        case .notSure:
            self.cause = "not_sure"
        case .notSystem:
            self.cause = "not_system"
        }
    }
}
