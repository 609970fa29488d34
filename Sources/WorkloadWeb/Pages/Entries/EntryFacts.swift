import WorkUnits

/// One thing that an entry says.
struct EntryFact: Sendable, Hashable {
    let label: String
    /// Empty where it is not said.
    let value: String
}

extension EntryContent {
    /// Everything the version says, always in the same order and number, so that versions can stand side by side.
    func facts(_ context: PageContext) -> [EntryFact] {
        let words = context.texts.facts
        let format = context.format
        let labels = context.texts.labels
        let asides = pushedAside.flatMap { labels.pushedAside[$0] } ?? ""
        return [
            EntryFact(label: words.day, value: format.day(day)),
            EntryFact(label: words.times, value: times(context)),
            EntryFact(label: words.length, value: length(context)),
            EntryFact(label: words.breakTaken, value: breakTaken.count > 0 ? format.length(breakTaken) : ""),
            EntryFact(label: words.workKind, value: workKind),
            EntryFact(label: words.cause, value: causeLine(context)),
            EntryFact(label: words.assignment, value: assignment),
            EntryFact(label: words.site, value: site),
            EntryFact(label: words.siteCharged, value: siteCharged ?? ""),
            EntryFact(label: words.place, value: place == "site" ? "" : labels.places[place] ?? place),
            EntryFact(label: words.askedBy, value: askedBy.flatMap { labels.askedBy[$0] } ?? ""),
            EntryFact(
                label: words.authorizedBefore,
                value: authorizedBefore.flatMap { labels.authorizedBefore[$0 ? "yes" : "no"] } ?? ""
            ),
            EntryFact(
                label: words.treatedAs,
                value: treatedAs == "nothing_yet" ? "" : labels.treatedAs[treatedAs] ?? treatedAs
            ),
            EntryFact(
                label: words.pushedAside,
                value: pushedAsideCount.map { words.countOf(asides, format.count($0)) } ?? asides
            ),
            EntryFact(label: words.students, value: studentsServed.map(format.count) ?? ""),
            EntryFact(label: words.records, value: recordsCorrected.map(format.count) ?? ""),
            EntryFact(label: words.neededAnyway, value: neededAnyway.flatMap { labels.neededAnyway[$0] } ?? ""),
            EntryFact(
                label: words.source, value: source == "as_it_happened" ? "" : labels.sources[source] ?? source
            ),
            EntryFact(label: words.sourceMadeOn, value: sourceMadeOn.map(format.dayOfYear) ?? ""),
        ]
    }
}
