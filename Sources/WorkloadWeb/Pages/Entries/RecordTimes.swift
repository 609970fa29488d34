import WorkUnits

/// Day, from and to, and what depends on them.
struct RecordTimes: Sendable {
    /// A button that fills one time field and shows the form again.
    struct Fill: Sendable {
        let value: String
        let label: String
        let time: String
        /// What a script puts into the field at once.
        let fieldValue: String
    }

    /// A clock question, ready to print.
    struct Asked: Sendable {
        let id: String
        let title: String
        let explanation: String
        let choices: [Choice]
    }

    let day: Question
    let otherDate: Field
    let from: Field
    let to: Field
    let hasTimeError: Bool
    let fillFrom: [Fill]
    let fillTo: Fill
    let hasLength: Bool
    let length: String
    let asksNextDay: Bool
    let endsNextDay: Bool
    let asksBreak: Bool
    let breakMinutes: Field
    let questions: [Asked]

    init(
        _ context: PageContext, _ form: RecordForm, _ options: RecordOptions, length: Minutes?,
        questions: [AskedTime], problems: [FieldProblem]
    ) {
        let words = context.texts.record
        let format = context.format
        day = Question(
            "day", label: words.day,
            choices: Choice.choices(
                "day", Self.days(options.today, format, words), chosen: Self.dayValue(form, options.today)),
            problems: problems
        )
        otherDate = Field(
            "otherDay", label: words.otherDate, value: Self.otherDay(form, options.today), problems: problems
        )
        from = Field("from", label: words.from, value: form.from, problems: problems)
        to = Field("to", label: words.to, value: form.to, problems: problems)
        hasTimeError = from.hasError || to.hasError
        fillFrom =
            options.dayEnd.map { end in
                [
                    Fill(
                        value: "from-day-end", label: words.endOfMyDay, time: format.time(end),
                        fieldValue: PageFormat.field(end)
                    )
                ]
            } ?? []
        fillTo = Fill(
            value: "to-now", label: words.now, time: format.time(options.now), fieldValue: PageFormat.field(options.now)
        )
        hasLength = length != nil
        self.length = length.map(format.length) ?? words.lengthUnknown
        endsNextDay = form.endsNextDay == "1"
        asksNextDay = endsNextDay || problems.message("to") == context.texts.problems.endsBeforeStart
        let isLong = (length?.count ?? 0) > Self.longWithoutBreak
        asksBreak = isLong || form.breakMinutes?.isEmpty == false || problems.message("breakMinutes") != nil
        breakMinutes = Field(
            "breakMinutes", label: words.breakMinutes, help: words.breakHelp, value: form.breakMinutes,
            problems: problems
        )
        self.questions = questions.map { Self.asked($0, context, form) }
    }

    /// Above this many minutes a break is asked about, once; nothing is taken off unasked.
    private static let longWithoutBreak = 300

    /// Today, yesterday, another day.
    private static func days(_ today: CivilDate, _ format: PageFormat, _ words: RecordTexts) -> [Answer] {
        let yesterday = today.adding(days: -1)
        return [
            Answer("\(today)", "\(format.texts.today), \(format.shortDay(today))"),
            Answer("\(yesterday)", format.shortDay(yesterday)),
            Answer("other", words.otherDay),
        ]
    }

    /// The chip to choose; a day that has no chip is the other day.
    private static func dayValue(_ form: RecordForm, _ today: CivilDate) -> String {
        guard let day = form.day, !day.isEmpty else { return "\(today)" }
        return ["\(today)", "\(today.adding(days: -1))"].contains(day) ? day : "other"
    }

    private static func otherDay(_ form: RecordForm, _ today: CivilDate) -> String? {
        guard dayValue(form, today) == "other", form.day != "other" else { return form.otherDay }
        return form.day
    }

    private static func asked(_ question: AskedTime, _ context: PageContext, _ form: RecordForm) -> Asked {
        let words = context.texts.clock
        let format = context.format
        let name = question.edge == .start ? "fromWhich" : "toWhich"
        let chosen = question.edge == .start ? form.fromWhich : form.toWhich
        let time = format.time(question.time)
        let day = format.day(question.day)
        switch question.kind {
        case .twice(let earlier, let later):
            let second = earlier.date == later.date ? time : "\(format.time(later.time)), \(format.day(later.date))"
            let answers = [Answer("earlier", words.first(time)), Answer("later", words.second(second))]
            return Asked(
                id: name, title: words.twiceTitle(time), explanation: words.twiceExplanation(day),
                choices: Choice.choices(name, answers, chosen: chosen)
            )
        case .never(let gap):
            let answers = [gap.lastBefore, gap.to].map { words.meant(format.time($0.time)) }
            return Asked(
                id: name, title: words.neverTitle(time),
                explanation: words.neverExplanation(day, format.time(gap.from.time), format.time(gap.to.time)),
                choices: Choice.choices(
                    name, [Answer("earlier", answers[0]), Answer("later", answers[1])], chosen: chosen
                )
            )
        }
    }
}
