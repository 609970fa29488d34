import Workload

/// Turns the rows of `academicSessions.csv` into sessions.
struct SessionRows {
    private(set) var status = RowStatus()
    private(set) var sessions: [RosterSession] = []
    private var known: Set<String> = []

    mutating func take(_ row: RosterRow<SessionColumn>) {
        guard row.isWellFormed() else { return }
        let status = status.take(row, status: .status, date: .dateLastModified)
        guard let sourcedID = row.required(.sourcedId) else { return }
        guard row.required(.startDate) != nil, row.required(.endDate) != nil,
            let start = row.date(.startDate), let end = row.date(.endDate)
        else { return }
        guard start < end else {
            row.note(.valueForm, .leftOut, .endDate, "the session ends before it begins", "the row is left out")
            return
        }
        guard known.insert(sourcedID).inserted else {
            row.note(.rowTwice, .leftOut, .sourcedId, "an earlier row has the same sourcedId", "the row is left out")
            return
        }
        sessions.append(
            RosterSession(
                sourcedID: sourcedID,
                title: row.text(.title) ?? sourcedID,
                kind: row.word(.type, among: RosterSession.standardKinds) ?? "",
                start: start,
                end: end,
                parentSourcedID: row.text(.parentSourcedId),
                schoolYear: schoolYear(row),
                status: status,
                line: row.line
            )
        )
    }

    /// OneRoster wants the year in which the school year ends; exports also write `2021-2022`, whose end is meant.
    private func schoolYear(_ row: RosterRow<SessionColumn>) -> Int? {
        guard let text = row.text(.schoolYear) else { return nil }
        if text.count == 4, let year = Int(text), year > 0 { return year }
        let years = text.split { $0 == "-" || $0 == "/" }.compactMap { $0.count == 4 ? Int($0) : nil }
        if years.count == 2, years[1] == years[0] + 1 {
            row.note(.valueForm, .repaired, .schoolYear, "the school year is not one year", "read as \(years[1])")
            return years[1]
        }
        row.note(.valueForm, .leftOut, .schoolYear, "the school year can't be read", "read as blank")
        return nil
    }
}
