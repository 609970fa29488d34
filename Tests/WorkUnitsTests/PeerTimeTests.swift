import Testing
import WorkUnits

/// Results of other time-keeping programs. Where they guess, we ask, and give the answer that they assume.
struct PeerTimeTests {
    @Test func `all cases of the oracles are there to be tried`() throws {
        let families = ["dst", "split_by_day", "day_assignment"]
        #expect(try families.map { try Vectors.peerCases($0).count } == [16, 8, 9])
        #expect(try Vectors.zones().map(\.transitions.count) == [6, 6, 6, 6, 6, 0, 0, 0, 6, 6])
    }

    @Test(arguments: try Vectors.peerCases("dst").filter { $0.expectByDay != nil })
    func `a shift over a clock change has the peer's day and minutes`(peer: PeerCase) throws {
        // given the peer's entries, which it assigns to the day on which the shift starts
        let zone = try SiteZone(peer.rules.timezone)
        let expected = try #require(peer.expectByDay?.first)
        // when each is read
        let spans = try peer.work.map { try PeerReading($0, in: zone).span }
        // then their minutes are the day's, and the shift's first entry starts on it
        #expect(try Int64(spans.map(\.minutes).total().count * 60) == expected.seconds)
        #expect(spans.first?.workDate == expected.date)
    }

    @Test(arguments: try Vectors.peerCases("dst").filter { $0.expect != nil })
    func `wall clock less elapsed time is the peer's`(peer: PeerCase) throws {
        let reading = try PeerReading(try #require(peer.work.first), in: try SiteZone(peer.rules.timezone))
        #expect(reading.wallMinutes - reading.span.minutes.count == peer.expect?.wallMinusElapsedMinutes)
    }

    @Test(arguments: ["tt-dstoff-20", "tt-dstoff-21", "tt-dstoff-23"])
    func `an end that the peer moves out of the gap is a question of ours`(id: String) throws {
        let peer = try #require(try Vectors.peerCases("dst").first { $0.id == id })
        let reading = try PeerReading(try #require(peer.work.first), in: try SiteZone(peer.rules.timezone))
        guard case .question(.missing(.end, let gap)) = reading.unaided else {
            Issue.record("the end of \(id) should be asked")
            return
        }
        #expect(gap.from.description == "2013-03-10 02:00")
    }

    @Test(arguments: try Vectors.peerCases("split_by_day"))
    func `a stretch is cut at midnight as the peer cuts it`(peer: PeerCase) throws {
        #expect(try secondsByDay(of: peer) == peer.expectedSecondsByDay())
    }

    @Test(arguments: try Vectors.peerCases("day_assignment").filter { $0.rules.dayAssignment == "split_at_midnight" })
    func `a shift is split at midnight as the peer splits it`(peer: PeerCase) throws {
        var expected = try peer.expectedSecondsByDay()
        if peer.id == "tt-punch-SplitAtMidnightBasicD" {
            // The peer cuts a shift only where one entry spans midnight, and leaves these two entries on one day.
            // Time itself has no such rule: the entry after midnight is the next day's.
            expected = [try day("2021-05-09"): 360 * 60, try day("2021-05-10"): 120 * 60]
        }
        #expect(try secondsByDay(of: peer) == expected)
    }

    @Test(arguments: try Vectors.peerCases("day_assignment").filter { $0.rules.dayAssignment == "day_shift_starts" })
    func `a stretch belongs to the day on which it starts`(peer: PeerCase) throws {
        let zone = try SiteZone(peer.rules.timezone)
        let spans = try peer.work.map { try $0.span(in: zone) }
        let seconds = spans.map { ($0.workDate, Int64($0.minutes.count * 60)) }
        #expect(try Dictionary(uniqueKeysWithValues: seconds) == peer.expectedSecondsByDay())
    }

    private func secondsByDay(of peer: PeerCase) throws -> [CivilDate: Int64] {
        let zone = try SiteZone(peer.rules.timezone)
        let pieces = try peer.work.flatMap { try $0.span(in: zone).cutAtMidnights(in: zone) }
        return pieces.reduce(into: [:]) { seconds, piece in
            seconds[piece.workDate, default: 0] += piece.end.secondsSince1970 - piece.start.secondsSince1970
        }
    }
}
