import Workload

/// Turns the rows of `orgs.csv` into sites.
struct OrgRows {
    private(set) var status = RowStatus()
    private var sites: [RosterSite] = []
    private var places: [String: Int] = [:]

    mutating func take(_ row: RosterRow<OrgColumn>) {
        guard row.isWellFormed() else { return }
        let status = status.take(row, status: .status, date: .dateLastModified)
        guard let sourcedID = row.required(.sourcedId) else { return }
        guard places[sourcedID] == nil else {
            row.note(.rowTwice, .leftOut, .sourcedId, "an earlier row has the same sourcedId", "the row is left out")
            return
        }
        places[sourcedID] = sites.count
        sites.append(
            RosterSite(
                sourcedID: sourcedID,
                name: name(row, sourcedID),
                kind: row.word(.type, among: RosterSite.standardKinds) ?? "",
                identifier: row.text(.identifier),
                parentSourcedID: row.text(.parentSourcedId),
                status: status,
                line: row.line
            )
        )
    }

    /// The sites; a parent that doesn't exist or is the site itself is a finding and dropped.
    mutating func finish(mode: RosterFile.Mode, file: String, log: FindingLog) -> [RosterSite] {
        for index in sites.indices {
            guard let parent = sites[index].parentSourcedID else { continue }
            let place = Place(file, line: sites[index].line, field: "parentSourcedId")
            if mode == .bulk, places[parent] == nil {
                log.add(
                    .referenceUnknown,
                    .leftOut,
                    place,
                    "no org \"\(parent)\" in the file",
                    "read as having no parent"
                )
                sites[index].parentSourcedID = nil
            } else if isAboveItself(index) {
                log.add(.referenceCycle, .leftOut, place, "the org is its own ancestor", "read as having no parent")
                sites[index].parentSourcedID = nil
            }
        }
        return sites
    }

    private func isAboveItself(_ index: Int) -> Bool {
        var at = index
        for _ in sites {
            guard let parent = sites[at].parentSourcedID, let next = places[parent] else { return false }
            if next == index { return true }
            at = next
        }
        return false
    }

    private func name(_ row: RosterRow<OrgColumn>, _ sourcedID: String) -> String {
        if let name = row.text(.name) { return name }
        row.note(.valueMissing, .repaired, .name, "the org has no name", "named by its sourcedId")
        return sourcedID
    }
}
