import ArgumentParser
import Foundation
import Interchange
import WorkUnits
import Workload

/// Imports a roster.
struct ImportRoster: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "roster", abstract: "Import a OneRoster zip, with an HR supplement if there is one.",
        discussion: "Formats: docs/reference/roster-import.md and docs/reference/hr-supplement.md.")

    @Argument(help: "OneRoster 1.1 or 1.2, bulk or delta, as a zip.")
    var zip: String

    @Option(help: "HR supplement, a CSV file.")
    var hr: String?

    @Flag(help: "Report what would be done, and change nothing.")
    var dryRun = false

    @Option(help: "How many people may end; without it at most 5 % of those on the roster.")
    var allowEnding: Int?

    @Flag(help: "Print the report as JSON.")
    var json = false

    @OptionGroup var operating: OperatingOptions

    private static func json(_ report: RosterReport) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(report), as: UTF8.self)
    }

    func run() async throws {
        let files = RosterFiles(zip: URL(filePath: zip), hr: hr.map { URL(filePath: $0) })
        let options = RosterImport.Options(isDryRun: dryRun, allowEnding: allowEnding)
        let report = try await operating.withDistrict { database, district in
            try await files.importInto(
                database, district, today: try SiteZone(district.zone).date(at: .now), options: options,
                by: "operator \(NSUserName())")
        }
        print(json ? try Self.json(report) : report.text + "\n" + FindingReport(report.findings).text())
    }
}
