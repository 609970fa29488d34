import Workload

/// Reads the two columns that every file begins with, and gathers what they say about the file as a whole.
///
/// In a bulk file both must be blank, in a delta both filled; where the manifest says otherwise, the rows win.
struct RowStatus {
    private(set) var rows = 0
    private(set) var withStatus = 0
    private(set) var withDate = 0
    private var firstWithStatus: Int?
    private var firstWithout: Int?

    /// What one row says of itself; anything but an end means that it stands.
    mutating func take<Column>(_ row: RosterRow<Column>, status: Column, date: Column) -> RosterStatus {
        rows += 1
        takeDate(row, date)
        guard !row.isBlank(status), let text = row.text(status) else {
            firstWithout = firstWithout ?? row.line
            return .active
        }
        withStatus += 1
        firstWithStatus = firstWithStatus ?? row.line
        switch text.lowercased() {
        case "active", "tobedeleted":
            let spelt = text.lowercased()
            if text != spelt {
                row.note(.valueForm, .repaired, status, "the word should read \(spelt)", "read as that")
            }
            return spelt == "active" ? .active : .toBeDeleted
        case "inactive":
            row.note(.statusInactive, .repaired, status, "inactive is a word of OneRoster 1.0", "read as tobedeleted")
            return .toBeDeleted
        default:
            row.note(.valueUnknown, .repaired, status, "the status is neither active nor tobedeleted", "read as active")
            return .active
        }
    }

    /// Whether the file is a complete set or a set of changes, with a finding where the manifest says something else.
    func mode(of file: String, declared: RosterFile.Mode?, log: FindingLog) -> RosterFile.Mode {
        guard rows > 0 else {
            log.add(
                .fileWithoutRows,
                .leftOut,
                Place(file),
                "the file has no data rows",
                "read as absent: nothing ends"
            )
            return .absent
        }
        let mode = shownMode(declared)
        switch declared {
        case .bulk where mode == .delta:
            let what = "the manifest says bulk, but \(withStatus) of \(rows) rows have a status"
            contradict(file, firstWithStatus, what, "read as delta: nobody ends by being left out", log)
        case .delta where mode == .bulk:
            contradict(file, nil, "the manifest says delta, but no row has a status or date", "read as bulk", log)
        case .absent, nil:
            let what = "the manifest doesn't announce the file"
            log.add(.fileUndeclared, .kept, Place(file), what, "read as \(mode.rawValue), as its rows show")
        default: break
        }
        if mode == .delta, withStatus < rows {
            let what = "\(rows - withStatus) of \(rows) rows of a delta have no status"
            log.add(.valueMissing, .repaired, Place(file, line: firstWithout), what, "read as active")
        }
        return mode
    }

    private func shownMode(_ declared: RosterFile.Mode?) -> RosterFile.Mode {
        if withStatus > 0 { return .delta }
        return declared == .delta && withDate > 0 ? .delta : .bulk
    }

    private func contradict(_ file: String, _ line: Int?, _ what: String, _ done: String, _ log: FindingLog) {
        log.add(.manifestContradicted, .repaired, Place(file, line: line), what, done)
    }

    private mutating func takeDate<Column>(_ row: RosterRow<Column>, _ column: Column) {
        guard !row.isBlank(column) else { return }
        withDate += 1
        guard !row.looksLikeInstant(column) else { return }
        row.note(.dateForm, .kept, column, "the instant is not written as 2012-04-23T18:25:43.511Z", "not needed")
    }
}

extension RosterRow {
    /// Whether a field has the shape of an ISO 8601 instant in UTC, whatever its digits.
    fileprivate func looksLikeInstant(_ column: Column) -> Bool {
        guard let index = header.index(of: column) else { return false }
        let bytes = csv.contents(of: index)
        guard bytes.count >= 20, bytes.last == UInt8(ascii: "Z") else { return false }
        return bytes[bytes.startIndex + 10] == UInt8(ascii: "T")
    }
}
