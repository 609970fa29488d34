import AsyncHTTPClient
import Evidence
import Foundation
import Logging
import Schema
import ServiceLifecycle
import Workload

/// What runs where logs are sealed: the sealing, and the nightly check.
struct SealingServices {
    let sealers: @Sendable () async throws -> [Sealer]
    let http: HTTPClient
    let logger: Logger
    /// Where the nightly check leaves its figures; nil for nowhere.
    var figuresFile: String?

    var all: [any Service] {
        [
            SealingService(sealers: sealers, http: http, logger: logger),
            CheckService(
                sealers: sealers,
                examine: { sealer in
                    let signed = try await sealer.log.size() == 0 ? nil : try await sealer.signedState()
                    return try await DistrictCheck(sealer.database, district: sealer.district, schema: Schema())
                        .run(signed: signed)
                }, now: { .now }, logger: logger, figuresFile: figuresFile),
        ]
    }

    /// Runs them until the task is cancelled.
    func run() async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for service in all { group.addTask { try await service.run() } }
            try await group.waitForAll()
        }
    }
}
