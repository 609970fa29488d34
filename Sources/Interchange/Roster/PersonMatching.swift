import Workload

/// Puts the rows that are about the same person together: on employee number, then on email, never on names.
struct PersonMatching {
    private let file: String
    private let log: FindingLog
    private var people: [RosterPerson] = []
    private var byNumber: [String: Int] = [:]
    private var byEmail: [String: [Int]] = [:]

    init(file: String, log: FindingLog) {
        self.file = file
        self.log = log
    }

    /// One element per person, in the order of the file.
    static func people(from rows: [RosterPerson], file: String, log: FindingLog) -> [RosterPerson] {
        var matching = PersonMatching(file: file, log: log)
        // Numbers first: a row without one may belong to a person whose number stands in a later row.
        for row in rows where row.employeeNumber != nil { matching.takeNumbered(row) }
        matching.noteSharedAddresses()
        for row in rows where row.employeeNumber == nil { matching.takeUnnumbered(row) }
        return matching.people.sorted { $0.line < $1.line }
    }

    private mutating func takeNumbered(_ row: RosterPerson) {
        guard let number = row.employeeNumber else { return }
        if let known = byNumber[number] {
            merge(row, into: known, because: "the employee number")
            if let email = row.email, byEmail[email]?.contains(known) != true {
                byEmail[email, default: []].append(known)
            }
        } else {
            byNumber[number] = people.count
            add(row)
        }
    }

    private mutating func takeUnnumbered(_ row: RosterPerson) {
        guard let email = row.email else {
            note(.personUnmatched, row, "the person has neither employee number nor email", "known by sourcedId only")
            return add(row)
        }
        let candidates = byEmail[email] ?? []
        if candidates.count == 1, let only = candidates.first, !areNamedApart(people[only], row) {
            return merge(row, into: only, because: "the email")
        }
        if !candidates.isEmpty {
            let lines = candidates.map { "\(people[$0].line)" }.joined(separator: ", ")
            note(
                .personAmbiguous,
                row,
                "the email is also that of line \(lines)",
                "kept apart: perhaps a shared mailbox"
            )
        }
        add(row)
    }

    private mutating func add(_ row: RosterPerson) {
        if let email = row.email { byEmail[email, default: []].append(people.count) }
        people.append(row)
    }

    private func noteSharedAddresses() {
        for sharing in byEmail.values.filter({ $0.count > 1 }).sorted(by: { $0[0] < $1[0] }) {
            for index in sharing.dropFirst() {
                let what = "the email is also that of line \(people[sharing[0]].line), with another employee number"
                note(.personAmbiguous, people[index], what, "kept apart: the number decides")
            }
        }
    }

    private mutating func merge(_ row: RosterPerson, into index: Int, because match: String) {
        note(.personMerged, row, "\(match) is also that of line \(people[index].line)", "put together as one person")
        if people[index].status == .toBeDeleted, row.status == .active {
            people[index].givenName = row.givenName
            people[index].familyName = row.familyName
        }
        people[index].sourcedIDs += row.sourcedIDs
        people[index].email = people[index].email ?? row.email
        people[index].isEnabled = people[index].isEnabled || row.isEnabled
        people[index].roles += row.roles
        people[index].rolesAreComplete = people[index].rolesAreComplete && row.rolesAreComplete
        if row.status == .active { people[index].status = .active }
    }

    /// Whether both names differ: then an address alone doesn't make two rows one person.
    private func areNamedApart(_ one: RosterPerson, _ other: RosterPerson) -> Bool {
        one.givenName.lowercased() != other.givenName.lowercased()
            && one.familyName.lowercased() != other.familyName.lowercased()
    }

    private func note(_ kind: RosterFinding.Kind, _ row: RosterPerson, _ what: String, _ done: String) {
        log.add(kind, .kept, Place(file, line: row.line), what, done)
    }
}
