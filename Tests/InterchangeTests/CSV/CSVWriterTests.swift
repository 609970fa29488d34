import Interchange
import Testing

@Suite struct CSVWriterTests {
    private static func written(_ field: String) -> String {
        var writer = CSVWriter()
        writer.row([field])
        return String(decoding: writer.takeBytes(), as: UTF8.self)
    }

    @Test(arguments: [
        ("plain", "plain\r\n"), ("a,b", "\"a,b\"\r\n"), ("say \"hi\"", "\"say \"\"hi\"\"\"\r\n"),
        ("two\nlines", "\"two\nlines\"\r\n"), ("a=b", "a=b\r\n"), ("é", "é\r\n"),
    ])
    func `text is quoted only where RFC 4180 needs it`(field: String, expected: String) {
        #expect(Self.written(field) == expected)
    }

    @Test(arguments: ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "\nx", "\0x", "＝1", "－1"])
    func `text that a spreadsheet would compute is written as text`(field: String) {
        #expect(Self.written(field) == "\"'\(field)\"\r\n")
    }

    @Test func `a negative number stays a number`() {
        var writer = CSVWriter()
        writer.field("net")
        writer.field(-1_250)
        writer.endRow()
        #expect(String(decoding: writer.takeBytes(), as: UTF8.self) == "net,-1250\r\n")
    }

    @Test func `what is taken is gone, and the next row begins without a comma`() {
        var writer = CSVWriter()
        writer.row(["a", "b"])
        let first = writer.takeBytes()
        writer.row(["c"])
        #expect(first == Array("a,b\r\n".utf8))
        #expect(writer.takeBytes() == Array("c\r\n".utf8))
    }

    @Test func `what is written reads back`() throws {
        let rows = [["a", "", "c,d"], ["\"", "two\r\nlines", "ñ"], ["x", " y ", "z\""]]
        var writer = CSVWriter()
        for row in rows { writer.row(row) }
        #expect(try CSVReaderTests.rows(writer.takeBytes(), pieces: 5) == rows)
    }
}
