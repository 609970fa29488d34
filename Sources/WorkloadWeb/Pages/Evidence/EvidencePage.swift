import WorkUnits

/// How the evidence log stands, in plain values.
struct EvidenceContent: Sendable {
    /// What the log signed of itself.
    struct Checkpoint: Sendable {
        /// How many events it is over.
        let size: Int
        let signed: LocalTime
        /// Who else signed.
        let cosigners: [String]
    }

    /// Somebody who signs, each time, that nothing before was changed.
    struct Checker: Sendable {
        let name: String
        let since: LocalTime
        let last: LocalTime
        /// How many events they saw last.
        let size: Int
    }

    /// How often a role was shown names in a month.
    struct Reads: Sendable {
        let month: CivilDate
        /// A code of ``LabelTexts/roles``.
        let role: String
        let count: Int
    }

    /// That everything recorded was held against the log, and how many things differed.
    struct WholeCheck: Sendable {
        let at: LocalTime
        let faults: Int
    }

    /// That the database was put back from a copy.
    struct Restore: Sendable {
        let at: LocalTime
        /// Why, as the operator stated it.
        let reason: String
        /// How many events there were then.
        let size: Int
    }

    /// Newest first.
    let checkpoints: [Checkpoint]
    /// Newest first.
    let restores: [Restore]
    /// The last one; nil before the first.
    let check: WholeCheck?
    /// Nil where nobody else has checked yet.
    let checked: CheckedBy?
    /// Whoever checked last, first.
    let checkers: [Checker]
    /// The keys of the log, the one in force first.
    let keys: [String]
    /// Nil for those who may not see them.
    let reads: [Reads]?
    /// The programs that check packets, where they came along.
    let hasPageVerifier: Bool
    let hasPythonVerifier: Bool
    let today: CivilDate
}

/// That nobody has changed anything, since when, who checked, and how to check it oneself.
struct EvidencePage: Page {
    static let template = "evidence/evidence"

    let layout: Layout
    let words: EvidenceTexts
    let isEmpty: Bool
    let say: [Phrase]
    let lastSealed: String?
    let wholeCheck: String?
    let restores: [String]
    let hasRestores: Bool
    let isUnchecked: Bool
    let checkers: [CheckerRow]
    let hasCheckers: Bool
    let seals: [SealRow]
    let newest: String
    let receipts: String?
    let pageVerifier: String?
    let pythonVerifier: String?
    let hasVerifiers: Bool
    let keys: [LogKey]
    let hasKeys: Bool
    let reads: ReadsTable?

    init(_ context: PageContext, _ content: EvidenceContent) {
        let words = context.texts.evidence
        let format = context.format
        self.words = words
        let newest = content.checkpoints.first
        isEmpty = newest == nil
        say = Phrase.parts(newest.map { Self.sentence($0, content, context) } ?? "")
        lastSealed =
            content.checked == nil
            ? nil
            : newest.map { words.sealedSoFar(format.count($0.size), format.moment($0.signed, today: content.today)) }
        checkers = content.checkers.map { CheckerRow($0, today: content.today, context) }
        hasCheckers = !checkers.isEmpty
        isUnchecked = newest != nil && checkers.isEmpty
        seals = content.checkpoints.map { SealRow($0, today: content.today, context) }
        self.newest = Links.newestCheckpoint
        receipts = context.person?.recordsTime == true ? Links.receipts : nil
        pageVerifier = content.hasPageVerifier ? Links.pageVerifier : nil
        pythonVerifier = content.hasPythonVerifier ? Links.pythonVerifier : nil
        hasVerifiers = content.hasPageVerifier || content.hasPythonVerifier
        keys = content.keys.enumerated().map { LogKey(name: $0 == 0 ? words.keyNow : words.keyBefore, text: $1) }
        hasKeys = !keys.isEmpty
        reads = content.reads.map { ReadsTable($0, context) }
        restores = content.restores.map {
            words.restored(
                format.moment($0.at, today: content.today), words.events($0.size, format.count($0.size)), $0.reason)
        }
        hasRestores = !restores.isEmpty
        let check = content.check.map { ($0.faults, format.moment($0.at, today: content.today)) }
        wholeCheck = check.flatMap { $0 == 0 ? words.checkedWhole($1) : nil }
        layout = Layout(
            context, title: words.title, area: .more,
            states: check.flatMap { faults, moment in
                faults == 0 ? nil : [StateLine(.held, words.differs(faults, moment), detail: words.keepReceiptsThen)]
            } ?? [])
    }

    /// How many events, and who says since when that nobody has changed one of them.
    private static func sentence(
        _ newest: EvidenceContent.Checkpoint, _ content: EvidenceContent, _ context: PageContext
    ) -> String {
        let words = context.texts.evidence
        func moment(_ time: LocalTime) -> String { context.format.moment(time, today: content.today) }
        func events(_ count: Int) -> String { words.events(count, context.format.count(count)) }
        guard let checked = content.checked else {
            return words.sayUnchecked(events(newest.size), moment(newest.signed))
        }
        return words.sayChecked(
            events(checked.size), moment(checked.since), context.format.list(checked.names), moment(checked.last))
    }
}

/// Somebody who checks, in the list.
struct CheckerRow: Sendable {
    let name: String
    let since: String
    let last: String
    let events: String

    init(_ checker: EvidenceContent.Checker, today: CivilDate, _ context: PageContext) {
        name = checker.name
        since = context.format.moment(checker.since, today: today)
        last = context.format.moment(checker.last, today: today)
        events = context.format.count(checker.size)
    }
}

/// A checkpoint in the list.
struct SealRow: Sendable {
    let signed: String
    let events: String
    let others: [String]

    init(_ checkpoint: EvidenceContent.Checkpoint, today: CivilDate, _ context: PageContext) {
        signed = context.format.moment(checkpoint.signed, today: today)
        events = context.format.count(checkpoint.size)
        others =
            checkpoint.cosigners.isEmpty ? [context.texts.evidence.nobodyElse] : checkpoint.cosigners
    }
}

/// A key, to be compared.
struct LogKey: Sendable {
    let name: String
    let text: String
}

/// How often each role was shown names, by month.
struct ReadsTable: Sendable {
    struct Row: Sendable {
        let month: String
        let role: String
        let count: String
    }

    let rows: [Row]
    let hasRows: Bool

    init(_ reads: [EvidenceContent.Reads], _ context: PageContext) {
        rows = reads.map {
            Row(
                month: context.format.month($0.month), role: context.texts.labels.roles[$0.role] ?? $0.role,
                count: context.format.count($0.count))
        }
        hasRows = !rows.isEmpty
    }
}
