import Testing

@testable import Workload

@Suite struct CopyRowTests {
    @Test func `fields are apart by tabs, nil is NULL, and signs of the format are escaped`() {
        var row = CopyRow()
        row.add("a\tb\\c\nd\re\0f")
        row.add(String?.none)
        row.add(7)
        row.add(true)
        row.end()

        #expect(String(decoding: row.take(), as: UTF8.self) == "a\\tb\\\\c\\nd\\ref\t\\N\t7\tt\n")
        #expect(row.bytes.isEmpty)
    }

    @Test func `pieces hold whole rows and every element once`() async {
        let rows = CopyRows(elements: 0..<40_000) { number, row in row.add(number) }
        var text: [UInt8] = []
        var pieces = 0

        for await piece in rows {
            #expect(piece.last == UInt8(ascii: "\n"))
            text += piece
            pieces += 1
        }

        #expect(pieces > 1)
        #expect(text.split(separator: UInt8(ascii: "\n")).count == 40_000)
    }

    @Test(arguments: [
        ("counselor", "Counselor"), ("siteAdministrator", "Site administrator"), ("ext:clerk", "Clerk"),
        ("ext:school_nurse", "School nurse"), ("ext:", "Staff"),
    ])
    func `a role word is said as people say it`(word: String, position: String) {
        #expect(RosterRoleKind(rawValue: word).position == position)
    }
}
