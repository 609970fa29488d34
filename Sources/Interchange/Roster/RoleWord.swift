import Workload

/// What a role word means for us: staff, a student, or somebody else.
enum RoleWord {
    case staff(RosterRoleKind)
    case student
    case outsider

    /// Reads the role column. The word of a column beside personal ones is never repeated in a finding.
    init?<Column>(_ row: RosterRow<Column>, _ column: Column, mayBeShown: Bool) {
        guard let text = row.text(column) else { return nil }
        let shown = mayBeShown ? " \"\(text)\"" : ""
        if RosterRoleKind.standard.contains(text) || text.hasPrefix("ext:") {
            self.init(RosterRoleKind(rawValue: text))
        } else if let spelt = RosterRoleKind.standard.first(where: { $0.lowercased() == text.lowercased() }) {
            row.note(.valueForm, .repaired, column, "the word should read \(spelt)", "read as that")
            self.init(RosterRoleKind(rawValue: spelt))
        } else if Self.outsideWords.contains(where: text.lowercased().contains) {
            row.note(.valueUnknown, .repaired, column, "the format has no role\(shown)", "read as not staff")
            self = .outsider
        } else {
            row.note(.valueUnknown, .kept, column, "the format has no role\(shown)", "kept as a staff role")
            self = .staff(RosterRoleKind(rawValue: text))
        }
    }

    private init(_ kind: RosterRoleKind) {
        if kind.rawValue == "student" {
            self = .student
        } else {
            self = kind.isOutsideStaff ? .outsider : .staff(kind)
        }
    }

    /// Parts of words outside the format that surely aren't staff: children and families stay out when in doubt.
    private static let outsideWords = [
        "student", "pupil", "learner", "parent", "guardian", "relative", "family", "contact", "alum",
    ]
}
