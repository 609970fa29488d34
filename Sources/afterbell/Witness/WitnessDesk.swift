import Evidence
import WorkUnits

/// One witness at work: checks a statement against what it cosigned last, cosigns, keeps, and only then answers; one
/// statement at a time.
actor WitnessDesk {
    private let witness: Witness
    private let folder: WitnessFolder
    private let now: @Sendable () -> Instant
    private var kept: [KeyName: CosignedNote] = [:]
    private let queue = WitnessQueue()

    /// Keeping waits for the disk, so that happens on a queue of its own.
    nonisolated var unownedExecutor: UnownedSerialExecutor { queue.asUnownedSerialExecutor() }

    /// - Throws: ``WitnessFolderRefusal`` when what was kept can't be read.
    init(_ witness: Witness, folder: WitnessFolder, now: @escaping @Sendable () -> Instant) throws {
        self.witness = witness
        self.folder = folder
        self.now = now
        for log in witness.origins { kept[log] = try folder.kept(of: log) }
    }

    /// Cosigns what a request states, if it follows from what was cosigned before.
    ///
    /// - Returns: what was cosigned, which is on the disk.
    /// - Throws: ``WitnessRefusal``; ``SystemRefusal`` when it can't be kept, and then no cosignature leaves.
    func cosign(_ statement: LogStatement) throws -> CosignedNote {
        // Nothing between the look at `kept` and its change waits for anything that lets another statement in.
        let cosigned = try witness.cosign(
            statement, after: kept[statement.origin], at: now().secondsSince1970)
        try folder.keep(cosigned, of: statement.origin)
        kept[statement.origin] = cosigned
        return cosigned
    }

    /// Keeps a statement that was refused; where, or nil when no more are kept.
    func keepRefused(_ statement: LogStatement, as kind: String) throws -> String? {
        try folder.keepRefused(statement, as: kind)
    }

    /// What was cosigned last of the log whose name has this hash.
    func latest(hash: String) -> CosignedNote? {
        kept.first { $0.key.hash == hash }?.value
    }

    /// What was cosigned last of a log.
    func latest(of log: KeyName) -> CosignedNote? {
        kept[log]
    }
}
