/// Something in a file that is not as the format asks: where, and what to do.
public struct Finding: Sendable, Hashable {
    /// The JSON path, "$.entries[3].start"; for a file that is no JSON, "line 4, column 12".
    public let path: String
    /// What is wrong and what to write instead.
    public let reason: String
}

extension Finding: CustomStringConvertible {
    /// "$.entries[3].start: …"
    public var description: String { "\(path): \(reason)" }
}

/// Input that is refused, with every finding. Nothing is valued in part.
public struct RefusedInput: Error, Hashable {
    /// What was found, in the order of the file; at most 100, the last one counting the rest.
    public let findings: [Finding]
}

/// Collects findings while a file is read, so that one run names them all.
final class FindingList {
    private(set) var findings: [Finding] = []
    private var more = 0

    func add(_ path: JSONPath, _ reason: String) {
        if findings.count < 100 { findings.append(Finding(path: path.description, reason: reason)) } else { more += 1 }
    }

    /// - Throws: ``RefusedInput`` when there are any.
    func refuseIfAny() throws(RefusedInput) {
        guard !findings.isEmpty else { return }
        let rest = more == 0 ? [] : [Finding(path: "$", reason: "and \(more) more findings")]
        throw RefusedInput(findings: findings + rest)
    }
}

/// Where a value stands: "$.entries[3].start".
indirect enum JSONPath: CustomStringConvertible {
    case root
    case key(JSONPath, String)
    case index(JSONPath, Int)

    var description: String {
        switch self {
        case .root: "$"
        case .key(let parent, let key): "\(parent).\(key)"
        case .index(let parent, let index): "\(parent)[\(index)]"
        }
    }
}
