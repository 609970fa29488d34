/// What may be said besides, folded away on a phone.
struct RecordMore: Sendable {
    /// A length without times: hours and minutes.
    struct Length: Sendable {
        let label: String
        let hours: Field
        let minutes: Field
    }

    let isOpen: Bool
    let lengths: [Length]
    let noTimesIsOpen: Bool
    let place: Question
    let askedBy: Question
    let authorizedBefore: Question
    let neededAnyway: Question
    let studentsServed: Field
    let recordsCorrected: Field
    let pushedAside: Question
    let pushedAsideCount: Field
    let treatedAs: Question
    let site: Question
    let siteCharged: Question
    let source: Question
    let sourceMadeOn: Field

    init(_ context: PageContext, _ form: RecordForm, _ options: RecordOptions, problems: [FieldProblem]) {
        let words = context.texts.record
        let labels = context.texts.labels
        let notSaid = context.texts.layout.notSaid
        func list(_ name: String, _ label: String, _ codes: Labels, none: String? = nil, chosen: String?) -> Question {
            Question(
                name, label: label, choices: Choice.choices(name, codes, none: none, chosen: chosen), problems: problems
            )
        }
        func sites(_ name: String, _ label: String, chosen: String?) -> Question {
            let answers = [Answer("", words.siteOfAssignment)] + options.sites
            return Question(
                name, label: label, choices: Choice.choices(name, answers, chosen: chosen ?? ""), problems: problems
            )
        }
        func number(_ name: String, _ label: String, _ value: String?) -> Field {
            Field(name, label: label, value: value, problems: problems)
        }
        func length(_ name: String, _ label: String, _ hours: String?, _ minutes: String?) -> Length {
            Length(
                label: label,
                hours: Field(
                    "\(name)Hours", label: "\(label), \(words.hours)", unit: words.hours, value: hours,
                    problems: problems
                ),
                minutes: Field(
                    "\(name)Minutes", label: "\(label), \(words.minutes)", unit: words.minutes, value: minutes,
                    problems: problems
                )
            )
        }

        lengths = [
            length("length", words.exactly, form.lengthHours, form.lengthMinutes),
            length("low", words.atLeast, form.lowHours, form.lowMinutes),
            length("high", words.atMost, form.highHours, form.highMinutes),
        ]
        noTimesIsOpen = lengths.contains { length in
            [length.hours, length.minutes].contains { !$0.value.isEmpty || $0.hasError }
        }
        place = list("place", words.place, labels.places, chosen: form.place ?? "site")
        askedBy = list("askedBy", words.askedBy, labels.askedBy, none: notSaid, chosen: form.askedBy)
        authorizedBefore = list(
            "authorizedBefore", words.authorizedBefore, labels.authorizedBefore, none: notSaid,
            chosen: form.authorizedBefore
        )
        neededAnyway = list(
            "neededAnyway", words.neededAnyway, labels.neededAnyway, none: notSaid, chosen: form.neededAnyway
        )
        studentsServed = number("studentsServed", words.studentsServed, form.studentsServed)
        recordsCorrected = number("recordsCorrected", words.recordsCorrected, form.recordsCorrected)
        pushedAside = list(
            "pushedAside", words.pushedAside, labels.pushedAside, none: words.nothingPushedAside,
            chosen: form.pushedAside
        )
        pushedAsideCount = number("pushedAsideCount", words.pushedAsideCount, form.pushedAsideCount)
        treatedAs = list("treatedAs", words.treatedAs, labels.treatedAs, chosen: form.treatedAs ?? "nothing_yet")
        site = sites("site", words.site, chosen: form.site)
        siteCharged = sites("siteCharged", words.siteCharged, chosen: form.siteCharged)
        source = Question(
            "source", label: words.source, help: words.sourceHelp,
            choices: Choice.choices("source", labels.sources, chosen: form.source ?? "as_it_happened"),
            problems: problems
        )
        sourceMadeOn = number("sourceMadeOn", words.sourceMadeOn, form.sourceMadeOn)
        isOpen = form.usesMore || problems.contains { Self.fields.contains($0.field) }
    }

    /// The fields in this part: a problem with one of them unfolds it.
    private static let fields: Set<String> = [
        "lengthHours", "lengthMinutes", "lowHours", "lowMinutes", "highHours", "highMinutes", "place", "askedBy",
        "authorizedBefore", "neededAnyway", "studentsServed", "recordsCorrected", "pushedAside", "pushedAsideCount",
        "treatedAs", "site", "siteCharged", "source", "sourceMadeOn",
    ]
}
