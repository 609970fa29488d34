import Foundation
import Testing
import WorkUnits

/// The oracles beside the tests: files in `Vectors`, made by other programs than ours.
enum Vectors {
    static func zones() throws -> [ZoneVector] { try read("dst_us.json", as: ZoneFile.self).zones }

    static func peerCases(_ family: String) throws -> [PeerCase] {
        try read("peer_time_cases.json", as: PeerFile.self).cases.filter { $0.family == family }
    }

    private static func read<Value: Decodable>(_ name: String, as type: Value.Type) throws -> Value {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        let file = folder.appendingPathComponent("Vectors").appendingPathComponent(name)
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        return try decoder.decode(type, from: Data(contentsOf: file))
    }

    private struct ZoneFile: Decodable { let zones: [ZoneVector] }
    private struct PeerFile: Decodable { let cases: [PeerCase] }
}

/// A zone and all its clock changes from 2026 to 2028, by Python's zoneinfo.
struct ZoneVector: Decodable, CustomTestStringConvertible {
    let zone: String
    let transitions: [Transition]

    var testDescription: String { zone }

    struct Transition: Decodable {
        let utc: Instant
        let offsetBeforeS: Int
        let offsetAfterS: Int
        let nonexistentLocal: WrittenTime?
        let ambiguousLocal: WrittenTime?
        let instants: [Instant]?
        let shift22To06: Shift
        let civilDayMinutes: CivilDay
    }

    struct Shift: Decodable {
        let startLocal: WrittenTime
        let endLocal: WrittenTime
        let elapsedMinutes: Int
    }

    struct CivilDay: Decodable {
        let day: CivilDate
        let minutes: Int
    }
}

/// A local time as the oracles write it, "2026-03-08T02:30:00".
struct WrittenTime: Decodable {
    let local: LocalTime
    let second: Int

    init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        let parts = text.split(separator: "T").map(String.init)
        let clock = parts.last?.split(separator: ":").compactMap { Int($0) } ?? []
        guard
            parts.count == 2, clock.count == 3,
            let date = CivilDate(parts[0]), let time = WallTime(hour: clock[0], minute: clock[1])
        else {
            throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: text))
        }
        local = LocalTime(date: date, time: time)
        second = clock[2]
    }
}
