import ArgumentParser
import Evidence
import Foundation
import Schema
import StrictJSON
import Workload

/// `afterbell verify --district`: holds a district's database against its log, and says what differs.
struct DistrictVerification {
    let district: String
    let keys: String?
    let json: Bool

    /// - Throws: `ExitCode` 1 when something differs, 2 when it can't be checked.
    func run() async throws {
        let report: DistrictCheck.Report
        do {
            report = try await check()
        } catch {
            FileHandle.standardError.write(Data("\(error)\n".utf8))
            throw ExitCode(2)
        }
        print(json ? Self.json(report).canonical ?? "" : Self.text(report))
        if !report.faults.isEmpty { throw ExitCode.failure }
    }

    private func check() async throws -> DistrictCheck.Report {
        var operating = OperatingOptions()
        operating.district = district
        return try await operating.withDistrict { database, district in
            let folder = keys ?? ProcessInfo.processInfo.environment["AFTERBELL_KEYS"]
            let sealer = folder.map { Sealer(database, district: district, keys: $0) }
            let signed = try await sealer?.signedState()
            return try await DistrictCheck(database, district: district, schema: Schema()).run(signed: signed)
        }
    }

    private static func text(_ report: DistrictCheck.Report) -> String {
        let signed =
            report.signedSize > 0
            ? "The log leads to the state of \(report.signedSize) events that was signed last."
            : "Nothing of this log was signed yet."
        let uncounted =
            report.uncounted > 0
            ? " Totals were not: \(report.uncounted) entries wait to be counted; ask again in a minute." : ""
        let counts = "Checked \(report.events) events and \(report.rows) rows.\(uncounted)"
        guard !report.faults.isEmpty else { return "Every row is what its event says. \(counts)\n\(signed)" }
        let lines = report.faults.prefix(200).map { "- \($0)" }
        let more = report.faults.count > 200 ? ["- and \(report.faults.count - 200) more"] : []
        return (["\(report.faults.count) things are not as they were recorded:"] + lines + more + [counts])
            .joined(separator: "\n")
    }

    private static func json(_ report: DistrictCheck.Report) -> JSON {
        .object(
            .init("ok", .bool(report.faults.isEmpty)), .init("events", .number(report.events)),
            .init("rows", .number(report.rows)), .init("signed_size", .number(report.signedSize)),
            .init(
                "faults",
                .array(
                    report.faults.map { fault in
                        .object(
                            .init("what", .string(fault.what.rawValue)), .init("kind", .string(fault.kind)),
                            .init("subject", .string(fault.subject)),
                            fault.index.map { .init("index", .number($0)) },
                            .init("fields", .array(fault.fields.map { .string($0) })))
                    })))
    }
}
