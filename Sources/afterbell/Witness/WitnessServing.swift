import Evidence
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore

/// A witness as a server.
struct WitnessServing {
    let witness: Witness
    let desk: WitnessDesk
    let host: String
    let port: Int
    let logger: Logger

    /// The application, to run or to test.
    ///
    /// - Parameter isReady: told the port once it listens.
    func application(isReady: @escaping @Sendable (Int) -> Void = { _ in }) -> some ApplicationProtocol {
        Application(
            router: WitnessRoutes(desk: desk, witness: witness, logger: logger).router,
            server: .http1(configuration: .init(idleTimeout: .seconds(30))),
            configuration: .init(
                address: .hostname(host, port: port), availableConnectionsDelegate: MaximumAvailableConnections(256)),
            onServerRunning: { channel in isReady(channel.localAddress?.port ?? 0) }, logger: logger)
    }

    /// Serves until the task is cancelled.
    func run(isReady: @escaping @Sendable (Int) -> Void) async throws {
        do {
            try await GracefulRun.run(application(isReady: isReady), logger: logger)
        } catch let error where "\(error)".contains("Address already in use") {
            throw PortRefused.inUse(port)
        }
    }
}
