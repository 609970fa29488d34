import PayRules
import StrictJSON
import Testing
import WorkUnits

/// The values of a case, exact, by a path of keys: "inputs.rate".
extension Case {
    subscript(path path: String) -> JSON? { path.split(separator: ".").reduce(json as JSON?) { $0?[String($1)] } }

    func has(_ path: String) -> Bool { self[path: path] != nil }

    /// A number as it is written: "17.09625".
    func digits(_ path: String) throws -> String {
        try #require(self[path: path]?.numberText, "\(id) has no number at \(path)")
    }

    func number(_ path: String) throws -> Ratio {
        try #require(try self[path: path]?.ratio, "\(id) has no number at \(path)")
    }

    func numbers(_ path: String) throws -> [Ratio] {
        try #require(self[path: path]?.list, "\(id) has no list at \(path)").map { try #require(try $0.ratio) }
    }

    func words(_ path: String) throws -> String {
        try #require(self[path: path]?.string, "\(id) has no text at \(path)")
    }

    func flag(_ path: String) throws -> Bool {
        guard case .bool(let value)? = self[path: path] else { throw Unreadable(at: "\(id) \(path)") }
        return value
    }

    func whole(_ path: String) throws -> Int {
        try #require(self[path: path]?.whole, "\(id) has no whole number at \(path)")
    }

    func date(_ path: String) throws -> CivilDate { try #require(CivilDate(String(try words(path).prefix(10)))) }

    /// Hours as whole minutes: 37.5 is 2250.
    func minutes(_ path: String) throws -> Int { try number(path).minutes }

    var categoryName: String { json["category"]?.string ?? "?" }

    /// The work of each day: its name, how many days it comes after a Monday, and its minutes. A list starts on that
    /// Monday; of named days a Sunday that stands first comes before it.
    func days(_ path: String) throws -> [NamedDay] {
        let value = try #require(self[path: path], "\(id) has no days at \(path)")
        if let list = value.list {
            return try list.enumerated().map { NamedDay("\($0)", $0, try #require(try $1.ratio).minutes) }
        }
        let members = try #require(value.members)
        return try members.enumerated().map { place, member in
            let name = String(member.key.prefix { $0 != "_" })
            var day = try #require(NamedDay.numbers[name], "\(id) has a day \(name)")
            if day == 6, place == 0 { day = -1 }
            return NamedDay(member.key, day, try #require(try member.value.ratio).minutes)
        }
    }
}

/// A day of a case.
struct NamedDay {
    let name: String
    /// Days after a Monday.
    let number: Int
    let minutes: Int

    init(_ name: String, _ number: Int, _ minutes: Int) {
        self.name = name
        self.number = number
        self.minutes = minutes
    }

    static let numbers = [
        "M": 0, "Mon": 0, "T": 1, "Tue": 1, "W": 2, "Wed": 2, "Th": 3, "Thu": 3, "F": 4, "Fri": 4, "S": 5, "Sat": 5,
        "Su": 6, "Sun": 6,
    ]
}

/// A value of a case that is not what the test looks for.
struct Unreadable: Error {
    let at: String
}

extension JSON {
    var members: [Member]? { if case .object(let members) = self { members } else { nil } }

    /// A text value. (``text`` has an overload that writes JSON.)
    var string: String? { if case .string(let text) = self { text } else { nil } }

    /// A number, exact.
    var ratio: Ratio? {
        get throws {
            guard let decimal else { return nil }
            return try Ratio(decimal)
        }
    }
}

extension Ratio {
    /// Hours as whole minutes.
    var minutes: Int {
        get throws {
            let minutes = try self * Ratio(whole: 60)
            try #require(minutes.denominator == 1, "\(self) h are no whole minutes")
            return Int(minutes.numerator)
        }
    }

    init(hours seconds: Int64) throws { try self.init(Int128(seconds), over: 3600) }

    init(dollars cents: Cents) throws { try self.init(Int128(cents.count), over: 100) }

    /// Rounded to cents, half up.
    var inCents: Ratio {
        get throws { try Ratio((try self * Ratio(whole: 100)).roundedHalfUp, over: 100) }
    }

    /// Up to six places without needless zeros, as a file of hours or rules has it.
    var digits: String {
        get throws {
            let text = try decimal(places: 6)
            return Millionths(text)?.description ?? text
        }
    }
}
