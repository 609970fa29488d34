import Logging
import ServiceLifecycle

/// Runs a server until the task is cancelled; requests under way are still answered, for 20 seconds at most.
enum GracefulRun {
    static func run(_ service: some Service, logger: Logger) async throws {
        var configuration = ServiceGroupConfiguration(services: [.init(service: service)], logger: logger)
        // Whoever sends half a form, or stops reading a file, doesn't keep the server from stopping.
        configuration.maximumGracefulShutdownDuration = .seconds(20)
        let group = ServiceGroup(configuration: configuration)
        // A task of its own: cancelling the group itself would cut off requests.
        let serving = Task { try await group.run() }
        try await withTaskCancellationHandler {
            try await serving.value
        } onCancel: {
            Task { await group.triggerGracefulShutdown() }
        }
    }
}
