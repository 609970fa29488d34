import Foundation
import Interchange
import Testing
import WorkUnits
import Workload

@Suite struct HRSupplementReaderTests {
    static let header = """
        employee_number,assignment_id,kind,position,class,unit_code,unit_name,site,flsa_status,flsa_reason,fte,basis,\
        mon,tue,wed,thu,fri,sat,sun,base_rate,funding,reviewer,starts_on,ends_on
        """
    static let clerk = """
        1002,A-7,regular,School clerk,2141,C,Classified staff,101,nonexempt,,0.875,B,\
        07:30-16:00/30,07:30-16:00/30,07:30-16:00/30,07:30-16:00/30,390m,,,24.123456,0100,1009,2024-08-12,
        """

    static func read(_ rows: String...) throws -> HRSupplement {
        let folder = try TemporaryFolder()
        let text = ([header] + rows).joined(separator: "\n") + "\n"
        return try HRSupplementReader().read(path: try folder.write(text.utf8, to: "hr.csv"))
    }

    /// The clerk's row with one thing changed.
    static func reading(_ old: String, as new: String) throws -> HRSupplement {
        try read(clerk.replacing(old, with: new, maxReplacements: 1))
    }

    @Test func `a full row reads to the last field`() throws {
        let supplement = try Self.read(Self.clerk)

        let row = try #require(supplement.rows.first)
        #expect(supplement.findings.kept == [])
        #expect(row.assignmentID == "A-7")
        #expect(row.kind == .regular)
        #expect(row.unitCode == "C")
        #expect(row.site == "101")
        #expect(row.flsa == .nonexempt)
        #expect(row.fte?.description == "0.875")
        #expect(row.baseRate?.description == "24.123456")
        #expect(row.usualHours.keys.sorted() == [1, 2, 3, 4, 5])
        #expect(row.usualHours[1]?.paidMinutes == 480)
        #expect(row.usualHours[5] == .minutes(390))
        #expect(row.reviewerNumber == "1009")
        #expect(row.startsOn == CivilDate("2024-08-12"))
        #expect(row.endsOn == nil)
        #expect(row.line == 2)
    }

    @Test(arguments: [
        ("1002", "", "employee_number"), ("A-7", "", "assignment_id"), ("regular", "boss", "kind"),
        ("School clerk", " ", "position"), (",101,", ",,", "site"), ("2024-08-12", "", "starts_on"),
        ("2024-08-12", "tomorrow", "starts_on"),
    ])
    func `a row without a required field is left out`(old: String, new: String, field: String) throws {
        let supplement = try Self.reading(old, as: new)

        #expect(supplement.rows.isEmpty)
        #expect(supplement.findings.kept.allSatisfy { $0.field == field && $0.outcome == .leftOut && $0.line == 2 })
        #expect(supplement.findings.count > 0)
    }

    @Test(arguments: [
        ("0.875", "87.5", "fte"), ("24.123456", "24.1234567", "base_rate"), ("24.123456", "$24.12", "base_rate"),
        ("24.123456", "-3", "base_rate"), ("390m", "6.5", "fri"), ("390m", "16:00-16:00", "fri"),
        ("390m", "7:30-16:00/600", "fri"), (",1009,", ",1002,", "reviewer"), ("08-12,", "08-12,2024-08-11", "ends_on"),
        ("nonexempt", "exempt", "flsa_reason"), ("nonexempt", "salaried", "flsa_status"),
    ])
    func `a fault elsewhere blanks that field only`(old: String, new: String, field: String) throws {
        let supplement = try Self.reading(old, as: new)

        #expect(supplement.rows.count == 1)
        #expect(supplement.findings.kept.map(\.field) == [field])
        #expect(supplement.findings.kept.map(\.outcome) == [.leftOut])
    }

    @Test(arguments: [
        ("7:30-16:00/30", 480), ("07:30–13:00", 330), ("22:00-06:30/30", 480), ("390m", 390), ("1440m", 1_440),
        ("08:00 - 12:00", 240), ("00:00-23:59", 1_439),
    ])
    func `a weekday cell reads to paid minutes`(cell: String, minutes: Int) throws {
        #expect(try Self.reading("390m", as: cell).rows.first?.usualHours[5]?.paidMinutes == minutes)
    }

