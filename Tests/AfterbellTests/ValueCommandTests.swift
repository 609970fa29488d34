import Foundation
import PayRules
import StrictJSON
import Testing

/// `afterbell value` and `afterbell compare` as other programs call them.
struct ValueCommandTests {
    private static let clerk = "docs/examples/value/clerk-week.json"

    @Test func `hours are valued under rule sets that come along, named without a path`() throws {
        let run = try ValueProcess([
            "value", "--hours", Self.clerk, "--rules", "flsa", "--rules", "california-classified.json",
        ])
        #expect(run.status == 0)
        #expect(run.output.contains("Together, by workweek:"))
        #expect(run.output.hasSuffix("Not a promise of pay.\n"))
        #expect(run.errors.isEmpty)
    }

    @Test func `JSON has the names of the contract, and standard input is a file like another`() throws {
        let hours = try String(
            contentsOf: URL(filePath: #filePath).deletingLastPathComponent()
                .deletingLastPathComponent().deletingLastPathComponent().appending(path: Self.clerk), encoding: .utf8)
        let run = try ValueProcess(["value", "--hours", "-", "--rules", "flsa", "--json"], input: hours)
        #expect(run.status == 0)
        guard case .object(let members) = try JSONReader.read([UInt8](run.output.utf8)) else {
            Issue.record("no object")
            return
        }
        #expect(members.map(\.key) == ["readings", "combined"])
        for name in [
            "days", "by_multiplier", "workweeks", "regular_rate", "already_paid_cents", "lines", "shares", "because",
        ] {
            #expect(run.output.contains("\"\(name)\":"))
        }
    }

    @Test func `the explanation stands beside JSON on standard error, else on standard output`() throws {
        let plain = try ValueProcess(["value", "--hours", Self.clerk, "--rules", "flsa", "--explain"])
        #expect(plain.output.contains("It began when the workweek held 40 h"))
        let both = try ValueProcess(["value", "--hours", Self.clerk, "--rules", "flsa", "--explain", "--json"])
        #expect(both.output.hasPrefix("{") && both.errors.contains("It began when"))
    }

    @Test func `readings are compared, and the differences add up`() throws {
        let run = try ValueProcess([
            "compare", "--hours", Self.clerk, "--rules", "flsa", "--rules", "california-classified",
        ])
        #expect(run.status == 0)
        #expect(run.output.contains("B less A: 98.00"))
        let same = try ValueProcess(["compare", "--hours", Self.clerk, "--rules", "flsa", "--rules", "flsa", "--json"])
        #expect(same.output.contains("\"differences\": []") && same.output.contains("\"difference_cents\": 0"))
    }

    @Test func `input that is refused ends with 2, every finding on standard error, nothing on standard output`() throws
    {
        let hours = """
            { "zone": "Mars/Olympus", "employee": { "base_rate": "x" }, "entries": [
              { "id": "a", "start": "2026-05-04T09:00", "end": "2026-05-04T08:00", "color": "red" } ] }
            """
        let run = try ValueProcess(["value", "--hours", "-", "--rules", "flsa"], input: hours)
        #expect(run.status == 2)
        #expect(run.output.isEmpty)
        for path in ["$.zone", "$.employee.base_rate", "$.entries[0].end", "$.entries[0].color"] {
            #expect(run.errors.contains("-: \(path): "), "\(run.errors)")
        }
        let both = try ValueProcess(["value", "--hours", "-", "--rules", "nowhere.json"], input: hours)
        #expect(both.errors.contains("$.zone") && both.errors.contains("nowhere.json: there is no such file"))
        #expect(try ValueProcess(["value", "--hours", "nowhere.json", "--rules", "flsa"]).status == 2)
        #expect(try ValueProcess(["value", "--hours", Self.clerk, "--rules", "docs"]).status == 2)
    }

    @Test func `what is no refusal of input ends with 1`() throws {
        #expect(try ValueProcess(["value", "--hours", Self.clerk]).status == 1)
        #expect(try ValueProcess(["compare", "--hours", Self.clerk, "--rules", "flsa"]).status == 1)
        #expect(try ValueProcess(["value", "--hours", "-", "--rules", "-"]).status == 1)
        #expect(try ValueProcess(["value", "--help"]).status == 0)
    }

    @Test(arguments: try examples())
    func `each example of the documents is valued`(files: [String]) throws {
        let rules = files.dropFirst().flatMap { ["--rules", $0] }
        let run = try ValueProcess(["value", "--hours", files[0]] + rules)
        #expect(run.status == 0, "\(files): \(run.errors)")
    }

    /// The hours of the examples, each with a rule set: its own where there is one, else a federal one.
    private static func examples() throws -> [[String]] {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "docs/examples/value")
        let names = try FileManager.default.contentsOfDirectory(atPath: root.path).filter { $0.hasSuffix("-week.json") }
        return names.sorted().map { ["docs/examples/value/\($0)", "flsa", "certificated-extra-duty"] }
    }
}
