import Evidence
import Foundation
import HTTPTypes
import HummingbirdTesting
import Postgres
import Support
import Testing
import Workload

@testable import WorkloadWeb

@Suite("The page of the evidence log, and who has looked")
struct EvidenceRoutesTests {
    private let log: LogSigner
    private let site: TestSite

    init() async throws {
        log = try LogSigner()
        site = try await TestSite.make(people: 3, roles: [2: ["hr"], 3: ["auditor"]], receiptKey: log.receiptKey)
    }

    private var database: TestDatabase { site.school.database }

    @Test func `before anything is signed the page says so, and there is no checkpoint to take`() async throws {
        try await site.application.test(.router) { client in
            let page = try await site.visitor(1).get("/evidence", client)
            #expect(page.status == .ok)
            #expect(page.text.contains("Nothing is sealed here yet"))
            let file = try await site.visitor(1).get("/evidence/checkpoint.txt", client)
            #expect(file.status == .notFound)
        }
    }

    @Test func `a signed log shows how many events it holds, its key, and that nobody else has checked`() async throws {
        try await log.seal(database)
        let checkpoint = try await log.sign(database)
        try await site.application.test(.router) { client in
            let page = try await site.visitor(1).get("/evidence", client)
            #expect(page.text.contains("<b>\(checkpoint.head.size) events</b> sealed, the last on <b>"))
            #expect(page.text.contains("Nobody else has checked yet"))
            #expect(page.text.contains(log.key.verifier.description))
            let file = try await site.visitor(1).get("/evidence/checkpoint.txt", client)
            #expect(file.headers[.contentDisposition]?.hasPrefix("attachment") == true)
            let note = try SignedNote(parsing: Array(file.text.utf8))
            #expect(try note.checkpoint(of: log.key.verifier).checkpoint == checkpoint)
        }
    }

    @Test func `once somebody else signs, the page says who, since when, and when last`() async throws {
        try await log.seal(database)
        let first = try await log.sign(database)
        try await log.cosign(first, at: 1_787_193_360, database)
        try await site.application.test(.router) { client in
            _ = try await site.visitor(2).get("/people", client)
            try await log.seal(database)
            let second = try await log.sign(database)
            try await log.cosign(second, at: 1_787_279_760, database)
            let page = try await site.visitor(1).get("/evidence", client)

            let words =
                "<b>\(second.head.size) events</b>. Nobody has changed one since <b>Aug 19, 7:36 PM</b>; checked by "
                + "union.example.org, <b>Aug 20, 7:36 PM</b>."
            #expect(page.text.contains(words))
            #expect(!page.text.contains("Nobody else has checked yet"))
            let file = try await site.visitor(1).get("/evidence/checkpoint.txt", client)
            let note = try SignedNote(parsing: Array(file.text.utf8))
            let witnessed = try note.checkpoint(of: log.key.verifier, witnesses: [log.checker.verifier])
            #expect(witnessed.cosignatures.count == 1)
        }
    }

    /// Keeps a nightly check as the sealer's host does.
    private func noteCheck(at moment: String, faults: Int) async throws {
        try await database.admin.write(
            as: database.district.identity(service: "postgres"),
            [
                """
                insert into log_check (checked_at, events, checked_rows, signed_size, faults, took_seconds)
                values (\(moment)::timestamptz, 9, 9, 9, \(faults), 1)
                """
            ])
    }

    @Test func `the last check of everything is told, and what it found`() async throws {
        try await log.seal(database)
        try await log.sign(database)
        try await site.application.test(.router) { client in
            try await noteCheck(at: "2026-08-19T03:00-07", faults: 0)
            let clean = try await site.visitor(1).get("/evidence", client)
            #expect(clean.text.contains("Everything was held against the seals on Aug 19, 3:00 AM"))
            try await noteCheck(at: "2026-08-20T03:00-07", faults: 2)
            let differs = try await site.visitor(1).get("/evidence", client)
            #expect(differs.text.contains("2 things are not as they were recorded, found Aug 20, 3:00 AM."))
            #expect(!differs.text.contains("Everything was held"))
        }
    }

    @Test func `a person sees who looked at their name, in which role and where, newest first`() async throws {
        try await site.application.test(.router) { client in
            let none = try await site.visitor(1).get("/looks", client)
            #expect(none.text.contains("Nobody has looked"))
            _ = try await site.visitor(2).get("/people?text=Family1", client)
            try await EventLog(database.admin, district: database.district).noteTaking(
                .person(site.school.people[0].employeeID), about: "Given1 Family1", for: .person)
            let looks = try await site.visitor(1).get("/looks", client)

            let operators = try #require(looks.text.range(of: "A packet of evidence"))
            let office = try #require(looks.text.range(of: "List of people"))
            #expect(operators.lowerBound < office.lowerBound)
            for words in ["Given2 Family2", "HR", "Operator", "Whoever runs the servers"] {
                #expect(looks.text.contains(words), "\(words)")
            }
            let theirs = try await site.visitor(3).get("/looks", client)
            #expect(theirs.text.contains("Nobody has looked"))
        }
    }

    @Test func `how often names were looked at is for HR, unions and auditors`() async throws {
        try await site.application.test(.router) { client in
            _ = try await site.visitor(2).get("/people", client)
            for (number, isShown) in [(1, false), (2, true), (3, true)] {
                let page = try await site.visitor(number).get("/evidence", client)
                #expect(page.text.contains("How often names were looked at") == isShown, "\(number)")
            }
        }
    }

    @Test(arguments: ["/evidence/verify.html", "/evidence/verify_packet.py"])
    func `a program that checks packets is handed out where it came along`(path: String) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "verifiers-\(UUID().text)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let name = URL(filePath: path).lastPathComponent
        try Data("checks".utf8).write(to: folder.appending(path: name))
        let withOne = try await TestSite.make(people: 1, verifiers: folder.path)
        try await withOne.application.test(.router) { client in
            let file = try await withOne.visitor(1).get(path, client)
            #expect(file.text == "checks")
            #expect(file.headers[.contentDisposition] == "attachment; filename=\"\(name)\"")
            let page = try await withOne.visitor(1).get("/evidence", client)
            #expect(page.text.components(separatedBy: "href=\"/evidence/verify").count == 2)
        }
        try await site.application.test(.router) { client in
            let missing = try await site.visitor(1).get(path, client)
            #expect(missing.status == .notFound)
            let page = try await site.visitor(1).get("/evidence", client)
            #expect(!page.text.contains(path))
        }
    }

    @Test(arguments: [
        "/receipts", "/looks", "/evidence", "/evidence/checkpoint.txt", "/evidence/verify.html",
        "/entries/5f0f6a52-7a0c-4b8e-9d0e-0a6f7b1c2d3e/versions/1/receipt.txt",
    ])
    func `nothing of it is open to strangers, and nothing is sent there`(path: String) async throws {
        try await site.application.test(.router) { client in
            let stranger = try await Visitor.stranger.get(path, client)
            #expect(stranger.status == .seeOther)
            #expect(stranger.headers[.location]?.hasPrefix("/sign-in?next=") == true)
            let sent = try await site.visitor(1).post(path, [], client)
            #expect(sent.status.kind == .clientError)
        }
    }

    @Test func `the page More leads to all of it, for those whose it is`() async throws {
        try await site.application.test(.router) { client in
            let more = try await site.visitor(1).get("/more", client)
            for path in ["/receipts", "/looks", "/evidence"] {
                #expect(more.text.contains("<a href=\"\(path)\">"), "\(path)")
            }
        }
    }
}
