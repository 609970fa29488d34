extension Policy {
    /// Reads a policy.
    ///
    /// - Throws: ``PolicyFault``, with the line where there is one.
    public init(parsing bytes: [UInt8]) throws(PolicyFault) {
        guard bytes.count <= Self.mostBytes else { throw PolicyFault(.tooLong) }
        guard bytes.last == .lineFeed else { throw PolicyFault(bytes.isEmpty ? .noQuorum : .noFinalNewline) }
        var draft = PolicyDraft()
        var line = 0
        for text in bytes.dropLast().split(separator: .lineFeed, omittingEmptySubsequences: false) {
            line += 1
            do throws(PolicyFault.Reason) {
                try draft.read(text)
            } catch {
                throw PolicyFault(error, line: line)
            }
        }
        do throws(PolicyFault.Reason) {
            try self.init(draft)
        } catch {
            throw PolicyFault(error)
        }
    }
}

extension PolicyDraft {
    /// Takes in a line without its line feed.
    fileprivate mutating func read(_ line: ArraySlice<UInt8>) throws(PolicyFault.Reason) {
        guard line.allSatisfy({ $0 == .tab || $0 >= 0x20 && $0 != 0x7F }) else { throw .controlCharacter }
        let words = line.split { $0 == .tab || $0 == .blank }.compactMap { PolicyWord($0) }
        guard let first = words.first, first.bytes[0] != UInt8(ascii: "#") else { return }
        switch first.description {
        case "log": try add(log(words))
        case "witness": try add(witness(words))
        case "group": try add(group(words))
        case "quorum": try setQuorum(quorum(words))
        default: throw .unknownWord(first)
        }
    }

    private func log(_ words: [PolicyWord]) throws(PolicyFault.Reason) -> PolicyLog {
        guard words.count >= 2 else { throw .wrongForm("log KEY [URL]") }
        return PolicyLog(key: try key(words[1]), url: try url(words[2...], "log KEY [URL]"))
    }

    private func witness(_ words: [PolicyWord]) throws(PolicyFault.Reason) -> PolicyWitness {
        let form = "witness NAME KEY [URL]"
        guard words.count >= 3 else { throw .wrongForm(form) }
        return PolicyWitness(name: words[1], key: try key(words[2]), url: try url(words[3...], form))
    }

    private func group(_ words: [PolicyWord]) throws(PolicyFault.Reason) -> PolicyGroup {
        guard words.count >= 4 else { throw .wrongForm("group NAME any|all|NUMBER MEMBER…") }
        let members = Array(words[3...])
        return PolicyGroup(name: words[1], threshold: try threshold(words[2], of: members.count), members: members)
    }

    private func quorum(_ words: [PolicyWord]) throws(PolicyFault.Reason) -> PolicyWord {
        let form = "quorum NAME, or quorum none"
        guard words.count >= 2, try url(words[2...], form) == nil else { throw .wrongForm(form) }
        return words[1]
    }

    /// The address at the end of a line, if there is one.
    private func url(_ rest: ArraySlice<PolicyWord>, _ form: String) throws(PolicyFault.Reason) -> PolicyWord? {
        guard rest.first?.bytes[0] != UInt8(ascii: "#") else { throw .remarkBehind }
        guard rest.count <= 1 else { throw .wrongForm(form) }
        return rest.first
    }

    private func threshold(_ word: PolicyWord, of count: Int) throws(PolicyFault.Reason) -> Int {
        switch word.description {
        case "any": return 1
        case "all": return count
        default:
            guard let number = UInt64(plain: word.description).flatMap(Int.init(exactly:)),
                (1...count).contains(number)
            else { throw .badThreshold(word) }
            return number
        }
    }

    private func key(_ word: PolicyWord) throws(PolicyFault.Reason) -> VerifierKey {
        guard let text = String(validating: word.bytes, as: UTF8.self), let key = try? VerifierKey(parsing: text) else {
            throw .badKey
        }
        return key
    }
}

extension UInt8 {
    fileprivate static let tab = UInt8(ascii: "\t")
    fileprivate static let blank = UInt8(ascii: " ")
}
