import Testing
import WorkUnits

/// A case from the test suite of another time-keeping program.
struct PeerCase: Decodable, CustomTestStringConvertible {
    let id: String
    let family: String
    let rules: Rules
    let work: [Work]
    let expectByDay: [Day]?
    let expect: Expectation?

    var testDescription: String { id }

    struct Rules: Decodable {
        let timezone: String
        let dayAssignment: String?
    }

    struct Work: Decodable {
        let start: WrittenTime
        let end: WrittenTime
    }

    struct Day: Decodable {
        let date: CivilDate
        let totalMinutes: Double

        /// The peers give four decimals of a minute; time is compared in whole seconds.
        var seconds: Int64 { Int64((totalMinutes * 60).rounded()) }
    }

    struct Expectation: Decodable { let wallMinusElapsedMinutes: Int }
}

extension PeerCase {
    func expectedSecondsByDay() throws -> [CivilDate: Int64] {
        let days = try #require(expectByDay)
        return Dictionary(uniqueKeysWithValues: days.map { ($0.date, $0.seconds) })
    }
}

extension PeerCase.Work {
    /// The stretch between two local times that may lie days apart, none of them in doubt.
    func span(in zone: some ZoneRules) throws -> WorkSpan {
        try WorkSpan(start: try Self.moment(start, in: zone), end: try Self.moment(end, in: zone), in: zone)
    }

    private static func moment(_ written: WrittenTime, in zone: some ZoneRules) throws -> Instant {
        guard case .one(let minute) = zone.resolve(written.local.date, written.local.time) else { throw InDoubt() }
        return Instant(secondsSince1970: minute.secondsSince1970 + Int64(written.second))
    }

    struct InDoubt: Error {}
}

/// A peer's entry read by us: what we ask is answered as the peer assumes, the earlier moment of two, and a skipped
/// time moved forward over the gap.
struct PeerReading {
    /// What we make of the entry before any answer.
    let unaided: SpanReading
    /// The stretch after the answers.
    let span: WorkSpan
    /// Minutes from start to end on the clock.
    let wallMinutes: Int

    init(_ work: PeerCase.Work, in zone: some ZoneRules) throws {
        var written = WallSpan(workDate: work.start.local.date, from: work.start.local.time, to: work.end.local.time)
        unaided = try written.read(in: zone)
        var reading = unaided
        while case .question(let question) = reading {
            written = try written.answering(question)
            reading = try written.read(in: zone)
        }
        span = try reading.settled()
        let minutes = written.to.minutesSinceMidnight - written.from.minutesSinceMidnight
        wallMinutes = minutes > 0 ? minutes : minutes + 1440
    }
}

extension WallSpan {
    fileprivate func answering(_ question: ClockQuestion) throws -> WallSpan {
        var (to, chosenStart, chosenEnd) = (to, chosenStart, chosenEnd)
        switch question {
        case .ambiguous(.start, let earlier, _): chosenStart = earlier
        case .ambiguous(.end, let earlier, _): chosenEnd = earlier
        case .missing(.end, let gap):
            let length = gap.to.time.minutesSinceMidnight - gap.from.time.minutesSinceMidnight
            to = try #require(WallTime(minutesSinceMidnight: to.minutesSinceMidnight + length))
        case .missing(.start, _): throw SpanReading.Unsettled(reading: .question(question))
        }
        return WallSpan(workDate: workDate, from: from, to: to, chosenStart: chosenStart, chosenEnd: chosenEnd)
    }
}
