import Evidence
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import WorkUnits
import Workload

/// The caller's receipts and proofs: the list of them, and each as a file.
struct ReceiptRoutes: Sendable {
    let pages: SitePages
    let now: @Sendable () -> Instant

    func add(to router: some RouterMethods<SignedInContext>) {
        router.get("\(Links.receipts)", use: list)
        router.get("\(Links.Pattern.receipt)", use: receipt)
        router.get("\(Links.Pattern.proof)", use: proof)
    }

    @Sendable
    private func list(_ request: Request, context: SignedInContext) async throws -> Response {
        let progress = try await SealProgress(context, now: now())
        return try pages.html(
            ReceiptsPage(
                pages.context(request, context),
                progress.events.map { event in
                    ReceiptSummary(
                        entryID: event.entryID.text, version: event.version, day: event.workDate,
                        worked: event.worked, isTakenOut: event.isTakenOut,
                        received: context.clock.localTime(at: event.stamp.received),
                        files: progress.files(of: event, on: context.clock))
                },
                hasKey: progress.hasKey, limit: Proofs.listedAtMost, today: context.clock.date(at: now())))
    }

    @Sendable
    private func receipt(_ request: Request, context: SignedInContext) async throws -> Response {
        let (entry, version) = try asked(context)
        let proofs = context.desk.proofs
        let events = try await proofs.mine(entry: entry, as: context.caller)
        guard let event = events.first(where: { $0.version == version }),
            let receipt = proofs.receiptKey?.receipt(of: event.stamp)
        else { throw Self.nothingThere }
        return .file(named: "receipt-\(entry.shortReference)-\(version).txt", ByteBuffer(bytes: receipt.bytes))
    }

    @Sendable
    private func proof(_ request: Request, context: SignedInContext) async throws -> Response {
        let (entry, version) = try asked(context)
        guard let proof = try await context.desk.proofs.proof(of: entry, version: version, as: context.caller) else {
            throw Self.nothingThere
        }
        return .file(named: "proof-\(entry.shortReference)-\(version).tlog-proof", ByteBuffer(bytes: proof.bytes))
    }

    private func asked(_ context: SignedInContext) throws -> (entry: UUID, version: Int) {
        guard let entry = context.parameters.get("entry").flatMap(UUID.init(uuidString:)),
            let version = context.parameters.get("version").flatMap(Int.init)
        else { throw Self.nothingThere }
        return (entry, version)
    }

    private static var nothingThere: WorkloadError { WorkloadError(.notFound, "There is no such entry.") }
}

/// The events of the caller's entries, and how far the log is.
struct SealProgress {
    let events: [Proofs.MyEvent]
    /// Whether the server signs receipts.
    let hasKey: Bool
    private let log: Proofs.Progress
    private let now: Instant

    /// - Parameter entry: which one's events; nil for the newest of all.
    init(_ context: SignedInContext, entry: UUID? = nil, now: Instant) async throws {
        let proofs = context.desk.proofs
        events = try await proofs.mine(entry: entry, as: context.caller)
        log = try await proofs.progress(as: context.caller)
        hasKey = proofs.receiptKey != nil
        self.now = now
    }

    /// What the caller can take away of a version; nil for one that has no event.
    func files(of version: Int, on clock: SiteZone) -> VersionFiles? {
        events.first { $0.version == version }.map { files(of: $0, on: clock) }
    }

    /// What the caller can take away of an event.
    func files(of event: Proofs.MyEvent, on clock: SiteZone) -> VersionFiles {
        VersionFiles(seal: seal(of: event, on: clock), hasReceipt: hasKey)
    }

    /// Who else has seen all of these events sealed.
    func checked(on clock: SiteZone) -> CheckedBy? {
        let places = events.map(\.index)
        guard !places.contains(nil), let last = places.compactMap(\.self).max() else { return nil }
        return CheckedBy(log.checkers, past: last, clock: clock)
    }

    private func seal(of event: Proofs.MyEvent, on clock: SiteZone) -> Seal {
        if let index = event.index, index < log.signedSize { return .sealed }
        let sealedBy = event.stamp.sealedBy
        return now <= sealedBy ? .waiting : .expected(by: clock.localTime(at: sealedBy))
    }
}

extension EventStamp {
    /// When it was received, to the second.
    var received: Instant { Instant(secondsSince1970: receivedMilliseconds / 1000) }

    /// By when its receipt says that it is sealed.
    fileprivate var sealedBy: Instant {
        Instant(secondsSince1970: (receivedMilliseconds + Receipt.sealedWithinMilliseconds) / 1000)
    }
}
