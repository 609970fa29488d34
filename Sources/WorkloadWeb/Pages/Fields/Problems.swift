/// Something to fix in a form: the field's name and words for the person.
struct FieldProblem: Sendable, Hashable {
    let field: String
    let message: String

    init(_ field: String, _ message: String) {
        self.field = field
        self.message = message
    }
}

/// The list above a refused form; each line leads to its field and repeats the words that stand there.
struct ProblemSummary: Sendable {
    struct Line: Sendable {
        let link: String
        let message: String
    }

    let title: String
    let lines: [Line]
    let kept: String

    /// Nil where there is nothing to fix.
    init?(_ problems: [FieldProblem], texts: LayoutTexts) {
        guard !problems.isEmpty else { return nil }
        title = texts.thingsToFix(problems.count)
        lines = problems.map { Line(link: "#\($0.field)", message: $0.message) }
        kept = texts.whatYouTypedIsKept
    }
}

extension [FieldProblem] {
    /// The words beside the field, if there is something to fix.
    func message(_ field: String) -> String? { first { $0.field == field }?.message }
}
