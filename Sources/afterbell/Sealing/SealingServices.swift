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

    var all: [any Service] {
        [
            SealingService(sealers: sealers, http: http, logger: logger),
            CheckService(
                sealers: sealers,
                examine: { sealer in
                    try await DistrictCheck(sealer.database, district: sealer.district, schema: Schema())
                        .run(signed: sealer.folder.lastSigned()?.head)
                }, now: { .now }, logger: logger),
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
