import WorkUnits

/// The receipt: what was received, and when.
struct SavedPage: Page {
    static let template = "entries/saved"

    let layout: Layout
    let words: SavedTexts
    let heading: String
    let length: String
    let when: String
    let reference: String
    let isHeld: Bool
    let note: String?
    let other: String?
    let files: VersionLinks?
    let facts: [EntryFact]
    let again: String
    let correct: String
    let week: String
    let audience: String

    /// - Parameters:
    ///   - reference: short form of the entry's id, for talking about it
    ///   - received: when the server had it
    ///   - today: a receipt opened on a later day says the day of receipt in its heading
    ///   - isReplay: whether it had arrived before
    ///   - isLong: over 16 hours
    ///   - version: the one that stands
    ///   - files: its receipt and proof; nil where there are none
    init(
        _ context: PageContext, id: String, reference: String, content: EntryContent, received: LocalTime,
        today: CivilDate,
        state: EntryState, isReplay: Bool = false, isLong: Bool = false, version: Int = 1, files: VersionFiles? = nil,
        readers: [Reader]
    ) {
        let words = context.texts.saved
        let isToday = received.date == today
        let moment = isToday ? context.format.time(received.time) : context.format.moment(received)
        let heading = state.isHeld ? words.heldWord(moment) : words.received(moment)
        self.words = words
        self.heading = heading
        length = content.length(context)
        when = content.when(context)
        self.reference = reference
        isHeld = state.isHeld
        note = state.explanation(context) ?? (isLong ? words.longEntry : isReplay ? words.alreadyReceived : nil)
        if case .overlaps(let entry, _) = state { other = Links.entry(entry.id) } else { other = nil }
        self.files = VersionLinks(
            files, id: id, version: version, of: context.texts.entry.version(version).insideSentence, context)
        let receivedOn = "\(context.format.dayOfYear(received.date)), \(context.format.time(received.time))"
        facts =
            content.facts(context).dropFirst(3).filter { !$0.value.isEmpty }
            + [EntryFact(label: words.receivedOn, value: receivedOn)]
        again = Links.record
        correct = Links.correct(id)
        week = Links.week(content.day)
        audience = context.texts.layout.audience(readers)
        layout = Layout(
            context, title: heading, area: .record,
            states: [
                isHeld
                    ? StateLine(.held, words.heldTitle, link: Links.correct(id))
                    : StateLine(.saved, words.saved(moment), detail: words.nothingWaits)
            ]
        )
    }
}
