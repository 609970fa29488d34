import Workload

/// What `manifest.csv` says: the version, and for each file whether it is absent, bulk or delta.
struct OneRosterManifest {
    private(set) var version: RosterVersion?
    private(set) var sourceName: String?
    private(set) var modes: [RosterFile.Name: RosterFile.Mode] = [:]

    /// Takes one row of the manifest, the header row included.
    mutating func take(_ row: CSVRow, file: String, log: FindingLog) {
        let name = PlainText(row.text(0).text).text
        let value = PlainText(row.text(1).text).text
        let place = Place(file, line: row.line, column: row.position(of: 1).column, field: name)
        switch name.lowercased() {
        case "propertyname", "manifest.version", "source.systemcode": return
        case "source.systemname": sourceName = value.isEmpty ? nil : value
        case "oneroster.version": takeVersion(value, at: place, log: log)
        default: takeMode(of: name, value, at: place, log: log)
        }
    }

    private mutating func takeVersion(_ value: String, at place: Place, log: FindingLog) {
        let known: [RosterVersion] = [.v1p2, .v1p1, .v1p0]
        version = known.first { value == $0.rawValue || value.hasPrefix($0.rawValue + ".") }
        guard version == nil else { return }
        let what = value.isEmpty ? "the version is blank" : "version \"\(value)\" is neither 1.1 nor 1.2"
        log.add(.manifestValue, .repaired, place, what, "the version is told from the columns")
    }

    private mutating func takeMode(of name: String, _ value: String, at place: Place, log: FindingLog) {
        guard name.lowercased().hasPrefix("file.") else {
            log.add(.manifestValue, .leftOut, place, "the manifest has no such property", "not read")
            return
        }
        let file = RosterFile.Name.allCases.first { "file.\($0.rawValue)".lowercased() == name.lowercased() }
        guard let file else { return }
        modes[file] = RosterFile.Mode(rawValue: value.lowercased())
        guard modes[file] == nil else { return }
        let what = value.isEmpty ? "the value is blank" : "the value is neither absent, bulk nor delta"
        log.add(.manifestValue, .repaired, place, what, "told from the rows of the file")
    }
}
