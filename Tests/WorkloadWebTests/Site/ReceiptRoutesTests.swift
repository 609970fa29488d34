import Evidence
import Foundation
import HTTPTypes
import HummingbirdTesting
import Postgres
import Support
import Testing
import Workload

@testable import WorkloadWeb

@Suite("Receipts and proofs of one's own entries")
struct ReceiptRoutesTests {
    private let log: LogSigner
    private let site: TestSite
    private let id = UUID()

    init() async throws {
        log = try LogSigner()
        site = try await TestSite.make(receiptKey: log.receiptKey)
    }

    private var database: TestDatabase { site.school.database }
    private var entry: String { "/entries/\(id.text)" }
    private var receipt: String { "\(entry)/versions/1/receipt.txt" }
    private var proof: String { "\(entry)/versions/1/proof.tlog-proof" }

    private func fields(to end: String = "19:35") -> [(String, String)] {
        [
            ("entryId", id.text), ("day", "2026-08-20"), ("from", "16:10"), ("to", end),
            ("workKind", "build_schedules"), ("cause", site.school.incidentID.text),
        ]
    }

    private func leafHash(version: Int = 1) async throws -> TreeHash? {
        let row = try await database.admin.read(
            as: database.district.identity(service: "postgres"),
            [
                """
                select leaf_hash from work_entry_version join event using (event_id)
                where work_entry_id = \(id) and version = \(version)
                """
            ])[0][0]
        return TreeHash(bytes: try row.decode("leaf_hash", as: [UInt8].self))
    }

