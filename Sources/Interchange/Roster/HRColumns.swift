/// The columns of the HR supplement, in the order of `docs/reference/hr-supplement.md`.
enum HRColumn: String, RosterColumn {
    case employeeNumber = "employee_number"
    case assignmentID = "assignment_id"
    case kind, position
    case classification = "class"
    case unitCode = "unit_code"
    case unitName = "unit_name"
    case site
    case flsaStatus = "flsa_status"
    case flsaReason = "flsa_reason"
    case fte, basis
    case mon, tue, wed, thu, fri, sat, sun
    case baseRate = "base_rate"
    case funding, reviewer
    case startsOn = "starts_on"
    case endsOn = "ends_on"

    static var required: [HRColumn] { [.employeeNumber, .assignmentID, .kind, .position, .site, .startsOn] }

    /// Monday first, as ISO numbers weekdays.
    static var weekdays: [HRColumn] { [.mon, .tue, .wed, .thu, .fri, .sat, .sun] }
}
