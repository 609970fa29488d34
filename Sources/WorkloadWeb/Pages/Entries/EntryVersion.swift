import WorkUnits

/// One version of an entry, in plain values.
struct EntryVersion: Sendable {
    let number: Int
    let content: EntryContent
    let received: LocalTime
    /// Name of who entered it; nil for the person who reads the page.
    let by: String?
    /// Code of the reason given, when it corrects or takes out.
    let reason: String?
    let isTakenOut: Bool
    /// Receipt and proof; nil where there are none.
    var files: VersionFiles?
}

/// A row of the history: one fact in every version.
struct HistoryRow: Sendable {
    struct Cell: Sendable {
        let text: String
        /// Differs from the version before.
        let isChanged: Bool
    }

    let label: String
    let cells: [Cell]

    /// The facts that any version states, in their order.
    static func rows(_ versions: [EntryVersion], _ context: PageContext) -> [HistoryRow] {
        let columns = versions.map { $0.content.facts(context) }
        let labels = columns.first?.map(\.label) ?? []
        return labels.indices.compactMap { row in
            let values = columns.map { $0[row].value }
            guard values.contains(where: { !$0.isEmpty }) else { return nil }
            let cells = values.indices.map { column in
                Cell(
                    text: values[column].isEmpty ? context.texts.entry.notSaid : values[column],
                    isChanged: column > 0 && values[column] != values[column - 1]
                )
            }
            return HistoryRow(label: labels[row], cells: cells)
        }
    }
}

/// The head of a column of the history.
struct HistoryHead: Sendable {
    let title: String
    let received: String
    let by: String
    let isLast: Bool

    init(_ version: EntryVersion, isLast: Bool, _ context: PageContext) {
        let words = context.texts.entry
        title = isLast ? "\(words.version(version.number)), \(words.now)" : words.version(version.number)
        received = context.format.moment(version.received)
        by = version.by ?? words.you
        self.isLast = isLast
    }
}

/// A step of what happened to an entry.
struct HistoryStep: Sendable {
    let title: String
    let detail: String
    let files: VersionLinks?
    let isLast: Bool

    init(_ version: EntryVersion, of entry: String, isLast: Bool, _ context: PageContext) {
        let words = context.texts.entry
        let labels = context.texts.labels
        if version.isTakenOut {
            title = words.takenOutFor(
                version.reason.flatMap { labels.takeOutReasons[$0]?.insideSentence } ?? words.notSaid)
        } else if version.number == 1 {
            title = words.recorded
        } else {
            title =
                version.reason.flatMap { labels.changeReasons[$0] }.map { "\(words.corrected): \($0.insideSentence)" }
                ?? words.corrected
        }
        detail = words.byWhom(context.format.moment(version.received), version.by ?? words.youInSentence)
        files = VersionLinks(
            version.files, id: entry, version: version.number,
            of: words.version(version.number).insideSentence, context)
        self.isLast = isLast
    }
}
