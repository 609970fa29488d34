/// Asks for the reason before an entry is taken out.
struct TakeOutPage: Page {
    static let template = "entries/take-out"

    let layout: Layout
    let words: TakeOutTexts
    let problems: ProblemSummary?
    let summary: String
    let action: String
    let keep: String
    let version: String
    let reason: Question
    let audience: String

    /// - Parameter content: of the version that is taken out
    init(
        _ context: PageContext, id: String, content: EntryContent, form: TakeOutForm, problems: [FieldProblem] = [],
        readers: [Reader]
    ) {
        let words = context.texts.takeOut
        self.words = words
        layout = Layout(context, title: words.title, hasProblems: !problems.isEmpty, area: .week)
        self.problems = ProblemSummary(problems, texts: context.texts.layout)
        summary = "\(content.when(context)), \(content.length(context))"
        action = Links.takeOut(id)
        keep = Links.entry(id)
        version = form.version ?? ""
        reason = Question(
            "reason", label: words.reason,
            choices: Choice.choices("reason", context.texts.labels.takeOutReasons, chosen: form.reason),
            problems: problems
        )
        audience = context.texts.layout.audience(readers)
    }
}
