import WorkUnits

/// One version of an entry of the person, and what they can take away of it, in plain values.
struct ReceiptSummary: Sendable {
    let entryID: String
    let version: Int
    let day: CivilDate
    let worked: Minutes
    let isTakenOut: Bool
    let received: LocalTime
    let files: VersionFiles
}

/// The receipts of the person's newest entries.
struct ReceiptsPage: Page {
    static let template = "evidence/receipts"

    let layout: Layout
    let words: ReceiptTexts
    let hasKey: Bool
    let rows: [ReceiptRow]
    let hasRows: Bool
    let isEmpty: Bool
    let limit: String?
    let record: String
    let evidence: String

    /// - Parameters:
    ///   - receipts: newest first
    ///   - hasKey: whether the server signs receipts
    ///   - limit: how many are listed at most
    init(_ context: PageContext, _ receipts: [ReceiptSummary], hasKey: Bool, limit: Int, today: CivilDate) {
        let words = context.texts.receipts
        self.words = words
        self.hasKey = hasKey
        rows = receipts.compactMap { ReceiptRow($0, today: today, context) }
        hasRows = !rows.isEmpty
        isEmpty = hasKey && rows.isEmpty
        self.limit = receipts.count >= limit ? words.newestOnly(context.format.count(limit)) : nil
        record = Links.record
        evidence = Links.evidence
        layout = Layout(context, title: words.title, area: .more)
    }
}

/// A version in the list.
struct ReceiptRow: Sendable {
    let entry: String
    /// "Thu, Aug 20, 3 h 25 min"
    let title: String
    let detail: String
    let state: StateWord
    let files: VersionLinks

    /// Nil where there is nothing to take away.
    init?(_ receipt: ReceiptSummary, today: CivilDate, _ context: PageContext) {
        let words = context.texts.receipts
        let format = context.format
        let day = receipt.day.year == today.year ? format.day(receipt.day) : format.dayOfYear(receipt.day)
        let version = context.texts.entry.version(receipt.version)
        guard
            let files = VersionLinks(
                receipt.files, id: receipt.entryID, version: receipt.version,
                of: "\(day), \(version.insideSentence)", saysWaiting: false, context)
        else { return nil }
        self.files = files
        entry = Links.entry(receipt.entryID)
        title = "\(day), \(format.length(receipt.worked))"
        let received = words.received(format.moment(receipt.received, today: today))
        detail = [version, receipt.isTakenOut ? context.texts.entry.takenOutWord.insideSentence : nil, received]
            .compactMap(\.self).joined(separator: ", ")
        state = StateWord(receipt.files.seal, words: words)
    }
}
