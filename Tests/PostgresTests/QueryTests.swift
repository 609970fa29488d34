import Testing

@testable import Postgres

@Suite struct `a query` {
    @Test func `values become numbered parameters and never text`() {
        let name = "x'; drop table site; --"

        let query: Query = "select * from site where name = \(name) and number > \(7)"

        #expect(query.sql == "select * from site where name = $1 and number > $2")
        #expect(query.parameters.text(at: 0) == name)
        #expect(query.parameters.text(at: 1) == "7")
    }

    @Test func `nil becomes NULL`() {
        let query: Query = "select \(String?.none), \(Int?.some(3))"

        #expect(query.parameters.text(at: 0) == nil)
        #expect(query.parameters.text(at: 1) == "3")
    }

    @Test func `a part spliced in keeps its parameters and is numbered on`() {
        let filter: Query = "site = \("north") and day > \(3)"

        let query: Query = "select \(1) from entry where \(filter) limit \(9)"

        #expect(query.sql == "select $1 from entry where site = $2 and day > $3 limit $4")
        #expect((0..<4).map { query.parameters.text(at: $0) } == ["1", "north", "3", "9"])
    }

    @Test func `unsafe text is spliced as it is`() {
        let query: Query = "select * from \(unsafeSQL: "\"site\"") where id = \(1)"

        #expect(query.sql == "select * from \"site\" where id = $1")
    }

    @Test func `a NUL byte in a value or in the text is refused before anything is sent`() {
        let inValue: Query = "select \("a\0b")"
        let inText = Query(unsafeSQL: "select 1 \0")
        let inPart: Query = "select \(inValue)"

        for query in [inValue, inText, inPart] {
            #expect(throws: PostgresError.self) { try query.check() }
        }
    }

    @Test func `more parameters than the protocol can count are refused`() {
        var interpolation = Query.Interpolation(literalCapacity: 0, interpolationCount: 0)
        for number in 0...65_535 { interpolation.appendInterpolation(number) }

        #expect(throws: PostgresError.self) { try Query(stringInterpolation: interpolation).check() }
    }

    @Test func `for COPY the values stand in the text as quoted literals`() {
        let query: Query = "copy (select \("O'Neill \\ é"), \(Int?.none), \(5)) to stdout"

        #expect(query.inlined == #"copy (select E'O''Neill \\ é', NULL, '5') to stdout"#)
    }
}