    @Test func `a receipt is signed, names the event, and is the same each time`() async throws {
        try await site.application.test(.router) { client in
            let maya = site.visitor(1)
            _ = try await maya.post("/record", fields(), client)
            let answer = try await maya.get(receipt, client)
            let again = try await maya.get(receipt, client)

            #expect(
                answer.headers[.contentDisposition] == "attachment; filename=\"receipt-\(id.shortReference)-1.txt\"")
            let note = try SignedNote(parsing: Array(answer.text.utf8))
            let signers = try note.verified(by: [log.receiptKey.verifier])
            #expect(signers == [log.receiptKey.verifier])
            let leaf = try await leafHash()
            #expect(try Receipt(note.text).leaf == leaf)
            #expect(again.text == answer.text)
        }
    }

    @Test func `a program that sends again is given the same receipt, and so is the person's browser`() async throws {
        let person = site.school.people[0]
        let message = """
            {"id":"\(id.text)","assignment_id":"\(person.assignmentID)","site_id":"\(site.school.siteID)",
             "work_date":"2026-08-20","minutes":30,"category":"build_schedules","cause":"not_sure"}
            """
        struct Answer: Decodable { let receipt: String }
        try await site.application.test(.router) { client in
            let first = try await site.visitor(1).send("/api/entries", json: message, client)
            let second = try await site.visitor(1).send("/api/entries", json: message, client)
            let file = try await site.visitor(1).get(receipt, client)

            #expect(first.status == .created)
            #expect(second.status == .ok)
            for answer in [first, second] {
                #expect(try JSONDecoder().decode(Answer.self, from: Data(answer.text.utf8)).receipt == file.text)
            }
        }
    }

    @Test func `a proof is there once the entry is sealed and signed, and shows it`() async throws {
        try await site.application.test(.router) { client in
            let maya = site.visitor(1)
            _ = try await maya.post("/record", fields(), client)
            let before = try await maya.get(proof, client)
            #expect(before.status == .notFound)
            try await log.seal(database)
            let unsigned = try await maya.get(proof, client)
            #expect(unsigned.status == .notFound)
            let checkpoint = try await log.sign(database)
            let answer = try await maya.get(proof, client)

            let name = "proof-\(id.shortReference)-1.tlog-proof"
            #expect(answer.headers[.contentDisposition] == "attachment; filename=\"\(name)\"")
            let proof = try EntryProof(parsing: Array(answer.text.utf8))
            let leaf = try #require(proof.extra)
            #expect(try proof.checkpoint(holding: leaf, of: log.key.verifier)?.checkpoint == checkpoint)
            let hash = try await leafHash()
            #expect(TreeHash.leaf(leaf) == hash)
        }
    }

    @Test func `each version has its own receipt and proof`() async throws {
        try await site.application.test(.router) { client in
            let maya = site.visitor(1)
            _ = try await maya.post("/record", fields(), client)
            let corrected = fields(to: "19:20") + [("version", "1"), ("changeReason", "times")]
            _ = try await maya.post("\(entry)/correct", corrected, client)
            try await log.seal(database)
            try await log.sign(database)
            var leaves: [TreeHash] = []
            for version in 1...2 {
                let receipt = try await maya.get("\(entry)/versions/\(version)/receipt.txt", client)
                let proof = try await maya.get("\(entry)/versions/\(version)/proof.tlog-proof", client)
                let leaf = try Receipt(SignedNote(parsing: Array(receipt.text.utf8)).text).leaf
                let extra = try #require(try EntryProof(parsing: Array(proof.text.utf8)).extra)
                #expect(leaf == TreeHash.leaf(extra))
                leaves.append(leaf)
            }
            #expect(Set(leaves).count == 2)
        }
    }

    @Test func `what is not the caller's, and what never was, are answered in the same words`() async throws {
        let paths = ["receipt.txt", "proof.tlog-proof"].flatMap { file in
            ["1", "2", "0", "-1", "x", "99999999999999999999"].map { "\(entry)/versions/\($0)/\(file)" }
                + ["/entries/\(UUID().text)/versions/1/\(file)", "/entries/nonsense/versions/1/\(file)"]
        }
        try await site.application.test(.router) { client in
            _ = try await site.visitor(1).post("/record", fields(), client)
            try await log.seal(database)
            try await log.sign(database)
            var words: Set<String> = []
            for path in paths {
                let answer = try await site.visitor(2).get(path, client)
                #expect(answer.status == .notFound, "\(path)")
                words.insert(answer.wordsAlone)
                if !path.hasSuffix("/1/receipt.txt"), !path.hasSuffix("/1/proof.tlog-proof") {
                    let own = try await site.visitor(1).get(path, client)
                    #expect(own.status == .notFound, "\(path)")
                }
            }
            #expect(words.count == 1)
            let mine = try await site.visitor(1).get(receipt, client)
            #expect(mine.status == .ok)
        }
    }

    @Test func `pages lead to the receipt at once, and to the proof once there is one`() async throws {
        try await site.application.test(.router) { client in
            let maya = site.visitor(1)
            let empty = try await maya.get("/receipts", client)
            #expect(empty.text.contains("No receipts yet"))
            _ = try await maya.post("/record", fields(), client)
            for page in ["\(entry)/saved", entry, "/receipts"] {
                let waiting = try await maya.get(page, client)
                #expect(waiting.text.contains("href=\"\(receipt)\""), "\(page)")
                let words = page == "/receipts" ? "Waiting</span>" : "Will be sealed within a minute."
                #expect(waiting.text.contains(words), "\(page)")
                #expect(!waiting.text.contains(proof), "\(page)")
            }
            try await log.seal(database)
            try await log.sign(database)
            for page in ["\(entry)/saved", entry, "/receipts"] {
                let sealed = try await maya.get(page, client)
                #expect(sealed.text.contains("href=\"\(receipt)\""), "\(page)")
                #expect(sealed.text.contains("href=\"\(proof)\""), "\(page)")
                #expect(!sealed.text.contains("Will be sealed"), "\(page)")
                #expect(!sealed.text.contains("Waiting</span>"), "\(page)")
            }
            let theirs = try await site.visitor(2).get("/receipts", client)
            #expect(theirs.text.contains("No receipts yet"))
        }
    }

    @Test func `an entry's page says who else checked that nobody changed it, once they saw all of it`() async throws {
        try await site.application.test(.router) { client in
            let maya = site.visitor(1)
            _ = try await maya.post("/record", fields(), client)
            try await log.seal(database)
            try await log.cosign(try await log.sign(database), at: 1_787_279_760, database)
            let words = "Nobody has changed it since it was sealed; checked by union.example.org, Aug 20, 7:36 PM."
            let checked = try await maya.get(entry, client)
            #expect(checked.text.contains(words))

            let corrected = fields(to: "19:20") + [("version", "1"), ("changeReason", "times")]
            _ = try await maya.post("\(entry)/correct", corrected, client)
            try await log.seal(database)
            try await log.sign(database)
            let unseen = try await maya.get(entry, client)
            #expect(!unseen.text.contains("Nobody has changed it"))
        }
    }

    @Test func `a server without a key gives no receipts, and says so on the page of receipts alone`() async throws {
        let site = try await TestSite.make()
        let fields = fields().map { $0.0 == "cause" ? ($0.0, "not_sure") : $0 }
        try await site.application.test(.router) { client in
            let maya = site.visitor(1)
            let saved = try await maya.post("/record", fields, client)
            #expect(saved.status == .seeOther)
            let file = try await maya.get(receipt, client)
            #expect(file.status == .notFound)
            for page in ["\(entry)/saved", entry] {
                let answer = try await maya.get(page, client)
                #expect(!answer.text.contains("receipt.txt"), "\(page)")
                #expect(!answer.text.contains("Will be sealed"), "\(page)")
                #expect(!answer.text.contains("This server gives no receipts"), "\(page)")
            }
            let list = try await maya.get("/receipts", client)
            #expect(list.text.contains("This server gives no receipts"))
            #expect(!list.text.contains("No receipts yet"))
        }
    }
}

extension TestResponse {
    /// What the page says, without the number of its request.
    var wordsAlone: String {
        let main = text.components(separatedBy: "<main").last?.components(separatedBy: "</main>").first ?? ""
        return main.replacing(/[0-9a-f]{32}/, with: "")
    }
}
