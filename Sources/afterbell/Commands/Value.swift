import ArgumentParser
import PayRules
import StrictJSON
import WorkUnits

/// Values the hours in a file under the rule sets in files. Needs no database.
struct Value: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Value hours under laws and agreements, from files.",
        discussion: """
            HOURS and RULES are JSON: docs/reference/value.md and docs/reference/rule-sets.md say how they are written; \
            docs/examples/value has some to start from. Rule sets that come with Afterbell can be named without a path: \
            --rules flsa.json. Files of one name whose "valid" dates follow each other are versions of one rule set.

            Exit status: 0 valued; 2 the input is refused, with every finding on standard error; 1 anything else.
            """)

    @OptionGroup var files: ValueFiles

    @Flag(help: "Print JSON.")
    var json = false

    @Flag(help: "Print how each amount came about, in words and numbers.")
    var explain = false

    func run() async throws {
        try ValueFiles.reportingRefusals {
            let (hours, rules) = try files.read()
            let engine = PayEngine(try RuleFile.series(of: rules))
            let valuation = try engine.value(hours)
            if json { print(try valuation.json(hours).text, terminator: "") }
            if explain {
                let text = try valuation.readings.map { try Explanation(hours, $0).text() }.joined(separator: "\n")
                ValueFiles.write(text, toErrors: json)
            }
            if !json, !explain || valuation.readings.count > 1 {
                print(try valuation.summary(hours), terminator: "")
            }
        }
    }
}

/// Lists where two readings of the same hours differ, and which rule makes each difference.
struct Compare: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "List where two rule sets read the same hours differently, and why.",
        discussion: """
            Both rule sets are applied to all hours, whatever dates they are for. Amounts are B less A; the differences \
            add up to the difference of the totals.

            Exit status: 0 compared; 2 the input is refused, with every finding on standard error; 1 anything else.
            """)

    @OptionGroup var files: ValueFiles

    @Flag(help: "Print JSON.")
    var json = false

    func validate() throws {
        guard files.rules.count == 2 else {
            throw ValidationError("Name two rule sets: --rules A.json --rules B.json.")
        }
    }

    func run() async throws {
        try ValueFiles.reportingRefusals {
            let (hours, rules) = try files.read()
            let series = rules.map { RuleSeries(asIfAlways: $0.ruleSet) }
            let readings = try PayEngine(series).value(hours).readings
            let comparison = try Comparison(readings[0], readings[1], of: hours)
            print(json ? try comparison.json(hours).text : try comparison.summary(hours), terminator: "")
        }
    }
}
