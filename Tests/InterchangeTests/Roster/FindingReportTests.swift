import Foundation
import Interchange
import Testing
import Workload

@Suite struct FindingReportTests {
    private static var findings: RosterFindings {
        var findings = RosterFindings()
        for line in 2...4 {
            findings.add(
                RosterFinding(
                    .dateForm,
                    .kept,
                    file: "users.csv",
                    line: line,
                    column: 5,
                    field: "dateLastModified",
                    what: "no instant",
                    done: "not needed"
                )
            )
        }
        findings.add(
            RosterFinding(.fileMissing, .leftOut, file: "orgs.csv", what: "no such file", done: "read as absent")
        )
        return findings
    }

    @Test func `a report prints place, what and what was done, and ends in counts`() {
        let text = FindingReport(Self.findings).text(showing: 2)
        #expect(
            text == """
                users.csv:2:5 dateLastModified: no instant — not needed
                users.csv:3:5 dateLastModified: no instant — not needed
                orgs.csv: no such file — read as absent

                4 findings:
                3  users.csv  date-form, kept
                1  orgs.csv  file-missing, left out

                """
        )
    }

    @Test func `no findings are said to be none`() {
        #expect(FindingReport(RosterFindings()).text() == "No findings.\n")
    }

    @Test func `the JSON holds the same findings and counts`() throws {
        struct Document: Decodable {
            let count: Int
            let tallies: [RosterFindings.Tally]
            let findings: [RosterFinding]
        }
        let json = try FindingReport(Self.findings).json()
        let document = try JSONDecoder().decode(Document.self, from: Data(json.utf8))
        #expect(document.count == 4)
        #expect(document.findings == Self.findings.kept)
        #expect(document.tallies == Self.findings.tallies)
    }

    @Test func `findings of two readings add up, those not kept included`() {
        let finding = RosterFinding(.rowRagged, .kept, file: "a.csv", line: 1, what: "w", done: "d")
        var one = RosterFindings()
        for _ in 0..<1_200 { one.add(finding) }
        var both = one
        both.add(one)
        #expect(both.count == 2_400)
        #expect(both.kept.count == RosterFindings.keptPerKind)
    }
}
