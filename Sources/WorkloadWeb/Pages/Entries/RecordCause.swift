/// What the time was because of.
struct RecordCause: Sendable {
    let question: Question
    let incidents: [Choice]
    let notListed: Choice
    let module: Question
    let seen: Field
    let several: [Several]
    let others: [Choice]
    /// Open ones that are not in sight: at other sites, or further down a long list.
    let elsewhere: FoldedChoices
    let over: FoldedChoices

    /// How many incidents stand in sight.
    private static let inSightAtMost = 20

    /// The answer "several", with minutes for each incident; none where there is but one incident.
    struct Several: Sendable {
        let choice: Choice
        let minutes: [Field]
        let folded: [Field]
        let hasFolded: Bool
        let summary: String
        let error: String
        let hasError: Bool
    }

    init(_ context: PageContext, _ form: RecordForm, _ options: RecordOptions, problems: [FieldProblem]) {
        let words = context.texts.record
        let offersSeveral = options.incidents.count > 1
        let near = options.incidents.filter { $0.isInSight(form) }
        let inSight =
            near.prefix(Self.inSightAtMost) + near.dropFirst(Self.inSightAtMost).filter { $0.isNamed(by: form) }
        let rest = options.incidents.filter { one in !inSight.contains { $0.id == one.id } }
        let (elsewhere, over) = (rest.filter { !$0.isOver }, rest.filter(\.isOver))
        let folded = elsewhere + over
        let answers =
            Self.answers(Array(inSight), context)
            + [Answer("not_listed", words.notListed, help: words.notListedHelp)]
            + (offersSeveral ? [Answer("several", words.several, help: words.severalHelp)] : [])
            + [Answer("not_sure", words.notSure), Answer("not_system", words.notSystem)]
            + Self.answers(folded, context)
        let choices = Choice.choices("cause", answers, chosen: form.cause)
        let count = inSight.count

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
        several = offersSeveral ? [Several(choices[count + 1], Array(inSight), folded, form, problems, words)] : []
        others = Array(choices.dropLast(folded.count).suffix(2))
        self.elsewhere = FoldedChoices(
            Array(choices.dropLast(over.count).suffix(elsewhere.count)), summary: words.moreCount(elsewhere.count))
        self.over = FoldedChoices(Array(choices.suffix(over.count)), summary: words.overCount(over.count))
    }

    private static func answers(_ incidents: [IncidentOption], _ context: PageContext) -> [Answer] {
        incidents.map { Answer($0.id, $0.title, help: help($0, context)) }
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

extension RecordCause.Several {
    /// A field of minutes for each incident; the first one has the id that an error leads to.
    init(
        _ choice: Choice, _ inSight: [IncidentOption], _ rest: [IncidentOption], _ form: RecordForm,
        _ problems: [FieldProblem], _ words: RecordTexts
    ) {
        let fields = (inSight + rest).enumerated().map { index, incident in
            Field(
                "minutes[\(incident.id)]", id: index == 0 ? "minutes" : "minutes-\(index + 1)",
                label: incident.title, value: form.minutes?[incident.id]
            )
        }
        self.choice = choice
        minutes = Array(fields.prefix(inSight.count))
        folded = Array(fields.dropFirst(inSight.count))
        hasFolded = !rest.isEmpty
        summary = words.moreCount(rest.count)
        error = problems.message("minutes") ?? ""
        hasError = problems.message("minutes") != nil
    }
}

extension IncidentOption {
    /// One that is over or elsewhere is folded away, unless it is named or was used last.
    fileprivate func isInSight(_ form: RecordForm) -> Bool {
        !isOver && isNear || isLastUsed || isNamed(by: form)
    }

    /// Whether the form names it, alone or with minutes.
    fileprivate func isNamed(by form: RecordForm) -> Bool {
        id == form.cause || form.minutes?[id]?.given != nil
    }
}
