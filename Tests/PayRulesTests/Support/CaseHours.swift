import PayRules
import Testing
import WorkUnits

/// HOURS.json put together from the figures of a case. Times are those of a clock that never changes, unless said.
struct CaseHours {
    /// The Monday from which days are counted.
    static let monday = CivilDate(daysSince1970: 20_577)

    var zone = "UTC"
    /// Members of the employee: `"base_rate": "5.0"`.
    var employee: [String] = []
    /// Members of the file.
    var more: [String] = []
    private var entries: [String] = []
    private var pay: [String] = []

    init(rate: String? = nil, zone: String = "UTC") {
        self.zone = zone
        if let rate { employee.append(#""base_rate": "\#(rate)""#) }
    }

    /// Work on a day from a time on; 08:00 where none is given.
    mutating func work(
        _ day: Int, at minute: Int = 480, minutes: Int, from monday: CivilDate = monday, _ members: String...
    ) {
        guard minutes > 0 else { return }
        let date = monday.adding(days: day)
        add(Self.clock(date, minute), Self.clock(date, minute + minutes), members)
    }

    /// Work between two times as they are written.
    mutating func work(from start: String, to end: String, _ members: String...) { add(start, end, members) }

    /// So many minutes in equal parts on the first days from a Monday on.
    mutating func workweek(minutes: Int, days: Int = 5, from monday: CivilDate = monday, _ member: String...) throws {
        let parts = try allocate(Int64(minutes), by: [Int128](repeating: 1, count: days))
        for (day, part) in parts.enumerated() {
            guard part > 0 else { continue }
            let date = monday.adding(days: day)
            add(Self.clock(date, 480), Self.clock(date, 480 + Int(part)), member)
        }
    }

    /// The same without its work, but so many minutes of a workweek.
    func with(minutes: Int) throws -> CaseHours {
        var other = self
        other.entries = []
        try other.workweek(minutes: minutes)
        return other
    }

    /// The days of a case.
    mutating func work(_ days: [NamedDay], _ members: String...) {
        for day in days where day.minutes > 0 {
            let date = Self.monday.adding(days: day.number)
            add(Self.clock(date, 480), Self.clock(date, 480 + day.minutes), members)
        }
    }

    /// Pay other than by the hour.
    mutating func item(_ kind: String, _ amount: String, of date: CivilDate = monday, _ members: String...) {
        let rest = members.isEmpty ? "" : ", " + members.joined(separator: ", ")
        pay.append(
            #"{ "workweek_of": "\#(date)", "kind": "\#(kind)", "amount": "\#(amount)"\#(rest) }"#)
    }

    private mutating func add(_ start: String, _ end: String, _ members: [String]) {
        let rest = members.isEmpty ? "" : ", " + members.joined(separator: ", ")
        entries.append(#"{ "id": "e\#(entries.count)", "start": "\#(start)", "end": "\#(end)"\#(rest) }"#)
    }

    private static func clock(_ date: CivilDate, _ minute: Int) -> String {
        let (days, ofDay) = minute.quotientAndRemainder(dividingBy: 1440)
        let time = WallTime(minutesSinceMidnight: ofDay)?.description ?? "?"
        return "\(date.adding(days: days))T\(time)"
    }

    /// The text of the file.
    var text: String {
        let rest = more.isEmpty ? "" : ", " + more.joined(separator: ", ")
        let payPart = pay.isEmpty ? "" : #", "pay": [\#(pay.joined(separator: ", "))]"#
        return """
            { "zone": "\(zone)", "employee": { \(employee.joined(separator: ", ")) },
              "entries": [\(entries.joined(separator: ",\n    "))]\(payPart)\(rest) }
            """
    }

    func read() throws -> Hours { try Week.hours(text) }

    /// The hours as far as rates were decided by a day.
    func read(knownOn day: CivilDate) throws -> Hours {
        try HoursReader.read([UInt8](text.utf8), knownOn: day) { (name) throws(UnknownZone) in try SiteZone(name) }
    }
}
