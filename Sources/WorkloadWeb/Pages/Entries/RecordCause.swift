/// What the time was because of.
struct RecordCause: Sendable {
    let question: Question
    let incidents: [Choice]
    let notListed: Choice
    let module: Question
    let seen: Field
    let several: [Several]
    let others: [Choice]

    /// The answer "several", with minutes for each incident; none where there is but one incident.
    struct Several: Sendable {
        let choice: Choice
        let minutes: [Field]
        let error: String
        let hasError: Bool
    }

    init(_ context: PageContext, _ form: RecordForm, _ options: RecordOptions, problems: [FieldProblem]) {
        let words = context.texts.record
        let offersSeveral = options.incidents.count > 1
        let answers =
            options.incidents.map { Answer($0.id, $0.title, help: Self.help($0, context)) }
            + [Answer("not_listed", words.notListed, help: words.notListedHelp)]
            + (offersSeveral ? [Answer("several", words.several, help: words.severalHelp)] : [])
            + [Answer("not_sure", words.notSure), Answer("not_system", words.notSystem)]
        let choices = Choice.choices("cause", answers, chosen: form.cause)
        let count = options.incidents.count

        question = Question("cause", label: words.cause, choices: choices, problems: problems)
        incidents = Array(choices.prefix(count))
        notListed = choices[count]
        module = Question(
            "notListedModule", label: words.notListedModule,
            choices: Choice.choices(
                "notListedModule", context.texts.labels.modules, none: context.texts.layout.choose,
                chosen: form.notListedModule
            ),
            problems: problems
        )
        seen = Field(
            "notListedSeen", label: words.notListedSeen, help: words.notListedSeenHelp, value: form.notListedSeen,
            problems: problems
        )
        let message = problems.message("minutes")
        several =
            offersSeveral
            ? [
                Several(
                    choice: choices[count + 1],
                    minutes: options.incidents.enumerated().map { index, incident in
                        Field(
                            "minutes[\(incident.id)]", id: index == 0 ? "minutes" : "minutes-\(index + 1)",
                            label: incident.title, value: form.minutes?[incident.id]
                        )
                    },
                    error: message ?? "", hasError: message != nil
                )
            ] : []
        others = Array(choices.suffix(2))
    }

    /// "At Cedar Ridge High since Aug 11. You used it last."
    private static func help(_ incident: IncidentOption, _ context: PageContext) -> String {
        let words = context.texts.record
        let since = context.format.dayOfMonth(incident.since)
        let opened = incident.site.map { words.openAtSince($0, since) } ?? words.openSince(since)
        return [opened, incident.isOver ? words.isOver : "", incident.isLastUsed ? words.lastUsed : ""]
            .filter { !$0.isEmpty }
            .joined(separator: " ")
    }
}
