import Testing

@testable import Postgres

@Suite struct `an identity` {
    @Test func `role, path, settings and limits are set in that order`() {
        let identity = Identity(
            role: "afterbell_north",
            searchPath: "district_north, pg_temp",
            settings: [Setting(name: "afterbell.account_id", value: "7")],
            lockTimeoutMilliseconds: 200,
            statementTimeoutMilliseconds: 5_000
        )

        #expect(
            identity.statements == [
                "SET LOCAL ROLE \"afterbell_north\"",
                "SET LOCAL search_path = 'district_north', 'pg_temp'",
                "SET LOCAL \"afterbell.account_id\" = '7'",
                "SET LOCAL lock_timeout = 200",
                "SET LOCAL statement_timeout = 5000",
            ])
    }

    @Test(arguments: [
        ("plain", "'plain'"),
        ("", "''"),
        ("O'Neill", "'O''Neill'"),
        ("'; drop table site; --", "'''; drop table site; --'"),
        (#"a\b"#, #"E'a\\b'"#),
        (#"\'; drop"#, #"E'\\''; drop'"#),
        ("quote with a combining mark '\u{301}", "'quote with a combining mark ''\u{301}'"),
    ])
    func `a value is quoted so that it can't leave its literal`(value: String, literal: String) {
        let identity = Identity(role: "r", searchPath: "s", settings: [Setting(name: "a.b", value: value)])

        #expect(identity.statements.last == "SET LOCAL \"a.b\" = \(literal)")
    }

    @Test func `a role's name is quoted as an identifier`() {
        let identity = Identity(role: "a\"; reset role; --", searchPath: "s")

        #expect(identity.statements.first == "SET LOCAL ROLE \"a\"\"; reset role; --\"")
    }

    @Test func `an empty path means no schema`() {
        #expect(Identity(role: "r", searchPath: "").statements.last == "SET LOCAL search_path = ''")
    }

    @Test(arguments: [
        Identity(role: "a\0b", searchPath: "s"),
        Identity(role: "r", searchPath: "s\0"),
        Identity(role: "r", searchPath: "s", settings: [Setting(name: "a.b", value: "\0")]),
        Identity(role: "r", searchPath: "s", settings: [Setting(name: "a.b\0", value: "")]),
        Identity(role: "", searchPath: "s"),
    ])
    func `a NUL byte or an empty role is refused`(identity: Identity) {
        #expect(throws: PostgresError.self) { try identity.check() }
    }

    @Test func `statements are prepared apart for each role and path, not for each setting`() {
        let one = Identity(role: "r", searchPath: "s", settings: [Setting(name: "a.b", value: "1")])
        let two = Identity(role: "r", searchPath: "s", settings: [Setting(name: "a.b", value: "2")])
        let other = Identity(role: "r", searchPath: "t")

        #expect(one.scope == two.scope)
        #expect(one.scope != other.scope)
    }
}
