import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import WorkUnits
import Workload

/// How the evidence log stands, what to check it with, and who has looked at the caller's name or entries.
struct EvidenceRoutes: Sendable {
    let pages: SitePages
    let verifiers: Verifiers
    let now: @Sendable () -> Instant

    func add(to router: some RouterMethods<SignedInContext>) {
        router.get("\(Links.looks)", use: looks)
        router.get("\(Links.evidence)", use: evidence)
        router.get("\(Links.newestCheckpoint)", use: checkpoint)
        router.get("\(Links.pageVerifier)") { _, _ in
            try Self.verifier(named: "verify.html", type: "text/html; charset=utf-8", verifiers.page)
        }
        router.get("\(Links.pythonVerifier)") { _, _ in
            try Self.verifier(named: "verify_packet.py", type: "text/plain; charset=utf-8", verifiers.python)
        }
    }

    @Sendable
    private func looks(_ request: Request, context: SignedInContext) async throws -> Response {
        let looks = try await context.desk.proofs.looks(as: context.caller)
        return try pages.html(
            LooksPage(
                pages.context(request, context),
                looks.map {
                    LookSummary(
                        at: context.clock.localTime(at: $0.readAt), name: $0.name, role: $0.role, page: $0.page)
                },
                limit: Proofs.listedAtMost, today: context.clock.date(at: now())))
    }

    @Sendable
    private func evidence(_ request: Request, context: SignedInContext) async throws -> Response {
        let proofs = context.desk.proofs
        let state = try await proofs.state(checkpoints: 5, as: context.caller)
        let reads = context.caller.seesReadCounts ? try await proofs.readsByMonth(as: context.caller) : nil
        let content = EvidenceContent(
            state, reads: reads, verifiers: verifiers, clock: context.clock, today: context.clock.date(at: now()))
        return try pages.html(EvidencePage(pages.context(request, context), content))
    }

    @Sendable
    private func checkpoint(_ request: Request, context: SignedInContext) async throws -> Response {
        guard let newest = try await context.desk.proofs.newestCheckpoint(as: context.caller) else {
            throw WorkloadError(.notFound, "Nothing of this log was signed yet.")
        }
        return .file(named: "checkpoint-\(newest.size).txt", ByteBuffer(string: newest.note))
    }

    private static func verifier(named name: String, type: String, _ bytes: ByteBuffer?) throws -> Response {
        guard let bytes else { throw WorkloadError(.notFound, "There is no such file.") }
        return .file(named: name, type: type, bytes)
    }
}

extension EvidenceContent {
    /// The state of the log as the page shows it.
    init(
        _ state: Proofs.LogState, reads: [Proofs.MonthOfReads]?, verifiers: Verifiers, clock: SiteZone,
        today: CivilDate
    ) {
        self.init(
            checkpoints: state.checkpoints.map { checkpoint in
                Checkpoint(
                    size: Int(checkpoint.size), signed: clock.localTime(at: checkpoint.signedAt),
                    cosigners: checkpoint.cosigners.map(\.name))
            },
            restores: state.restores.map {
                Restore(at: clock.localTime(at: $0.at), reason: $0.reason, size: Int($0.foundSize))
            },
            check: state.check.map { WholeCheck(at: clock.localTime(at: $0.at), faults: $0.faults) },
            checked: CheckedBy(state.checkers, clock: clock),
            checkers: state.checkers.map { checker in
                Checker(
                    name: checker.name, since: clock.localTime(at: checker.since),
                    last: clock.localTime(at: checker.last), size: Int(checker.size))
            },
            keys: state.keys,
            reads: reads?.map { Reads(month: $0.month, role: $0.role, count: $0.reads) },
            hasPageVerifier: verifiers.page != nil, hasPythonVerifier: verifiers.python != nil, today: today)
    }
}

extension CheckedBy {
    /// Nil where nobody has, or none that has seen the event at this place.
    init?(_ checkers: [Proofs.Checker], past index: UInt64? = nil, clock: SiteZone) {
        let checkers = checkers.farthest
        guard let since = checkers.map(\.since).min(), let last = checkers.map(\.last).min(),
            index.map({ $0 < checkers[0].size }) ?? true
        else { return nil }
        self.init(
            names: checkers.map(\.name), since: clock.localTime(at: since), last: clock.localTime(at: last),
            size: Int(checkers[0].size))
    }
}
