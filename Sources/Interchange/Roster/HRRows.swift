import WorkUnits
import Workload

/// Turns rows of the HR supplement into assignments, and holds them against the rows before.
final class HRRows {
    private(set) var rows: [HRSupplementRow] = []
    private var holder: [String: (employee: String, line: Int)] = [:]
    private var states: [String: [Int]] = [:]
    private var unitNames: [String: String] = [:]

    func take(_ row: RosterRow<HRColumn>) {
        guard row.isWellFormed(), var assignment = required(row) else { return }
        readTerms(row, into: &assignment)
        readHours(row, into: &assignment)
        guard fitsEarlierRows(assignment, row) else { return }
        noteOtherUnitName(assignment, row)
        holder[assignment.assignmentID] = (assignment.employeeNumber, assignment.line)
        states[assignment.assignmentID, default: []].append(rows.count)
        rows.append(assignment)
    }

    private func required(_ row: RosterRow<HRColumn>) -> HRSupplementRow? {
        guard let number = row.required(.employeeNumber), let id = row.required(.assignmentID),
            let kind = kind(row), let position = row.required(.position), let site = row.required(.site),
            row.required(.startsOn) != nil
        else { return nil }
        guard let startsOn = row.date(.startsOn) else {
            row.note(.valueMissing, .leftOut, .startsOn, "no first day", "the row is left out")
            return nil
        }
        return HRSupplementRow(
            employeeNumber: number,
            assignmentID: id,
            kind: kind,
            position: position,
            site: site,
            startsOn: startsOn,
            line: row.line
        )
    }

    private func kind(_ row: RosterRow<HRColumn>) -> HRSupplementRow.Kind? {
        guard let text = row.required(.kind) else { return nil }
        let spelt = text.lowercased().replacing(" ", with: "_").replacing("-", with: "_")
        if let kind = HRSupplementRow.Kind(rawValue: spelt) { return kind }
        let kinds = HRSupplementRow.Kind.allCases.map(\.rawValue).joined(separator: ", ")
        row.note(.valueUnknown, .leftOut, .kind, "the kind is none of \(kinds)", "the row is left out")
        return nil
    }

    private func readTerms(_ row: RosterRow<HRColumn>, into assignment: inout HRSupplementRow) {
        assignment.classification = row.text(.classification)
        assignment.unitCode = row.text(.unitCode)
        assignment.unitName = row.text(.unitName)
        assignment.flsa = flsa(row)
        assignment.fte = fte(row)
        assignment.basis = row.text(.basis)
        assignment.baseRate = decimal(row, .baseRate, example: "24.50")
        assignment.funding = row.text(.funding)
        assignment.reviewerNumber = reviewer(row, of: assignment.employeeNumber)
        assignment.endsOn = row.date(.endsOn)
        if let end = assignment.endsOn, end < assignment.startsOn {
            row.note(
                .valueForm,
                .leftOut,
                .endsOn,
                "the last day comes before the first",
                "the last day is read as blank"
            )
            assignment.endsOn = nil
        }
    }

    private func readHours(_ row: RosterRow<HRColumn>, into assignment: inout HRSupplementRow) {
        for (index, column) in HRColumn.weekdays.enumerated() {
            guard let text = row.text(column) else { continue }
            assignment.usualHours[index + 1] = UsualHoursCell.hours(text)
            guard assignment.usualHours[index + 1] == nil else { continue }
            let what = "the hours can't be read: write 07:30-16:00/30, 07:30-13:00 or 390m"
            row.note(.valueForm, .leftOut, column, what, "the hours of that weekday are read as blank")
        }
    }
}

extension HRRows {
    private func flsa(_ row: RosterRow<HRColumn>) -> HRSupplementRow.FLSAStatus {
        let reason = row.text(.flsaReason)
        switch row.text(.flsaStatus)?.lowercased() {
        case nil: return .notStated
        case "nonexempt", "non-exempt": return .nonexempt
        case "exempt":
            if let reason { return .exempt(reason: reason) }
            row.note(
                .valueMissing,
                .leftOut,
                .flsaReason,
                "exempt without a reason",
                "the FLSA status is read as not stated"
            )
            return .notStated
        default:
            row.note(.valueUnknown, .leftOut, .flsaStatus, "neither nonexempt nor exempt", "read as not stated")
            return .notStated
        }
    }

    private func fte(_ row: RosterRow<HRColumn>) -> Millionths? {
        guard let fte = decimal(row, .fte, example: "0.75") else { return nil }
        guard fte.count > 2_000_000 else { return fte }
        row.note(.valueForm, .leftOut, .fte, "more than 2: write 0.75, not 75", "read as blank")
        return nil
    }

    private func decimal(_ row: RosterRow<HRColumn>, _ column: HRColumn, example: String) -> Millionths? {
        guard let text = row.text(column) else { return nil }
        if let value = Millionths(text) { return value }
        let what = "not a plain number of at most 6 decimal places, such as \(example)"
        row.note(.valueForm, .leftOut, column, what, "read as blank")
        return nil
    }

    /// Nobody reviews their own entries.
    private func reviewer(_ row: RosterRow<HRColumn>, of employee: String) -> String? {
        guard let reviewer = row.text(.reviewer) else { return nil }
        guard reviewer == employee else { return reviewer }
        row.note(.valueForm, .leftOut, .reviewer, "the reviewer is the person", "read as blank")
        return nil
    }

    /// An assignment belongs to one person, and its dated states don't overlap.
    private func fitsEarlierRows(_ assignment: HRSupplementRow, _ row: RosterRow<HRColumn>) -> Bool {
        if let known = holder[assignment.assignmentID], known.employee != assignment.employeeNumber {
            let what = "line \(known.line) gives the assignment to another person"
            row.note(.rowTwice, .leftOut, .assignmentID, what, "the row is left out")
            return false
        }
        let overlapping = states[assignment.assignmentID, default: []].first { overlaps(rows[$0], assignment) }
        guard let overlapping else { return true }
        let what = "the dates overlap those of the same assignment in line \(rows[overlapping].line)"
        row.note(.rowTwice, .leftOut, .startsOn, what, "the row is left out")
        return false
    }

    private func overlaps(_ one: HRSupplementRow, _ other: HRSupplementRow) -> Bool {
        let oneEndsFirst = one.endsOn.map { $0 < other.startsOn } ?? false
        let otherEndsFirst = other.endsOn.map { $0 < one.startsOn } ?? false
        return !oneEndsFirst && !otherEndsFirst
    }

    private func noteOtherUnitName(_ assignment: HRSupplementRow, _ row: RosterRow<HRColumn>) {
        guard let code = assignment.unitCode, let name = assignment.unitName else { return }
        guard let first = unitNames[code], first != name else {
            unitNames[code] = name
            return
        }
        row.note(.valueForm, .kept, .unitName, "an earlier row names the unit otherwise", "the first name counts")
    }
}
