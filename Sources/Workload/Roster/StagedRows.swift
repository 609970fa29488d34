import WorkUnits

/// A role with the person it belongs to: one of the delivery by place, or one known from before by sourcedId.
struct StagedRole {
    let place: Int?
    let personSourcedID: String?
    let role: RosterRole
}

extension CopyRow {
    /// A site. OneRoster's district, local, state and national organisations are district offices to us.
    mutating func add(_ site: RosterSite) {
        add(site.sourcedID)
        add(site.identifier)
        add(String(site.name.prefix(255)))
        switch site.kind {
        case "school": add("school")
        case "district", "local", "state", "national": add("district_office")
        default: add("other")
        }
        add(site.kind)
        add(site.status == .toBeDeleted)
    }

    /// A session; the day after the last becomes the last.
    mutating func add(_ session: RosterSession) {
        add(session.sourcedID)
        add(session.title)
        add(session.kind)
        add(session.start)
        add(session.end.adding(days: -1))
        add(session.schoolYear.map(String.init))
        add(session.status == .toBeDeleted)
    }

    /// A person without roles and sourcedIds.
    mutating func add(_ person: RosterPerson, place: Int) {
        add(place)
        add(person.employeeNumber)
        add(person.email)
        add(String(person.givenName.prefix(200)))
        add(String(person.familyName.prefix(200)))
        add(person.status == .toBeDeleted)
        add(person.rolesAreComplete)
        add(person.line)
    }

    /// A role; the day after the last becomes the last.
    mutating func add(_ staged: StagedRole) {
        let role = staged.role
        add(staged.place.map(String.init))
        add(staged.personSourcedID)
        add(role.sourcedID)
        add(role.kind.rawValue)
        add(role.kind.position)
        add(role.orgSourcedID)
        add(role.begin)
        add(role.end?.adding(days: -1))
        add(role.isPrimary)
        add(role.status == .toBeDeleted)
        add(role.line)
    }

    /// A row of the HR supplement without its hours.
    mutating func add(_ row: HRSupplementRow) {
        add(row.line)
        add(row.employeeNumber)
        add(row.assignmentID)
        add(row.kind.rawValue)
        add(row.position)
        add(row.classification)
        add(row.unitCode)
        add(row.unitName.map { String($0.prefix(255)) })
        add(row.site)
        switch row.flsa {
        case .notStated: addFLSA("not_stated", reason: nil)
        case .nonexempt: addFLSA("nonexempt", reason: nil)
        case .exempt(let reason): addFLSA("exempt", reason: reason)
        }
        add(row.fte?.description)
        add(row.basis)
        add(row.baseRate?.description)
        add(row.funding)
        add(row.reviewerNumber)
        add(row.startsOn)
        add(row.endsOn)
    }

    /// The assigned time of a weekday.
    mutating func add(_ hours: UsualHours) {
        if case .between(let start, let end, let meal) = hours {
            add(start.description)
            add(end.description)
            add(meal)
        } else {
            add(String?.none)
            add(String?.none)
            add(0)
        }
        add(hours.paidMinutes)
    }

    private mutating func addFLSA(_ status: String, reason: String?) {
        add(status)
        add(reason)
    }
}

extension RosterRoleKind {
    /// The word as people say it: `siteAdministrator` is "Site administrator", `ext:clerk` is "Clerk".
    var position: String {
        let word = rawValue.hasPrefix("ext:") ? rawValue.dropFirst(4) : rawValue[...]
        var text = ""
        for character in word {
            if character == "_" || character == "-" || character == " " {
                text += " "
            } else if character.isUppercase, text.last?.isLowercase == true {
                text += " " + character.lowercased()
            } else {
                text.append(character)
            }
        }
        let trimmed = text.drop { $0 == " " }
        return trimmed.isEmpty ? "Staff" : trimmed.prefix(1).uppercased() + trimmed.dropFirst()
    }
}