    @Test(arguments: [
        "0m", "1441m", "m", "7-3", "24:00-08:00", "07:30-16:00/", "07:30-16:00/30/5", "7:3-9:00", "-", "x",
    ])
    func `a cell that means no time of day is refused`(cell: String) throws {
        let supplement = try Self.reading("390m", as: cell)
        #expect(supplement.rows.first?.usualHours[5] == nil)
        #expect(supplement.findings.kept.map(\.field) == ["fri"])
    }

    @Test func `exempt needs its reason, and blank states nothing`() throws {
        #expect(
            try Self.reading("nonexempt,", as: "exempt,29 CFR 541.303").rows[0].flsa
                == .exempt(reason: "29 CFR 541.303")
        )
        #expect(try Self.reading("nonexempt", as: "").rows[0].flsa == .notStated)
    }

    @Test func `later states of an assignment are further rows, overlapping ones are left out`() throws {
        let ended = Self.clerk + "2024-12-31"
        let raised = Self.clerk.replacing("2024-08-12", with: "2025-01-01").replacing("24.123456", with: "25")

        #expect(try Self.read(ended, raised).rows.map(\.baseRate?.description) == ["24.123456", "25"])
        let overlapping = try Self.read(Self.clerk, raised)
        #expect(overlapping.rows.count == 1)
        #expect(overlapping.findings.kept.map(\.kind) == [.rowTwice])
    }

    @Test func `an assignment belongs to one person`() throws {
        let supplement = try Self.read(Self.clerk, Self.clerk.replacing("1002,A-7", with: "1003,A-7"))
        #expect(supplement.rows.map(\.employeeNumber) == ["1002"])
        #expect(supplement.findings.kept.map(\.field) == ["assignment_id"])
    }

    @Test func `headers as people write them are read`() throws {
        let folder = try TemporaryFolder()
        let header = "\u{FEFF}Employee Number,Assignment ID,Kind,Position,Site,Starts On"
        let path = try folder.write("\(header)\r\n1,a,extra duty,Coach,101,2024-08-12\r\n".utf8, to: "hr.csv")

        let supplement = try HRSupplementReader().read(path: path)

        #expect(supplement.rows.map(\.kind) == [.extraDuty])
        #expect(Set(supplement.findings.kept.map(\.kind)) == [.headerMisspelt, .headerMissing])
    }

    @Test func `a workbook, semicolons and a missing file are refused with what to do`() throws {
        let folder = try TemporaryFolder()
        let workbook = try folder.write("PK\u{3}\u{4}".utf8, to: "hr.xlsx")
        let semicolons = try folder.write(Self.header.replacing(",", with: ";").utf8, to: "hr.csv")
        #expect(throws: RosterFileError.workbook(file: "hr.xlsx")) { try HRSupplementReader().read(path: workbook) }
        #expect(throws: RosterFileError.notCommas(file: "hr.csv")) { try HRSupplementReader().read(path: semicolons) }
        #expect(throws: RosterFileError.self) { try HRSupplementReader().read(path: "/no/such.csv") }
    }

    @Test func `each example row of the reference reads without a finding`() throws {
        let root = URL(filePath: #filePath).appending(path: "../../../..").standardizedFileURL
        let text = try String(contentsOf: root.appending(path: "docs/reference/hr-supplement.md"), encoding: .utf8)
        let example = try #require(text.split(separator: "```csv\n").dropFirst().first?.split(separator: "```").first)
        let folder = try TemporaryFolder()

        let supplement = try HRSupplementReader().read(path: try folder.write(example.utf8, to: "hr.csv"))

        #expect(supplement.findings.kept == [])
        #expect(supplement.rows.count == example.split(separator: "\n").count - 1)
    }

    @Test(arguments: [
        ("24.50", 24_500_000), ("0.000001", 1), ("18", 18_000_000), ("999999999.999999", 999_999_999_999_999),
    ])
    func `an exact decimal comes out as it went in`(text: String, count: Int64) {
        #expect(Millionths(text)?.count == count)
        #expect(Millionths(count: count).description == (text == "24.50" ? "24.5" : text))
    }

    @Test(arguments: ["", ".", "1.", ".5", "1.2345678", "1,5", "+1", "-1", "1e3", "1234567890", " 1", "１"])
    func `text that isn't a plain decimal is no decimal`(text: String) {
        #expect(Millionths(text) == nil)
    }
}
