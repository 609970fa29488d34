import StrictJSON
import WorkUnits

/// Readers of single values, each with words for what it does not take.
enum Read {
    static func text(_ value: JSON) throws(Reason) -> String {
        guard case .string(let text) = value else { throw Reason("is \(value.kind); a text \"…\" is expected") }
        guard !text.isEmpty, text.utf8.count <= 500 else { throw Reason("is empty or longer than 500 bytes") }
        return text
    }

    static func bool(_ value: JSON) throws(Reason) -> Bool {
        guard case .bool(let bool) = value else { throw Reason("is \(value.kind); true or false is expected") }
        return bool
    }

    static func whole(_ range: ClosedRange<Int>) -> @Sendable (JSON) throws(Reason) -> Int {
        { value throws(Reason) in
            guard case .number(let text) = value, let number = Int(text) else {
                throw Reason("is \(value.kind); a whole number is expected")
            }
            guard range.contains(number) else {
                throw Reason("is \(number); it goes from \(range.lowerBound) to \(range.upperBound)")
            }
            return number
        }
    }

    /// Minutes of up to 400 days.
    static let minutes = whole(0...576_000)

    /// "24.50"; a text, so that no program on the way rounds it.
    static func decimal(
        from least: Int64 = 0, through most: Int64
    ) -> @Sendable (JSON) throws(Reason) -> Millionths {
        { value throws(Reason) in
            guard case .string(let text) = value else {
                throw Reason("is \(value.kind); an amount is written as a text, \"24.50\"")
            }
            guard let decimal = Millionths(text) else {
                throw Reason("\"\(text)\" is no amount; write digits and a point, at most 6 after it: \"24.50\"")
            }
            let range = (least, most)
            guard (range.0...range.1).contains(decimal.count) else {
                throw Reason(
                    "is \(text); it goes from \(Millionths(count: range.0)) to \(Millionths(count: range.1))")
            }
            return decimal
        }
    }

    /// Dollars an hour, up to 100,000.
    static let rate = decimal(through: 100_000 * 1_000_000)

    /// Dollars, up to 10 million.
    static let amount = decimal(through: 10_000_000 * 1_000_000)

    /// A factor from 0 to 10: "1.5".
    static let multiplier = decimal(through: 10_000_000)

    static func date(_ value: JSON) throws(Reason) -> CivilDate {
        guard case .string(let text) = value, let date = CivilDate(text) else {
            throw Reason("is no date; it is written as a text, \"2026-05-04\"")
        }
        guard (1900..<2200).contains(date.year) else { throw Reason("is \(text); years go from 1900 to 2199") }
        return date
    }

    /// "16:10"; 24-hour clock.
    static func time(_ value: JSON) throws(Reason) -> WallTime {
        guard case .string(let text) = value, text.utf8.count == 5, let time = WallTime(clock: text) else {
            throw Reason("is no time of day; it is written as a text on the 24-hour clock, \"16:10\"")
        }
        return time
    }

    static func word<Word: RawRepresentable & CaseIterable & SendableMetatype>(
        _ type: Word.Type
    ) -> @Sendable (JSON) throws(Reason) -> Word where Word.RawValue == String {
        { value throws(Reason) in
            let words = type.allCases.map { "\"\($0.rawValue)\"" }.joined(separator: ", ")
            guard case .string(let text) = value, let word = Word(rawValue: text) else {
                throw Reason("is none of \(words)")
            }
            return word
        }
    }

    /// "monday"
    static func weekday(_ value: JSON) throws(Reason) -> Weekday {
        let names = Weekday.allCases.map { "\($0)" }
        guard case .string(let text) = value, let index = names.firstIndex(of: text) else {
            throw Reason("is none of \(names.map { "\"\($0)\"" }.joined(separator: ", "))")
        }
        return Weekday.allCases[index]
    }

    static func list<Value>(
        _ read: @escaping @Sendable (JSON) throws(Reason) -> Value
    ) -> @Sendable (JSON) throws(Reason) -> [Value] {
        { value throws(Reason) in
            guard case .array(let values) = value else { throw Reason("is \(value.kind); a list [ … ] is expected") }
            var results: [Value] = []
            for (index, element) in values.enumerated() {
                do throws(Reason) {
                    results.append(try read(element))
                } catch {
                    throw Reason("[\(index)] \(error.text)")
                }
            }
            return results
        }
    }
}

extension WallTime {
    /// "16:10", exactly so.
    init?(clock text: String) {
        let fields = text.split(separator: ":", omittingEmptySubsequences: false)
        guard
            fields.count == 2, fields.allSatisfy({ $0.utf8.count == 2 && $0.allSatisfy(\.isNumber) }),
            let hour = Int(fields[0]), let minute = Int(fields[1])
        else { return nil }
        self.init(hour: hour, minute: minute)
    }
}
