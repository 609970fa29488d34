import StrictJSON

/// What a packet says of itself: `packet.json`.
///
/// Source: docs/reference/packet.md.
public struct PacketHead: Sendable, Hashable {
    /// What a packet is about.
    public enum Scope: String, Sendable, CaseIterable {
        case person
        case unit
        case incident
        case all
    }

    /// The log.
    public let origin: String
    /// What it is about.
    public let scope: Scope
    /// Whom or what, in words.
    public let about: String
    /// When it was made, in milliseconds since 1970 in UTC.
    public let madeMilliseconds: Int64
    /// Whether all leaves of the log are in it.
    public let isWhole: Bool
    /// What its entries come to.
    public let totals: PacketTotals
    /// Ids of entries that are held, ascending.
    public let held: [String]

    /// A head.
    public init(
        origin: String, scope: Scope, about: String, madeMilliseconds: Int64, isWhole: Bool, totals: PacketTotals,
        held: [String]
    ) {
        self.origin = origin
        self.scope = scope
        self.about = about
        self.madeMilliseconds = madeMilliseconds
        self.isWhole = isWhole
        self.totals = totals
        self.held = held
    }

    /// Reads `packet.json`; nil when it is anything else.
    public init?(parsing bytes: [UInt8]) {
        guard bytes.first == UInt8(ascii: "{"), let json = try? JSONReader.read(bytes),
            json["format"]?.wholeNumber == 1, json.count == 8,
            let origin = json["origin"]?.string, let scope = json["scope"]?.string.flatMap(Scope.init),
            let about = json["about"]?.string, let made = json["made_ms"]?.wholeNumber, made >= 0,
            let isWhole = json["is_whole"]?.bool, let totals = json["totals"].flatMap(PacketTotals.init(json:)),
            let held = json["held"]?.strings,
            zip(held, held.dropFirst()).allSatisfy({ $0.utf8.lexicographicallyPrecedes($1.utf8) })
        else { return nil }
        self.init(
            origin: origin, scope: scope, about: about, madeMilliseconds: made, isWhole: isWhole, totals: totals,
            held: held)
    }

    /// The file.
    public var bytes: [UInt8] {
        let json: JSON = .object(
            .init("format", .number(1)), .init("origin", .string(origin)), .init("scope", .string(scope.rawValue)),
            .init("about", .string(about)), .init("made_ms", .number(madeMilliseconds)),
            .init("is_whole", .bool(isWhole)), .init("totals", totals.json),
            .init("held", .array(held.map { .string($0) })))
        return Array(json.text.utf8)
    }
}

/// What the entries of a packet come to.
public struct PacketTotals: Sendable, Hashable {
    /// Entries that count.
    public var entries: Int64
    /// Their minutes.
    public var minutes: Int64
    /// Entries that are held.
    public var held: Int64
    /// Entries that were taken out.
    public var takenOut: Int64

    /// Sums.
    public init(entries: Int64 = 0, minutes: Int64 = 0, held: Int64 = 0, takenOut: Int64 = 0) {
        self.entries = entries
        self.minutes = minutes
        self.held = held
        self.takenOut = takenOut
    }

    init?(json: JSON) {
        guard json.count == 4, let entries = json["entries"]?.wholeNumber, let minutes = json["minutes"]?.wholeNumber,
            let held = json["held"]?.wholeNumber, let takenOut = json["taken_out"]?.wholeNumber
        else { return nil }
        self.init(entries: entries, minutes: minutes, held: held, takenOut: takenOut)
    }

    var json: JSON {
        .object(
            .init("entries", .number(entries)), .init("minutes", .number(minutes)), .init("held", .number(held)),
            .init("taken_out", .number(takenOut)))
    }
}
