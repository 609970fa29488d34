import WorkUnits

/// Where an entry stands.
enum EntryState: Sendable {
    /// Received, and it counts.
    case counting
    /// It overlaps another entry of the same person by so many minutes, and counts nowhere until settled.
    case overlaps(other: EntryReference, by: Minutes)
    /// Its end was still to come; it counts from then on.
    case ahead(until: LocalTime)
    /// Taken out, with the code of the reason.
    case takenOut(reason: String)
}

/// Another entry of the same person, named in a sentence.
struct EntryReference: Sendable {
    let id: String
    let day: CivilDate
    let from: WallTime
    let to: WallTime
    let endsNextDay: Bool
}

/// The state of an entry in one word, with its icon.
struct StateWord: Sendable {
    let style: String
    let isSaved: Bool
    let isWaiting: Bool
    let isToCheck: Bool
    let isHeld: Bool
    let isOut: Bool
    let word: String

    /// - Parameter isLong: over 16 hours, which is to check but counts
    init(_ state: EntryState, isLong: Bool, words: WeekTexts) {
        var kind = StateLine.Kind.saved
        var isOut = false
        let word: String
        switch state {
        case .counting:
            kind = isLong ? .check : .saved
            word = isLong ? words.toCheck : words.received
        case .overlaps:
            kind = .held
            word = words.held
        case .ahead:
            kind = .waiting
            word = words.waiting
        case .takenOut:
            isOut = true
            word = words.takenOut
        }
        self.init(kind, word, isOut: isOut)
    }

    init(_ kind: StateLine.Kind, _ word: String, isOut: Bool = false) {
        style = isOut ? "out" : kind.rawValue
        isSaved = !isOut && kind == .saved
        isWaiting = kind == .waiting
        isToCheck = kind == .check
        isHeld = kind == .held
        self.isOut = isOut
        self.word = word
    }
}

extension EntryState {
    var isHeld: Bool { if case .overlaps = self { true } else { false } }

    /// Why it does not count, as a sentence; nil where it does.
    func explanation(_ context: PageContext) -> String? {
        let words = context.texts.saved
        switch self {
        case .counting: return nil
        case .overlaps(let other, let minutes):
            let span = context.format.span(other.from, other.to, endsNextDay: other.endsNextDay)
            return words.overlaps(context.format.day(other.day), span, context.format.length(minutes))
        case .ahead(let until): return words.countsFrom(context.format.time(until.time))
        case .takenOut(let reason):
            return words.takenOut((context.texts.labels.takeOutReasons[reason] ?? reason).insideSentence)
        }
    }
}
