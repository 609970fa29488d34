/// Why a text is not JSON, and where.
public struct JSONFault: Error, Hashable {
    /// The line, from 1.
    public let line: Int
    /// The byte in that line, from 1.
    public let column: Int
    /// What is wrong.
    public let reason: String
}

/// Reads JSON (RFC 8259) strictly: no comments, no trailing commas, no name twice in an object, nothing nested more than
/// 64 deep, valid UTF-8 only.
///
/// It keeps the text of numbers and the order of names, refuses doubled names, and stops at a depth: what a reader of
/// pay input and of evidence needs and the decoder of Foundation does not offer (ADR 0009).
public struct JSONReader {
    /// How deep lists and objects may stand in each other.
    public static let deepest = 64

    private let bytes: [UInt8]
    private var at = 0
    private var depth = 0

    /// The value of a whole text.
    public static func read(_ bytes: [UInt8]) throws(JSONFault) -> JSON {
        var reader = JSONReader(bytes)
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { reader.at = 3 }
        let value = try reader.value()
        reader.skipBlanks()
        guard reader.at == bytes.count else { throw reader.fault("something follows the end of the value") }
        return value
    }

    private init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    private mutating func value() throws(JSONFault) -> JSON {
        skipBlanks()
        guard let byte = next else { throw fault("the text ends before the value does") }
        switch byte {
        case UInt8(ascii: "{"): return try nested(JSONReader.object)
        case UInt8(ascii: "["): return try nested(JSONReader.array)
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number(try number())
        default: throw fault("a value is expected here")
        }
    }

    private mutating func nested(
        _ read: (inout JSONReader) throws(JSONFault) -> JSON
    ) throws(JSONFault) -> JSON {
        guard depth < Self.deepest else { throw fault("nested more than \(Self.deepest) deep") }
        depth += 1
        defer { depth -= 1 }
        at += 1
        return try read(&self)
    }

    private static func array(_ reader: inout JSONReader) throws(JSONFault) -> JSON {
        var values: [JSON] = []
        reader.skipBlanks()
        if reader.take("]") { return .array(values) }
        repeat {
            values.append(try reader.value())
            reader.skipBlanks()
        } while reader.take(",")
        guard reader.take("]") else { throw reader.fault("a comma or ] is expected here") }
        return .array(values)
    }

    private static func object(_ reader: inout JSONReader) throws(JSONFault) -> JSON {
        var members: [Member] = []
        var seen: Set<String> = []
        reader.skipBlanks()
        if reader.take("}") { return .object(members) }
        repeat {
            reader.skipBlanks()
            guard reader.next == UInt8(ascii: "\"") else { throw reader.fault("a name in quotes is expected here") }
            let key = try reader.string()
            guard seen.insert(key).inserted else { throw reader.fault("\"\(key)\" stands twice in one object") }
            reader.skipBlanks()
            guard reader.take(":") else { throw reader.fault("a colon is expected after \"\(key)\"") }
            members.append(Member(key, try reader.value()))
            reader.skipBlanks()
        } while reader.take(",")
        guard reader.take("}") else { throw reader.fault("a comma or } is expected here") }
        return .object(members)
    }

    private typealias Member = JSON.Member

    private mutating func number() throws(JSONFault) -> String {
        let start = at
        if next == UInt8(ascii: "-") { at += 1 }
        let firstDigit = at
        guard skipDigits() > 0 else { throw fault("a digit is expected here") }
        if bytes[firstDigit] == UInt8(ascii: "0"), at > firstDigit + 1 {
            throw fault("a number starts with one 0 only")
        }
        if take("."), skipDigits() == 0 { throw fault("a digit is expected after the point") }
        if take("e") || take("E") {
            if !take("+") { _ = take("-") }
            guard skipDigits() > 0 else { throw fault("a digit is expected in the exponent") }
        }
        guard at - start <= 64 else { throw fault("a number of more than 64 characters") }
        return String(decoding: bytes[start..<at], as: UTF8.self)
    }

    private mutating func word(_ word: String, _ value: JSON) throws(JSONFault) -> JSON {
        guard bytes[at...].starts(with: word.utf8) else { throw fault("a value is expected here") }
        at += word.utf8.count
        return value
    }

    private mutating func string() throws(JSONFault) -> String {
        at += 1
        var out: [UInt8] = []
        var plain = at
        while let byte = next {
            switch byte {
            case UInt8(ascii: "\""):
                out.append(contentsOf: bytes[plain..<at])
                at += 1
                guard let text = String(validating: out, as: UTF8.self) else { throw fault("a text that is not UTF-8") }
                return text
            case UInt8(ascii: "\\"):
                out.append(contentsOf: bytes[plain..<at])
                at += 1
                out.append(contentsOf: String(try escape()).utf8)
                plain = at
            case 0..<0x20: throw fault("a control character in a text")
            default: at += 1
            }
        }
        throw fault("a text that does not end")
    }

    private mutating func escape() throws(JSONFault) -> Unicode.Scalar {
        guard let byte = next else { throw fault("a text that does not end") }
        at += 1
        switch byte {
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
        case UInt8(ascii: "u"): return try escapedScalar()
        default: throw fault("an escape that JSON does not know")
        }
    }

    private mutating func escapedScalar() throws(JSONFault) -> Unicode.Scalar {
        let first = try fourDigits()
        if let scalar = Unicode.Scalar(first) { return scalar }
        guard (0xD800..<0xDC00).contains(first), take("\\"), take("u") else { throw fault("half a surrogate pair") }
        let second = try fourDigits()
        guard (0xDC00..<0xE000).contains(second) else { throw fault("half a surrogate pair") }
        let code = 0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00)
        guard let scalar = Unicode.Scalar(code) else { throw fault("half a surrogate pair") }
        return scalar
    }

    private mutating func fourDigits() throws(JSONFault) -> UInt32 {
        let digits = bytes[at...].prefix(4)
        guard
            digits.count == 4, digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
            let code = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
        else { throw fault("four hexadecimal digits are expected after \\u") }
        at += 4
        return code
    }

    private var next: UInt8? { at < bytes.count ? bytes[at] : nil }

    private mutating func take(_ sign: Unicode.Scalar) -> Bool {
        guard let next, UInt32(next) == sign.value else { return false }
        at += 1
        return true
    }

    private mutating func skipDigits() -> Int {
        let start = at
        while let next, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(next) { at += 1 }
        return at - start
    }

    private mutating func skipBlanks() {
        while let next, next == 0x20 || next == 0x0A || next == 0x0D || next == 0x09 { at += 1 }
    }

    private func fault(_ reason: String) -> JSONFault {
        let before = bytes[..<min(at, bytes.count)]
        let line = before.count { $0 == 0x0A } + 1
        let column = before.count - (before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0) + 1
        return JSONFault(line: line, column: column, reason: reason)
    }
}
