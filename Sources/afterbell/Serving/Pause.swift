import ServiceLifecycle

/// The rest of a service between two rounds.
enum Pause {
    /// Waits; false when the program is to stop.
    static func goesOn(after duration: Duration) async -> Bool {
        do {
            try await cancelWhenGracefulShutdown { try await Task.sleep(for: duration) }
            return true
        } catch {
            return false
        }
    }
}
