/// Something in a district's database that is not as its log has it.
public struct LogFault: Sendable, Hashable {
    /// What is wrong.
    public enum What: String, Sendable {
        /// A row says something else than its event.
        case rowDiffers = "row_differs"
        /// An event says that there is a row, and there is none.
        case rowMissing = "row_missing"
        /// A row names no event of its own.
        case rowWithoutEvent = "row_without_event"
        /// The event's bytes are not those that were sealed, or are gone.
        case eventChanged = "event_changed"
        /// A value of the event, or its salt, is not what was hashed.
        case fieldChanged = "field_changed"
        /// The log does not lead to what was signed last.
        case logChanged = "log_changed"
        /// A place is missing in the order of events.
        case placeMissing = "place_missing"
        /// A row that is derived from others is not what follows from them.
        case derivedDiffers = "derived_differs"
        /// A checkpoint in the database, or what a witness said of it, is not one of this log.
        case checkpointChanged = "checkpoint_changed"
        /// A hash of the tree that the database keeps is not the one over its leaves.
        case nodeChanged = "node_changed"
        /// A view or a function that this program does not make, perhaps in the place of one that it reads or calls.
        case isStrange = "is_strange"
    }

    /// What is wrong.
    public let what: What
    /// The kind of the fact, such as `work_entry`; empty for the log itself.
    public let kind: String
    /// What it is about, such as an entry and its version.
    public let subject: String
    /// The event's place, if it has one.
    public let index: UInt64?
    /// The names of the fields that differ.
    public let fields: [String]

    init(_ what: What, kind: String = "", subject: String = "", index: UInt64? = nil, fields: [String] = []) {
        self.what = what
        self.kind = kind
        self.subject = subject
        self.index = index
        self.fields = fields
    }
}

extension LogFault: CustomStringConvertible {
    /// In words, for the operator.
    public var description: String {
        let name = [kind, subject].filter { !$0.isEmpty }.joined(separator: " ")
        let place = index.map { " (event \($0))" } ?? ""
        switch what {
        case .rowDiffers:
            return "\(name)\(place): the row was changed: \(fields.joined(separator: ", ")) is not what was recorded"
        case .rowMissing: return "\(name)\(place): the row was taken out"
        case .rowWithoutEvent: return "\(name): the row was put in without an event, or its event was taken out"
        case .eventChanged:
            return "\(name.isEmpty ? "an event" : name)\(place): the event's bytes were changed or taken out"
        case .fieldChanged: return "\(name.isEmpty ? "an event" : name)\(place): a value of the event was changed"
        case .logChanged:
            return "the log was changed: it does not lead to the state of \(index ?? 0) events that was signed"
        case .placeMissing:
            return kind.isEmpty
                ? "the order of events has a hole\(place)" : "\(name): its event has no place, and waits for none"
        case .derivedDiffers: return "\(name): what was derived is not what follows: \(fields.joined(separator: ", "))"
        case .checkpointChanged:
            return "the checkpoint of \(index ?? 0) events in the database was changed, or a signature under it"
        case .nodeChanged: return "hashes of the tree were changed or taken out, for events from \(index ?? 0) on"
        case .isStrange:
            return "\(name) is none of this program's, and can stand in for what is true: nothing else was checked"
        }
    }
}
