import StrictJSON
import WorkUnits

/// Why a value can't be read; words for the person who wrote the file.
struct Reason: Error {
    let text: String

    init(_ text: String) { self.text = text }
}

/// Reads one object of a file key by key, and names every key that nobody asked for.
final class ObjectReader {
    let path: JSONPath
    let findings: FindingList
    private let members: [JSON.Member]
    private var asked: [String] = []

    init(_ members: [JSON.Member], at path: JSONPath, _ findings: FindingList) {
        self.members = members
        self.path = path
        self.findings = findings
    }

    /// The file's outermost object.
    ///
    /// - Throws: ``RefusedInput`` when it is no JSON, or no object.
    static func root(_ bytes: [UInt8], _ findings: FindingList) throws(RefusedInput) -> ObjectReader {
        do {
            guard case .object(let members) = try JSONReader.read(bytes) else {
                throw RefusedInput(findings: [Finding(path: "$", reason: "the file holds no object { … }")])
            }
            return ObjectReader(members, at: .root, findings)
        } catch let fault as JSONFault {
            let place = "line \(fault.line), column \(fault.column)"
            throw RefusedInput(findings: [Finding(path: place, reason: "this is not JSON: \(fault.reason)")])
        } catch let refused as RefusedInput {
            throw refused
        } catch {
            throw RefusedInput(findings: [Finding(path: "$", reason: "this is not JSON")])
        }
    }

    /// Whether the object has that key.
    func has(_ key: String) -> Bool { members.contains { $0.key == key } }

    /// The value of a key, nil when it is absent; a faulty one is a finding and nil.
    func optional<Value>(_ key: String, _ read: (JSON) throws(Reason) -> Value) -> Value? {
        asked.append(key)
        guard let value = members.first(where: { $0.key == key })?.value else { return nil }
        do throws(Reason) {
            return try read(value)
        } catch {
            refuse(key, error.text)
            return nil
        }
    }

    /// The value of a key that has to be there.
    func required<Value>(_ key: String, _ read: (JSON) throws(Reason) -> Value) -> Value? {
        guard has(key) else {
            asked.append(key)
            refuse(key, "is missing")
            return nil
        }
        return optional(key, read)
    }

    /// The object behind a key, nil when it is absent.
    func object<Value>(_ key: String, _ read: (ObjectReader) -> Value?) -> Value? {
        asked.append(key)
        guard let value = members.first(where: { $0.key == key })?.value else { return nil }
        guard case .object(let inner) = value else {
            refuse(key, "is \(value.kind); an object { … } is expected")
            return nil
        }
        let reader = ObjectReader(inner, at: .key(path, key), findings)
        let result = read(reader)
        reader.finish()
        return result
    }

    /// The objects of the list behind a key; none when it is absent.
    func objects<Value>(_ key: String, atMost limit: Int = .max, _ read: (ObjectReader) -> Value?) -> [Value] {
        asked.append(key)
        guard let value = members.first(where: { $0.key == key })?.value else { return [] }
        guard case .array(let values) = value else {
            refuse(key, "is \(value.kind); a list [ … ] is expected")
            return []
        }
        guard values.count <= limit else {
            refuse(key, "holds \(values.count); at most \(limit) are read")
            return []
        }
        var results: [Value] = []
        for (index, element) in values.enumerated() {
            let place = JSONPath.index(.key(path, key), index)
            guard case .object(let inner) = element else {
                findings.add(place, "is \(element.kind); an object { … } is expected")
                continue
            }
            let reader = ObjectReader(inner, at: place, findings)
            if let result = read(reader) { results.append(result) }
            reader.finish()
        }
        return results
    }

    /// A finding at a key.
    func refuse(_ key: String, _ reason: String) { findings.add(.key(path, key), reason) }

    /// A finding at the object.
    func refuse(_ reason: String) { findings.add(path, reason) }

    /// Names the keys that were not asked for.
    func finish() {
        for member in members where !asked.contains(member.key) {
            let known = asked.isEmpty ? "none" : Set(asked).sorted().joined(separator: ", ")
            refuse(member.key, "is no key of this object; the keys are \(known)")
        }
    }
}
