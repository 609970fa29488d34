import Interchange
import Testing

@Suite struct CSVReaderTests {
    /// All rows as text, with the file pushed in pieces of a size.
    static func rows(_ bytes: [UInt8], pieces size: Int = 65_536, limits: CSVReader.Limits = .init()) throws
        -> [[String]]
    {
        var reader = CSVReader(limits: limits)
        var rows: [[String]] = []
        let take = { (row: CSVRow) in rows.append((0..<row.count).map { row.text($0).text }) }
        for start in stride(from: 0, to: bytes.count, by: size) {
            try reader.read(bytes[start..<min(bytes.count, start + size)].span, take)
        }
        try reader.finish(take)
        return rows
    }

    static func rows(_ text: String, pieces size: Int = 65_536) throws -> [[String]] {
        try rows(Array(text.utf8), pieces: size)
    }

    @Test(arguments: [
        ("a,b\nc,d\n", [["a", "b"], ["c", "d"]]),
        ("a,b\r\nc,d", [["a", "b"], ["c", "d"]]),
        ("a,b\rc,d\r", [["a", "b"], ["c", "d"]]),
        ("\u{FEFF}a,b\n", [["a", "b"]]),
        ("a,,\n,\n", [["a", "", ""], ["", ""]]),
        ("\"a,b\",\"c\"\"d\"\n", [["a,b", "c\"d"]]),
        ("\"a\r\nb\",c\n", [["a\r\nb", "c"]]),
        ("\"\",x\n\"\"\n", [["", "x"], [""]]),
        ("\n\na\n\n", [["a"]]),
        ("a \"b\" c,d\n", [["a \"b\" c", "d"]]),
        ("\"a\"b,c\n", [["ab", "c"]]),
        ("\"\"\"\"\n", [["\""]]),
        ("\"a\"", [["a"]]),
        ("", []),
        ("é,ñ\n", [["é", "ñ"]]),
    ])
    func `a file reads as RFC 4180 says, whatever the pieces`(text: String, expected: [[String]]) throws {
        for size in [1, 2, 3, 7, 65_536] {
            #expect(try Self.rows(text, pieces: size) == expected, "pieces of \(size) bytes")
        }
    }

    @Test func `each field knows its line and character`() throws {
        var reader = CSVReader()
        var places: [[Int]] = []
        let text = "head\n\nñandú,\"two\nlines\",last\nnext,\"\"\n"
        try reader.read(Array(text.utf8).span) { row in
            places.append(
                [row.line] + (0..<row.count).flatMap { [row.position(of: $0).line, row.position(of: $0).column] }
            )
        }
        #expect(places == [[1, 1, 1], [3, 3, 1, 3, 7, 4, 8], [5, 5, 1, 5, 6]])
    }

    @Test func `bytes that are no UTF-8 are replaced and said to be`() throws {
        var reader = CSVReader()
        var texts: [CSVText] = []
        try reader.read([0x4D, 0xF1, 0x6F, 0x2C, 0x78, 0x0A].span) { texts = [$0.text(0), $0.text(1)] }
        #expect(texts[0].text == "M\u{FFFD}o")
        #expect(texts.map(\.isRepaired) == [true, false])
    }

    @Test func `flaws of a row are marked and the next row is clean`() throws {
        var reader = CSVReader()
        var flaws: [CSVRow.Flaws] = []
        try reader.read(Array("a\"b,c\n\"x\ny\",z\nplain,row\n".utf8).span) { flaws.append($0.flaws) }
        #expect(flaws == [.strayQuote, .lineBreakInField, []])
    }

    @Test func `an unclosed quote is an error that names the line where its row begins`() {
        #expect(throws: CSVError.unclosedQuote(line: 2)) { try Self.rows("a,b\nc,\"d\ne,f\n") }
    }

    @Test func `a field above the limit is an error, one at the limit is not`() throws {
        let limits = CSVReader.Limits(fieldBytes: 10, rowBytes: 100)
        #expect(try Self.rows(Array("0123456789,x\n".utf8), limits: limits) == [["0123456789", "x"]])
        for size in [1, 65_536] {
            #expect(throws: CSVError.fieldTooLong(line: 1, limit: 10)) {
                try Self.rows(Array("0123456789A,x\n".utf8), pieces: size, limits: limits)
            }
        }
    }

    @Test func `a row above the limit is an error`() {
        let limits = CSVReader.Limits(fieldBytes: 10, rowBytes: 8)
        #expect(throws: CSVError.rowTooLong(line: 2, limit: 8)) {
            try Self.rows(Array("a\n123,456,789\n".utf8), limits: limits)
        }
    }

    @Test func `UTF-16 is refused with what to do`() {
        let error = #expect(throws: CSVError.utf16) { try Self.rows([0xFF, 0xFE, 0x61, 0x00]) }
        #expect(error?.description.contains("UTF-8") == true)
    }

    @Test func `a row that is kept outlives the piece it came in`() throws {
        var reader = CSVReader()
        var kept: [CSVRow] = []
        for line in ["one,1\n", "two,2\n", "three,3\n"] { try reader.read(Array(line.utf8).span) { kept.append($0) } }
        #expect(kept.map { $0.text(0).text } == ["one", "two", "three"])
    }
}
