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
                var draft = try school.draft(for: person, day, "16:10", "19:35")
                draft.cause = .notSure
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
        let part = try run("verify", later, "--kept", packet)
        #expect(part.status == 0, "\(part.output)")
    }

    @Test func `a packet of somebody holds their entries and nobody else's`() async throws {
        _ = try run("seal", "init", "--origin", "hours.example.org/test")
        #expect(try run("export", "evidence", packet, "--person", "person2@example.org").status == 0)

        let verdict = try JSONReader.read(Array(try run("verify", packet, "--json").output.utf8))

        #expect(verdict["ok"]?.bool == true && verdict["entries"]?.wholeNumber == 2)
        let fields = try text(of: "fields.jsonl", in: packet)
        #expect(fields.contains(school.people[1].employeeID.text))
        #expect(!fields.contains(school.people[0].employeeID.text))
        #expect(!fields.contains("person1@example.org"))
    }

    @Test func `a union gets all events, and is shown those of its unit only`() async throws {
        _ = try run("seal", "init", "--origin", "hours.example.org/test")
        let written = try run("export", "evidence", packet, "--all", "--unit=-")
        #expect(written.status == 0, "\(written.errors)")

        let verdict = try run("verify", packet)

        #expect(verdict.output.contains("events of the record are in it. None was changed"))
        #expect(verdict.output.contains("show nothing of themselves to you"))
        let fields = try text(of: "fields.jsonl", in: packet)
        #expect(fields.contains("worked_minutes") && !fields.contains("\\\"kind\\\",\\\"employee\\\""))
    }

    @Test func `whoever is shown in a packet of everything can see that they were`() async throws {
        _ = try run("seal", "init", "--origin", "hours.example.org/test")
        #expect(try run("export", "evidence", packet, "--all", "--for", "hr").status == 0)

        let looks = try await school.database.admin.read(
            as: school.database.district.identity(service: "postgres"),
            ["select count(distinct employee_id) as shown, (select count(*) from employee) as all from read_person"])[
                0][0]
        #expect(try looks.decode("shown", as: Int.self) == looks.decode("all", as: Int.self))
    }

    @Test func `staff are not shown how severe administrators find an incident`() async throws {
        _ = try run("seal", "init", "--origin", "hours.example.org/test")
        let desk = DistrictDesk(school.database.district, database: school.database.server)
        let person = school.people[0]
        _ = try await desk.entries.record(
            try school.draft(for: person, "2026-08-18", "16:10", "19:35"), as: person.caller)
        _ = try run("seal", "once")
        #expect(try run("export", "evidence", packet, "--person", "1001").status == 0)

        let fields = try text(of: "fields.jsonl", in: packet)

        #expect(fields.contains("Schedules empty or wrong") && !fields.contains("severity"))
        #expect(!fields.contains("\\\"note\\\""))
    }

    @Test func `a state that somebody kept is led on from, when asked for`() async throws {
        _ = try run("seal", "init", "--origin", "hours.example.org/test")
        let kept = folder.path + "/kept.txt"
        let last =
            FileManager.default.contents(atPath: folder.path + "/keys/test/last-checkpoint.txt")
            ?? Data()
        try last.write(to: URL(filePath: kept))
        for _ in 0..<2 {
            #expect(try run("export", "evidence", packet, "--unit=-").status == 0)
            _ = try run("seal", "once")
        }

        let asked = try run("export", "evidence", packet, "--unit=-", "--kept", kept)

        #expect(asked.status == 0, "\(asked.errors)")
        #expect(try run("verify", packet, "--kept", kept).status == 0)
    }

    private func text(of file: String, in packet: String) throws -> String {
        let unzip = Process()
        unzip.executableURL = URL(filePath: "/usr/bin/python3")
        unzip.arguments = [
            "-c", "import sys, zipfile; sys.stdout.write(zipfile.ZipFile(sys.argv[1]).read(sys.argv[2]).decode())",
            packet, file,
        ]
        let pipe = Pipe()
        unzip.standardOutput = pipe
        try unzip.run()
        return String(decoding: try pipe.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
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
        (["export", "evidence", "x.zip", "--person", "b", "--unit", "a"], 64, "Say what it is about"),
        (["export", "evidence", "x.zip", "--all", "--incident", "a"], 64, "--all also with"),
        (["export", "evidence", "x.zip", "--all", "--for", "union"], 64, "Choose --for hr or --for auditor"),
        (["export", "evidence", "x.zip", "--person", "1001", "--for", "auditor"], 64, "--for person or --for hr"),
        (["export", "evidence", "x.txt", "--all"], 64, "ends in .zip"),
        (["verify", "--district", "test", "--kept", "x"], 64, "are for packets"),
        (["verify", "x.zip", "--keys", "x"], 64, "--keys goes with --district"),
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
