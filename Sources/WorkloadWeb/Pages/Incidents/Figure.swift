import WorkUnits

/// A total as readers without names may see it.
///
/// Whether a figure may be shown is settled before it comes here, so that a hidden one never reaches a page; the second
/// figure that is left out, so that the first can't be worked out, comes as ``notShown`` too.
enum Figure: Sendable {
    /// From 10 people on.
    case shown(Minutes, people: Int)
    /// Recorded by at least one and fewer than 10 people.
    case fewerThanTen
    /// Left out so that another hidden figure can't be worked out.
    case notShown
    case nobody
}

/// A figure in a table: its words, and its minutes for the chart where it may be shown.
struct FigureCell: Sendable {
    let text: String
    let people: String
    let isShown: Bool
    /// There is a figure, and it is kept back.
    let isHidden: Bool
    let minutes: String

    init(_ figure: Figure, _ context: PageContext) {
        let words = context.texts.incident
        isHidden = figure.isHidden
        switch figure {
        case .shown(let total, let count):
            text = context.format.lengthInTable(total)
            people = context.format.count(count)
            isShown = true
            minutes = "\(total.count)"
        case .fewerThanTen:
            text = words.fewerThanTen
            people = ""
            isShown = false
            minutes = ""
        case .notShown:
            text = words.notCounted
            people = ""
            isShown = false
            minutes = ""
        case .nobody:
            text = "–"
            people = ""
            isShown = false
            minutes = ""
        }
    }
}

/// A row of a table of hours.
struct FigureRow: Sendable {
    let label: String
    /// For the axis of the chart.
    let short: String
    let figure: FigureCell
}
