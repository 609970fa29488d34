import Testing
import WorkUnits

// Short ways to write values in tests; a wrong text fails the test where it stands.

func day(_ text: String) throws -> CivilDate { try #require(CivilDate(text)) }

func moment(_ text: String) throws -> Instant { try #require(Instant(text)) }

func time(_ text: String) throws -> WallTime { try WallTime(typed: text) }

func local(_ date: String, _ clock: String) throws -> LocalTime {
    LocalTime(date: try day(date), time: try time(clock))
}

extension SpanReading {
    /// The settled stretch; fails the test when there is a question instead.
    func settled() throws -> WorkSpan {
        guard case .span(let span) = self else { throw Unsettled(reading: self) }
        return span
    }

    struct Unsettled: Error { let reading: SpanReading }
}
