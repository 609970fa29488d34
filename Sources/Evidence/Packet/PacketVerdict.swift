public import StrictJSON

/// What a check found: who signed what, what the entries come to, and what is wrong.
public struct PacketVerdict: Sendable {
    /// What the packet says of itself; nil when that can't be read.
    public let head: PacketHead?
    /// The checkpoint that it reaches; nil when that can't be read.
    public let checkpoint: Checkpoint?
    /// Names of the policy's witnesses that cosigned it, and when, in seconds since 1970.
    public let cosignatures: [(name: String, seconds: Int64)]
    /// What is wrong, by code and place.
    public private(set) var faults: [PacketFault]
    /// Kind and subject of entries with a fault, where the packet shows them.
    public let subjects: [UInt64: String]
    /// The largest size at which a signed checkpoint agrees with the leaves; 0 for none.
    public let agreedUpTo: UInt64
    /// What the entries come to, recounted.
    public let totals: PacketTotals

    /// How many leaves show no field.
    public let silent: Int

    /// The exit status of a check: 0 nothing is wrong, 1 something is, 2 what was kept can't be compared.
    public var status: Int32 {
        if faults.isEmpty { return 0 }
        return faults.allSatisfy { $0.code == .unshown } ? 2 : 1
    }

    /// The same with faults that were found outside of the packet.
    public func adding(_ more: [PacketFault]) -> PacketVerdict {
        var verdict = self
        verdict.faults = Set(faults + more).sorted()
        return verdict
    }

    /// As `--json` prints it.
    public var json: JSON {
        .object(
            .init("ok", .bool(faults.isEmpty)), .init("size", checkpoint.map { .number($0.head.size) } ?? .null),
            .init("origin", (head?.origin ?? checkpoint?.origin).map { .string($0) } ?? .null),
            .init("cosigned", .array(cosignatures.map { .string($0.name) })),
            .init("entries", .number(totals.entries)), .init("minutes", .number(totals.minutes)),
            .init("faults", .array(faults.map(\.json))))
    }
}
