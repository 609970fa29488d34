import Foundation
import Postgres
import StrictJSON
import Support
import Testing
import WorkUnits
import Workload

/// The commands of the log, in processes of their own: begin, seal, export, verify, and what they say when something is
/// wrong.
@Suite struct EvidenceCommandTests {
    let school: TestSchool
    let folder: URL

    init() async throws {
        school = try await TestSchool.make(people: 2)
        folder = FileManager.default.temporaryDirectory.appending(path: "evidence-\(UUID().uuidString.prefix(8))")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let desk = DistrictDesk(school.database.district, database: school.database.server)
        for day in ["2026-08-19", "2026-08-20"] {
            for person in school.people {
                let zone = try SiteZone("America/Los_Angeles")
                let stated = WallSpan(
                    workDate: try #require(CivilDate(day)), from: try WallTime(typed: "16:10"),
                    to: try WallTime(typed: "19:35"))
                guard case .span(let span) = try stated.read(in: zone) else { continue }
                let draft = EntryDraft(
                    id: UUID(), assignmentID: person.assignmentID, siteID: school.siteID, workDate: span.workDate,
                    time: .span(start: span.start, end: span.end, unpaidBreak: .zero), category: "build_schedules",
                    cause: .notSure)
                _ = try await desk.entries.record(draft, as: person.caller)
            }
        }
    }

    private func run(_ arguments: String...) throws -> ValueProcess {
        try ValueProcess(
            arguments,
            environment: [
                "AFTERBELL_ADMIN_DATABASE": school.database.conninfo, "AFTERBELL_KEYS": folder.path + "/keys",
            ])
    }

    private var packet: String { folder.path + "/packet.zip" }

    @Test func `from a log's first key to a packet that anybody checks`() async throws {
        let early = try run("export", "evidence", packet, "--all")
        #expect(early.status != 0 && early.errors.contains("Nothing of this log was signed yet"))
        let begun = try run("seal", "init", "--origin", "hours.example.org/test")
        #expect(begun.status == 0 && begun.output.contains("hours.example.org/test+"), "\(begun.errors)")
        #expect(try run("seal", "once").output.contains("Sealed 0 events"))
        #expect(try run("seal", "status").status == 0)

        let written = try run("export", "evidence", packet, "--all")
        #expect(written.status == 0, "\(written.errors)")
        #expect(written.output.contains("4 entries with 13 h 40 min"))

        let verdict = try run("verify", packet, "--json")
        #expect(verdict.status == 0)
        let json = try JSONReader.read(Array(verdict.output.utf8))
        #expect(json["ok"]?.bool == true && json["entries"]?.wholeNumber == 4 && json["minutes"]?.wholeNumber == 820)
        #expect(try run("verify", packet).output.contains("None was changed, removed or put in between"))

        // That the operator took it stands in the log, and the next packet says so.
        #expect(try run("seal", "once").output.contains("Sealed 1 events"))
        let later = folder.path + "/later.zip"
        #expect(try run("export", "evidence", later, "--person", "1001").status == 0)
        let part = try run("verify", later, "--kept", packet, "--json")
        #expect(part.output.contains("\"faults\":[{\"code\":\"kept\"") || part.status == 0, "\(part.output)")
    }

    @Test func `a packet of somebody holds their entries and nobody else's`() async throws {
        _ = try run("seal", "init", "--origin", "hours.example.org/test")
        #expect(try run("export", "evidence", packet, "--person", "person2@example.org").status == 0)

        let verdict = try JSONReader.read(Array(try run("verify", packet, "--json").output.utf8))

        #expect(verdict["ok"]?.bool == true && verdict["entries"]?.wholeNumber == 2)
        let unzip = Process()
        unzip.executableURL = URL(filePath: "/usr/bin/python3")
        unzip.arguments = [
            "-c", "import sys, zipfile; sys.stdout.write(zipfile.ZipFile(sys.argv[1]).read('fields.jsonl').decode())",
            packet,
        ]
        let pipe = Pipe()
        unzip.standardOutput = pipe
        try unzip.run()
        let fields = String(decoding: try pipe.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
        #expect(fields.contains(school.people[1].employeeID.text))
        #expect(!fields.contains(school.people[0].employeeID.text))
        #expect(!fields.contains("person1@example.org"))
    }

    @Test func `a row that was changed is named, and so is nothing when it is put back`() async throws {
        _ = try run("seal", "init", "--origin", "hours.example.org/test")
        #expect(try run("verify", "--district", "test").output.contains("Every row is what its event says"))
        let postgres = school.database.district.identity(service: "postgres")
        try await school.database.admin.write(
            as: postgres,
            [
                "update work_entry_version set students_served = 9 where work_date = '2026-08-20' and employee_id = \(school.people[0].employeeID)"
            ])

        let found = try run("verify", "--district", "test")

        #expect(found.status == 1)
        #expect(
            found.output.contains("work_entry") && found.output.contains("students_served is not what was recorded"))
        try await school.database.admin.write(as: postgres, ["update work_entry_version set students_served = null"])
        #expect(try run("verify", "--district", "test", "--json").output.contains("\"ok\":true"))
    }

    @Test(arguments: [
        (["verify"], 64, "Name a packet"), (["verify", "/nowhere.zip"], 2, "can't be read"),
        (["export", "evidence", "x.zip"], 64, "Say what it is about"),
        (["export", "evidence", "x.zip", "--all", "--unit", "a"], 64, "Say what it is about"),
        (["export", "evidence", "x.zip", "--person", "nobody"], 1, "Nobody on the roster"),
        (["export", "evidence", "x.zip", "--unit", "nothing"], 1, "There is no unit"),
        (["export", "evidence", "x.zip", "--incident", "nothing"], 1, "There is no incident"),
        (["seal", "init", "--origin", "a b"], 64, "no name of a log"), (["seal", "once"], 1, "has no key yet"),
        (["seal", "restored", "--reason", "short"], 1, "has no key yet"),
        (["verify", "--district", "elsewhere"], 2, "There is no district"),
    ])
    func `what can't be done says what to do`(_ arguments: [String], _ status: Int, _ words: String) throws {
        let done = try ValueProcess(
            arguments,
            environment: [
                "AFTERBELL_ADMIN_DATABASE": school.database.conninfo, "AFTERBELL_KEYS": folder.path + "/keys",
            ])

        #expect(done.status == status, "\(done.output)\(done.errors)")
        #expect((done.output + done.errors).contains(words), "\(done.output)\(done.errors)")
    }
}
