import Foundation
public import Postgres

/// Signing in and out, and finding out who is behind a session.
public struct SignIns: Sendable {
    /// How an attempt to sign in ended.
    public enum Outcome: Sendable {
        /// Signed in: the secret for the cookie.
        case signedIn(SessionSecret)
        /// Name or password is not right; which of them is not said.
        case refused
        /// Too many refusals: wait so many seconds.
        case wait(seconds: Int)
    }

    private let database: Database
    private let passwords = PasswordChecker()

    /// - Parameter database: signed in as the server.
    public init(_ database: Database) {
        self.database = database
    }

    /// Tries to sign in.
    ///
    /// - Parameters:
    ///   - name: sign-in name or employee number.
    ///   - password: as typed.
    ///   - network: the address the request came from.
    ///   - device: what the browser says it is, for the list of sessions.
    ///   - district: where.
    public func signIn(
        name: String, password: String, network: String, device: String, district: District
    ) async throws -> Outcome {
        let nobody = district.identity()
        let begun = try await database.write(as: nobody, ["select * from begin_sign_in(\(name), \(network))"])[0][0]
        let seconds = try begun.decode("seconds", as: Int.self)
        guard seconds == 0 else { return .wait(seconds: seconds) }

        let account = try begun.decode("account_id", as: UUID?.self)
        let hash = try begun.decode("password_hash", as: String?.self)
        guard try await passwords.matches(password, hash), let account else {
            _ = try await database.write(as: nobody, ["select refuse_sign_in(\(account), \(name), \(network))"])
            return .refused
        }
        let secret = SessionSecret()
        _ = try await database.write(
            as: nobody, ["select start_session(\(account), \(secret.digest), \(network), \(device))"])
        return .signedIn(secret)
    }

    /// Who is behind a session; nil when it has ended or never was.
    public func caller(_ secret: SessionSecret, in district: District) async throws -> Caller? {
        let digest = secret.digest
        let rows = try await database.write(
            as: district.identity(), ["select * from caller_for_session(\(digest))"])
        return try rows[0].first.map { try Caller(row: $0, digest: digest, district: district) }
    }
}
