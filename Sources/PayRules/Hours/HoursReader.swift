public import WorkUnits

/// Reads HOURS.json. Every fault is named with its path; nothing is read in part.
public struct HoursReader {
    /// Files past this size are refused unread, in bytes: one person's hours of ten years are 2 MB.
    public static let largest = 64 << 20

    /// The hours of a file.
    ///
    /// - Parameters:
    ///   - bytes: the file, UTF-8.
    ///   - knownOn: the day whose knowledge counts: rates adopted later are left out; nil for all.
    ///   - zone: the rules of a place by its IANA name.
    /// - Throws: ``RefusedInput`` with every finding.
    public static func read(
        _ bytes: [UInt8], knownOn: CivilDate? = nil, zone: (String) throws(UnknownZone) -> any ZoneRules
    ) throws(RefusedInput) -> Hours {
        let findings = FindingList()
        guard bytes.count <= largest else {
            throw RefusedInput(findings: [
                Finding(path: "$", reason: "the file is larger than 64 MiB; give the hours of one person at a time")
            ])
        }
        let root = try ObjectReader.root(bytes, findings)
        let hours = HoursFile(root, knownOn: knownOn).hours(zone)
        root.finish()
        try findings.refuseIfAny()
        guard let hours else { throw RefusedInput(findings: []) }
        return hours
    }
}
