import WorkUnits
import Workload

/// A data row whose fields are read by column; each fault in a field is a finding with its place.
struct RosterRow<Column: RosterColumn> {
    let csv: CSVRow
    let header: RosterHeader<Column>
    let file: String
    let log: FindingLog

    var line: Int { csv.line }

    /// Whether the row can be told apart into columns; findings say what was wrong.
    ///
    /// With one field too many nobody can say which columns are shifted, even if the last field is blank.
    func isWellFormed() -> Bool {
        if csv.flaws.contains(.strayQuote) {
            noteRow(.textQuote, .kept, "a quote stands inside a field", "read as part of the text")
        }
        if csv.flaws.contains(.lineBreakInField) {
            noteRow(.textControl, .kept, "a field holds a line break", "read as a space")
        }
        guard csv.count != header.count else { return true }
        let what = "the row has \(csv.count) fields, the header \(header.count)"
        if csv.count < header.count {
            noteRow(.rowRagged, .repaired, what, "the missing ones are read as blank")
            return true
        }
        noteRow(.rowRagged, .leftOut, what, "the row is left out: a text with a comma may lack its quotes")
        return false
    }

    func isBlank(_ column: Column) -> Bool { header.index(of: column).map(csv.isBlank) ?? true }

    /// The text of a field without spaces around it; nil if nothing is left.
    func text(_ column: Column) -> String? {
        guard let index = header.index(of: column) else { return nil }
        let decoded = csv.text(index)
        if decoded.isRepaired {
            note(.textEncoding, .repaired, column, "bytes are not UTF-8", "read as the replacement sign U+FFFD")
        }
        let text = PlainText(decoded.text)
        if text.hadControls {
            note(.textControl, .repaired, column, "control characters in the text", "read as spaces")
        }
        return text.text.isEmpty ? nil : text.text
    }

    /// The text of a field that must not be blank.
    func required(_ column: Column) -> String? {
        if let text = text(column) { return text }
        note(.valueMissing, .leftOut, column, "the field is blank", "the row is left out")
        return nil
    }

    /// A word of a closed list, in the spelling of the list; any other word as it stands, with a finding.
    func word(_ column: Column, among words: [String]) -> String? {
        guard let text = text(column) else { return nil }
        if words.contains(text) { return text }
        if let spelt = words.first(where: { $0.lowercased() == text.lowercased() }) {
            note(.valueForm, .repaired, column, "the word should read \(spelt)", "read as that")
            return spelt
        }
        note(.valueUnknown, .kept, column, "the format has no word \"\(text)\" here", "kept as it stands")
        return text
    }

    /// A calendar day in any form that occurs; a day that can't be told is a finding and nil.
    func date(_ column: Column) -> CivilDate? {
        guard let text = text(column) else { return nil }
        switch DateReading(text) {
        case .standard(let date): return date
        case .other(let date, let how):
            note(.dateForm, .repaired, column, "\"\(text)\" is not written as YYYY-MM-DD", "read as \(date)\(how)")
            return date
        case .unreadable:
            note(.dateForm, .leftOut, column, "the date can't be read", "read as blank; write it as 2024-08-12")
            return nil
        }
    }

    /// The items of a list that is joined by commas inside one field.
    func list(_ column: Column) -> [String] {
        guard let text = text(column) else { return [] }
        let items = text.split(separator: ",").map { PlainText(String($0)).text }
        if text.contains(", ") || text.contains(" ,") {
            note(.listForm, .repaired, column, "spaces stand around the commas of the list", "read without them")
        }
        return items.filter { !$0.isEmpty }
    }

    /// A finding about the row as a whole.
    func noteRow(_ kind: RosterFinding.Kind, _ outcome: RosterFinding.Outcome, _ what: String, _ done: String) {
        log.add(kind, outcome, Place(file, line: line), what, done)
    }

    /// A finding about one field.
    func note(
        _ kind: RosterFinding.Kind,
        _ outcome: RosterFinding.Outcome,
        _ column: Column,
        _ what: String,
        _ done: String
    ) {
        let place = header.index(of: column).map(csv.position) ?? (line: line, column: 1)
        log.add(
            kind,
            outcome,
            Place(file, line: place.line, column: place.column, field: header.name(of: column)),
            what,
            done
        )
    }
}
