import WorkUnits

/// A zone with one clock change, for places that change at midnight, a whole day, or half an hour.
struct ScriptedZone: ZoneRules {
    let identifier = "Test/Scripted"
    let change: Instant
    let before: Int
    let after: Int

    /// The change at that moment, between two offsets in minutes.
    init(change: Instant, from before: Int, to after: Int) {
        self.change = change
        self.before = before * 60
        self.after = after * 60
    }

    func offsetSeconds(at instant: Instant) -> Int { instant < change ? before : after }
}
