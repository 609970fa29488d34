import Workload

/// Finds the employee number of a user: the column `identifier`, else a staff number in the list `userIds`.
struct UserIDs {
    /// Types of `userIds` whose value is the employee number, in lower case without signs.
    let staffTypes: Set<String>

    func employeeNumber(_ row: RosterRow<UserColumn>) -> String? {
        let identifier = row.text(.identifier)
        let listed = row.list(.userIds).compactMap { staffNumber($0, row) }
        guard let identifier else { return listed.first }
        if let other = listed.first, other != identifier {
            row.note(
                .personAmbiguous,
                .kept,
                .userIds,
                "identifier and userIds hold different numbers",
                "identifier counts"
            )
        }
        return identifier
    }

    /// The value of an item such as `{StaffUniqueId:1002}` if its type is one of ours.
    private func staffNumber(_ item: String, _ row: RosterRow<UserColumn>) -> String? {
        var inner = Substring(item)
        if inner.first == "{", inner.last == "}" {
            inner = inner.dropFirst().dropLast()
        } else {
            row.note(.listForm, .kept, .userIds, "an item is not written as {Type:value}", "read without the braces")
        }
        guard let colon = inner.firstIndex(of: ":") else { return nil }
        let type = inner[..<colon].lowercased().filter { $0.isLetter || $0.isNumber }
        guard staffTypes.contains(type) else { return nil }
        let value = PlainText(String(inner[inner.index(after: colon)...])).text
        return value.isEmpty ? nil : value
    }

    /// Words that exports use for the number of a member of staff.
    static let usualStaffTypes: Set<String> = [
        "employeenumber", "employeeid", "employee", "staffuniqueid", "staffid", "staffnumber", "personnelnumber",
        "payrollid", "payrollnumber", "hrid",
    ]
}
