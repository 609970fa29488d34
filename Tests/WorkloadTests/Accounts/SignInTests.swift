import Foundation
import Support
import Testing

@testable import Workload

@Suite struct SignInTests {
    let school: TestSchool
    let signIns: SignIns
    let book: AccountBook

    init() async throws {
        school = try await TestSchool.make(people: 2)
        signIns = SignIns(school.database.server)
        book = AccountBook(school.database.admin, district: school.database.district)
        try await book.reset(name: "person1@example.org", password: "correct horse battery")
    }

    private func attempt(
        _ name: String, _ password: String, network: String = "10.0.0.1"
    ) async throws -> SignIns.Outcome {
        try await signIns.signIn(
            name: name, password: password, network: network, device: "test", district: school.database.district)
    }

    @Test func `the right password signs in, by e-mail and by employee number`() async throws {
        for name in ["person1@example.org", "PERSON1@example.org ", "1001"] {
            guard case .signedIn(let secret) = try await attempt(name, "correct horse battery") else {
                Issue.record("\(name) was not signed in")
                continue
            }
            let caller = try await signIns.caller(secret, in: school.database.district)
            #expect(caller?.accountID == school.people[0].accountID)
        }
    }

    @Test func `a wrong password, an unknown name and an account without password are refused alike`() async throws {
        for name in ["person1@example.org", "nobody@example.org", "person2@example.org"] {
            guard case .refused = try await attempt(name, "wrong password") else {
                Issue.record("\(name) was not refused")
                continue
            }
        }
    }

    /// All at once, so that none waits for the answer to another.
    @Test func `after five guesses the network waits, and the person elsewhere does not`() async throws {
        let outcomes = try await withThrowingTaskGroup(of: SignIns.Outcome.self) { group in
            for _ in 0..<8 {
                group.addTask { try await attempt("person1@example.org", "wrong password", network: "10.6.6.6") }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }

        let waits = outcomes.compactMap { if case .wait(let seconds) = $0 { seconds } else { nil } }
        // Five go through; on a slow machine a wait of 2 or 4 seconds may be over before the last guess comes.
        #expect((1...3).contains(waits.count))
        #expect(waits.allSatisfy { (1...8).contains($0) })
        guard case .signedIn = try await attempt("person1@example.org", "correct horse battery") else {
            Issue.record("a stranger locked the person out")
            return
        }
    }

    @Test func `a disabled account neither signs in nor keeps its sessions`() async throws {
        guard case .signedIn(let secret) = try await attempt("person1@example.org", "correct horse battery") else {
            Issue.record("not signed in")
            return
        }
        try await book.disable(name: "person1@example.org")

        #expect(try await signIns.caller(secret, in: school.database.district) == nil)
        guard case .refused = try await attempt("person1@example.org", "correct horse battery") else {
            Issue.record("a disabled account signed in")
            return
        }
    }

    @Test func `a person sees and ends their own sessions only`() async throws {
        let sessions = Sessions(school.database.server)
        let (maya, tomas) = (school.people[0].caller, school.people[1].caller)
        guard case .signedIn(let secret) = try await attempt("person1@example.org", "correct horse battery"),
            let other = try await signIns.caller(secret, in: school.database.district)
        else {
            Issue.record("not signed in")
            return
        }

        let foreign = await #expect(throws: WorkloadError.self) { try await sessions.end(other.sessionID, as: tomas) }
        #expect(foreign?.kind == .notFound)
        try await sessions.endOthers(as: other)
        #expect(try await sessions.mine(as: other).map(\.id) == [other.sessionID])
        #expect(try await sessions.mine(as: maya).map(\.id) == [other.sessionID])
    }

    @Test func `short passwords, taken names and unknown people are refused with words`() async throws {
        let short = await #expect(throws: WorkloadError.self) {
            try await book.open(name: nil, employeeNumber: "1001", displayName: nil, password: "short")
        }
        #expect(short?.kind == .invalid)
        let taken = await #expect(throws: WorkloadError.self) {
            try await book.open(name: nil, employeeNumber: "1001", displayName: nil, password: "long enough to pass")
        }
        #expect(taken?.kind == .conflict)
        let unknown = await #expect(throws: WorkloadError.self) {
            try await book.open(name: nil, employeeNumber: "9999", displayName: nil, password: nil)
        }
        #expect(unknown?.kind == .notFound)
    }
}

@Suite struct PasswordHashTests {
    @Test func `a hash matches its own password only`() throws {
        let hash = try PasswordHash.hashing("correct horse battery")
        #expect(try hash.matches("correct horse battery"))
        #expect(try !hash.matches("correct horse batterz"))
        #expect(hash.text.hasPrefix("$scrypt$ln=15,r=8,p=3$"))
    }

    @Test func `a text that is no hash matches nothing`() throws {
        for text in ["", "$scrypt$", "$scrypt$ln=99,r=8,p=3$AAAA$AAAA", "$2b$12$abcdefg", "plain"] {
            #expect(try !PasswordHash(text: text).matches("plain"))
        }
    }
}
