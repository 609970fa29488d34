extension WorkloadError {
    /// Rules that no constraint keeps, by name; pages choose their words by it as by the name of a constraint.
    public enum Rule: String, Sendable, CaseIterable {
        case incidentAdministratorsOnly = "incident_administrators_only"
        case totalsReadersOnly = "totals_readers_only"
        case namesForHROnly = "names_for_hr_only"
        case lookNotRecorded = "look_not_recorded"
        case manyAreSaving = "many_are_saving"
        case languageIsKnown = "language_is_known"
        case sessionIsOver = "session_is_over"
        case textCanBeKept = "text_can_be_kept"
        case incidentSitesAreKnown = "incident_sites_are_known"
    }

    /// - Parameters:
    ///   - kind: what kind of obstacle it is.
    ///   - message: a sentence for the person.
    ///   - rule: the rule that was broken.
    public init(_ kind: Kind, _ message: String, rule: Rule) {
        self.init(kind, message, rule: rule.rawValue)
    }
}
