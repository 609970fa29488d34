// Foundation is imported in this file only: it alone knows the IANA zones.
import Foundation

/// A name that is no IANA zone of a place.
public struct UnknownZone: Error, Hashable {
    /// The name as it was given.
    public let identifier: String
}

extension UnknownZone: CustomStringConvertible {
    /// One sentence that says what to write instead.
    public var description: String {
        "\"\(identifier)\" is not the IANA name of a time zone. Write it as America/Los_Angeles."
    }
}

/// The zone of a site by its IANA name, "America/Los_Angeles".
///
/// Rules and their changes come from the time zone data that Foundation brings along.
public struct SiteZone: ZoneRules, Hashable {
    /// The name as it was given.
    public let identifier: String

    private let rules: TimeZone

    /// UTC, which keeps the offset 0.
    public static let utc = SiteZone(identifier: "UTC", rules: .gmt)

    /// The zone of that name: a place such as "America/Denver", or "UTC".
    ///
    /// - Throws: ``UnknownZone`` for other names. An abbreviation is refused too, because "EST" and "GMT+3" stand
    ///   still where the clocks of a place change.
    public init(_ identifier: String) throws(UnknownZone) {
        let namesAPlace = identifier.contains("/") || identifier == "UTC"
        guard namesAPlace, let rules = TimeZone(identifier: identifier) else {
            throw UnknownZone(identifier: identifier)
        }
        self.init(identifier: identifier, rules: rules)
    }

    private init(identifier: String, rules: TimeZone) {
        self.identifier = identifier
        self.rules = rules
    }

    /// Seconds that clocks at the site are ahead of UTC at that moment.
    public func offsetSeconds(at instant: Instant) -> Int {
        // Foundation counts moments in Double, which holds whole seconds of 285 million years exactly.
        let date = Date(timeIntervalSince1970: Double(instant.secondsSince1970))
        return rules.secondsFromGMT(for: date)
    }
}
