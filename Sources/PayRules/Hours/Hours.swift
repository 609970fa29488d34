public import WorkUnits

/// The hours of one person and what is known beside them: all that a rule set is applied to.
///
/// Made from a file by ``HoursReader``, or by a program. Times are moments already; ids, assignments and incidents are
/// referred to by their index, so that valuing needs no look-up of names.
public struct Hours: Sendable {
    /// Whether the entries are all hours worked, or stand beside assigned hours.
    public enum Coverage: String, Sendable, CaseIterable {
        /// The entries are all hours worked.
        case allTime = "all_time"
        /// The entries are extra hours; assigned time less leave counts as worked and as paid at straight time.
        case extraOnly = "extra_only"
    }

    /// The clocks of the place where the person works.
    public let zone: ZoneTable
    /// What the entries cover.
    public let covers: Coverage
    /// The jobs of the person; at least one, the first being that of an entry that names none.
    public let assignments: [Assignment]
    /// The incidents that entries name, each once.
    public let incidents: [String]
    /// Hours worked, in order of their start; none overlaps another.
    public let entries: [Entry]
    /// Hours assigned, in order of their start; none overlaps another.
    public let assigned: [AssignedTime]
    /// Time off, in order of its date.
    public let leave: [Leave]
    /// What payroll has paid, in order of its date.
    public let paid: [Paid]
    /// Pay other than by the hour, in the order of the file.
    public let pay: [PayItem]
    /// Time off taken in place of overtime pay, and how much the person has.
    public let compTime: CompChoice?
    /// Minutes already worked toward each period cap of an agreement, by the cap's name.
    public let towardCaps: [String: Int]

    /// Joins what belongs to one person. Entries, assigned time, leave and paid rows are brought into order.
    public init(
        zone: ZoneTable,
        covers: Coverage = .allTime,
        assignments: [Assignment],
        incidents: [String] = [],
        entries: [Entry],
        assigned: [AssignedTime] = [],
        leave: [Leave] = [],
        paid: [Paid] = [],
        pay: [PayItem] = [],
        compTime: CompChoice? = nil,
        towardCaps: [String: Int] = [:]
    ) {
        self.zone = zone
        self.covers = covers
        self.assignments = assignments.isEmpty ? [Assignment()] : assignments
        self.incidents = incidents
        self.entries = Self.inOrder(entries) { ($0.start, $0.id) < ($1.start, $1.id) }
        self.assigned = Self.inOrder(assigned) { $0.start < $1.start }
        self.leave = Self.inOrder(leave) { ($0.date, $0.kind) < ($1.date, $1.kind) }
        self.paid = Self.inOrder(paid) { ($0.date, $0.code) < ($1.date, $1.code) }
        self.pay = pay
        self.compTime = compTime
        self.towardCaps = towardCaps
    }

    private static func inOrder<Value>(_ values: [Value], _ before: (Value, Value) -> Bool) -> [Value] {
        let isInOrder = zip(values, values.dropFirst()).allSatisfy { !before($1, $0) }
        return isInOrder ? values : values.sorted(by: before)
    }
}
