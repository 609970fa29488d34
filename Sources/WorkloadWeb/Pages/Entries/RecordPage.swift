import WorkUnits

/// The form that records time, and the same form correcting an entry.
struct RecordPage: Page {
    static let template = "entries/record"

    /// What saving does.
    enum Purpose: Sendable {
        case new
        /// Corrects the entry with this id; `summary` says which it is, "Thu, Aug 20, 4:10–7:35 PM".
        case correction(id: String, summary: String)
    }

    let layout: Layout
    let words: RecordTexts
    let problems: ProblemSummary?
    /// Stands on top, once: that the person was signed out in between.
    let notice: String?
    let title: String
    let isCorrection: Bool
    let summary: String
    let action: String
    let fillAction: String
    let back: String
    let entryId: String
    let version: String
    let saveLabel: String
    let audience: String
    let times: RecordTimes
    let cause: RecordCause
    let more: RecordMore
    let asksAssignment: Bool
    let assignment: Question
    let workKind: Question
    let moreWorkKinds: FoldedChoices
    let changeReason: Question

    /// - Parameters:
    ///   - form: as it came in, or empty; its words are kept
    ///   - length: of the stretch, if the times are known
    ///   - clockQuestions: what a clock change leaves open
    ///   - wasCarried: whether the form was sent after the session had ended, and came through signing in
    init(
        _ context: PageContext, purpose: Purpose = .new, form: RecordForm, options: RecordOptions,
        length: Minutes? = nil, clockQuestions: [AskedTime] = [], problems: [FieldProblem] = [],
        wasCarried: Bool = false
    ) {
        let words = context.texts.record
        self.words = words
        switch purpose {
        case .new:
            isCorrection = false
            title = words.title
            summary = ""
            action = Links.record
            back = Links.week
            saveLabel = words.save
        case .correction(let id, let text):
            isCorrection = true
            title = words.correctTitle
            summary = text
            action = Links.correct(id)
            back = Links.entry(id)
            saveLabel = words.saveCorrection
        }
        layout = Layout(
            context, title: title, hasProblems: !problems.isEmpty, area: isCorrection ? .week : .record,
            scripts: ["record.js"]
        )
        fillAction = "\(action)#times"
        entryId = form.entryId ?? ""
        version = form.version ?? ""
        audience = context.texts.layout.audience(options.readers)
        self.problems = ProblemSummary(problems, texts: context.texts.layout)
        notice = wasCarried ? words.wasCarried : nil
        times = RecordTimes(context, form, options, length: length, questions: clockQuestions, problems: problems)
        cause = RecordCause(context, form, options, problems: problems)
        more = RecordMore(context, form, options, problems: problems)
        asksAssignment = options.assignments.count > 1
        assignment = Question(
            "assignment", label: words.assignment,
            choices: Choice.choices("assignment", options.assignments, chosen: form.assignment), problems: problems
        )
        let kinds = Choice.choices("workKind", options.workKinds, chosen: form.workKind)
        workKind = Question(
            "workKind", label: words.workKind, choices: Array(kinds.prefix(Self.workKindsInSight)), problems: problems
        )
        let others = Array(kinds.dropFirst(Self.workKindsInSight))
        moreWorkKinds = FoldedChoices(
            others, summary: words.moreWorkKinds(others.count), isOpen: others.contains(where: \.isChosen))
        changeReason = Question(
            "changeReason", label: words.changeReason,
            choices: Choice.choices(
                "changeReason", context.texts.labels.changeReasons, none: context.texts.layout.notSaid,
                chosen: form.changeReason
            ),
            problems: problems
        )
    }

    /// Six chips fit a phone; the rest is folded.
    private static let workKindsInSight = 6
}
