import Dispatch

/// Hashes and checks passwords on a queue of its own, two at a time, so that neither requests nor memory (32 MiB each)
/// suffer when many people sign in at once.
actor PasswordChecker {
    private let queue = DispatchQueue(label: "afterbell.passwords", attributes: .concurrent)
    private let slots = DispatchSemaphore(value: 2)

    /// Hash of nobody's password: checked when the name is unknown, so that the answer takes as long.
    private static let nobody = Result { try PasswordHash.hashing(SessionSecret().text) }

    /// Whether the password matches. Without a hash the same time is spent and the answer is no.
    func matches(_ password: String, _ hash: String?) async throws -> Bool {
        try await run {
            guard let hash else {
                _ = try Self.nobody.get().matches(password)
                return false
            }
            return try PasswordHash(text: hash).matches(password)
        }
    }

    /// Hashes a new password.
    func hash(_ password: String) async throws -> String {
        try await run { try PasswordHash.hashing(password).text }
    }

    private func run<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            queue.async { [slots] in
                slots.wait()
                defer { slots.signal() }
                continuation.resume(with: Result(catching: work))
            }
        }
    }
}
