/// Why a use case could not do what was asked, in words for the person.
public struct WorkloadError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What kind of obstacle it is; the web answers each with a status of its own.
    public enum Kind: String, Sendable {
        /// What was entered can't be kept as it is.
        case invalid
        /// There is no such thing, or it is not for this caller; both look the same.
        case notFound
        /// It clashes with what is there.
        case conflict
        /// The caller may not do this.
        case forbidden
        /// Try again in a moment.
        case unavailable
        /// Our fault.
        case `internal`
    }

    /// What kind of obstacle it is.
    public let kind: Kind
    /// A sentence for the person: what happened and what to do.
    public let message: String
    /// The rule that was broken, by the name of its constraint; pages choose their own words by it.
    public let rule: String?

    /// - Parameters:
    ///   - kind: what kind of obstacle it is.
    ///   - message: a sentence for the person.
    ///   - rule: the name of the broken constraint, where there is one.
    public init(_ kind: Kind, _ message: String, rule: String? = nil) {
        self.kind = kind
        self.message = message
        self.rule = rule
    }

    /// The message.
    public var description: String { message }
}
