public import WorkUnits

/// What may be said of an entry besides when, what and why. All optional.
public struct EntryDetails: Sendable, Hashable {
    /// Whether the work was needed without the failure: `no`, `partly`, `yes`.
    public var neededAnyway: String?
    /// Records corrected; a count.
    public var recordsCorrected: Int?
    /// Students served; a count, never a name or number of one.
    public var studentsServed: Int?
    /// What it pushed aside: `student_sessions`, `iep_meeting`, …
    public var pushedAside: String?
    /// How many of them.
    public var pushedAsideCount: Int?
    /// Who asked for the work: `site_administrator`, `district`, `colleague`, `nobody`.
    public var askedBy: String?
    /// Whether it was authorized before.
    public var authorizedBefore: Bool?
    /// How the time has been treated so far: `nothing_yet`, `paid`, `partly_paid`, `time_off`, `on_time_card`, `dont_know`.
    public var treatedAs = "nothing_yet"
    /// What the entry was made from: `as_it_happened`, `notes`, `calendar`, `sent_mail`, `sign_in_sheet`, `memory`.
    public var source = "as_it_happened"
    /// When that source was made.
    public var sourceMadeOn: CivilDate?

    /// Nothing said.
    public init() {}
}
