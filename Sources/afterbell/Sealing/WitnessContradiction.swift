import Evidence

/// A witness has cosigned what the database does not continue: no log may sign that.
struct WitnessContradiction: Error, Equatable, CustomStringConvertible {
    /// How the two differ.
    enum Kind: Equatable {
        /// The witness has seen more events than the database holds.
        case ahead(size: UInt64, found: UInt64)
        /// It has seen other events, up to this many.
        case different(size: UInt64)
        /// It has cosigned this many, signed with a key that neither the database nor the folder knows.
        case strangeKey(size: UInt64)
    }

    /// What the policy calls the witness.
    let witness: String
    let key: VerifierKey
    let kind: Kind
    /// Whether the log had signed its state before the witness was asked.
    var isSigned = false

    var description: String {
        "\(outcome)\(saw) \(isSigned ? "From now on nothing" : "Nothing") is sealed or signed. \(advice)"
    }

    private var outcome: String { isSigned ? "It was signed here, and \(witness) does not cosign it: " : "" }

    /// What the witness has seen, in a sentence.
    var saw: String {
        switch kind {
        case .ahead(let size, let found):
            "\(witness) has cosigned \(size) events of this log, and the database holds \(found): it was put back to an older "
                + "state."
        case .different(let size):
            "\(witness) has cosigned other events than the database holds, up to \(size) of them: somebody changed them, or an "
                + "older state was brought back and has gone on."
        case .strangeKey(let size):
            "\(witness) has cosigned \(size) events of this log that were signed with a key which is known neither to the "
                + "database nor to the folder: both were put back to an older state."
        }
    }

    private var advice: String {
        let stated = "state it, and it is recorded: afterbell seal restored --reason \"…\""
        return switch kind {
        case .ahead: "Bring the newer database back; or, if it is lost, \(stated)"
        case .different:
            "Look for the change: afterbell verify --district NAME. Bring the true database back; or, if it is lost, \(stated)"
        case .strangeKey: "Bring the newer database and the newer folder back; or, if they are lost, \(stated)"
        }
    }
}
