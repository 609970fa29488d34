/// One row of a CSV file: the place of each field, decoded only when asked for.
///
/// A row is cheap to make and to drop; one that is kept holds on to the piece of the file it stands in.
public struct CSVRow: Sendable {
    struct Field: Sendable {
        /// Relative to the start of the row; a quoted field includes its quotes.
        let start: Int32
        let end: Int32
        let isQuoted: Bool
    }

    /// What RFC 4180 doesn't allow, or OneRoster doesn't, about the row as a whole.
    public struct Flaws: OptionSet, Sendable {
        /// The flaws as bits.
        public let rawValue: UInt8
        /// Flaws from bits.
        public init(rawValue: UInt8) { self.rawValue = rawValue }
        /// A quote inside an unquoted field, or text after a closing quote; read as it stands.
        public static let strayQuote = Flaws(rawValue: 1)
        /// A line break inside quotes: allowed by RFC 4180, not by OneRoster.
        public static let lineBreakInField = Flaws(rawValue: 2)
    }

    /// Line on which the row begins, from 1.
    public let line: Int
    /// What is wrong with the row as a whole.
    public let flaws: Flaws
    private let bytes: [UInt8]
    private let start: Int
    private let fields: [Field]

    init(line: Int, bytes: [UInt8], start: Int, fields: [Field], flaws: Flaws) {
        self.line = line
        self.bytes = bytes
        self.start = start
        self.fields = fields
        self.flaws = flaws
    }

    /// How many fields the row has; at least one.
    public var count: Int { fields.count }

    /// Whether a field is empty or holds only spaces; true for a field that the row doesn't have.
    public func isBlank(_ index: Int) -> Bool {
        guard index < fields.count else { return true }
        return contents(of: index).allSatisfy { $0 == .space }
    }

    /// Whether a field reads exactly as `text`.
    public func field(_ index: Int, is text: StaticString) -> Bool {
        guard index < fields.count else { return false }
        let wanted = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
        return contents(of: index).elementsEqual(wanted)
    }

    /// The text of a field, empty for a field that the row doesn't have.
    public func text(_ index: Int) -> CSVText {
        guard index < fields.count else { return CSVText(text: "", isRepaired: false) }
        let field = fields[index]
        let raw = bytes[(start + Int(field.start))..<(start + Int(field.end))]
        return field.isQuoted ? CSVText(unquoting: raw) : CSVText(raw)
    }

    /// The first line and character of a field, both from 1, as text editors count them.
    public func position(of index: Int) -> (line: Int, column: Int) {
        let end = index < fields.count ? start + Int(fields[index].start) : start
        let before = bytes[start..<end]
        let lastBreak = before.lastIndex(of: .lineFeed)
        let onLine = before[(lastBreak.map { $0 + 1 } ?? start)...]
        let characters = onLine.count { $0 & 0xC0 != 0x80 }
        return (line + before.count { $0 == .lineFeed }, characters + 1)
    }

    /// The bytes between the quotes, if there are quotes; doubled quotes stay doubled.
    func contents(of index: Int) -> ArraySlice<UInt8> {
        let field = fields[index]
        let raw = bytes[(start + Int(field.start))..<(start + Int(field.end))]
        guard field.isQuoted else { return raw }
        return raw.last == .quote && raw.count > 1 ? raw.dropFirst().dropLast() : raw.dropFirst()
    }
}

/// The decoded text of a field.
public struct CSVText: Sendable, Hashable {
    /// The text, without quotes around it.
    public let text: String
    /// Whether bytes that are no UTF-8 were replaced by U+FFFD.
    public let isRepaired: Bool

    init(text: String, isRepaired: Bool) {
        self.text = text
        self.isRepaired = isRepaired
    }

    init(_ bytes: some Collection<UInt8>) {
        if let text = String(validating: bytes, as: UTF8.self) {
            self.init(text: text, isRepaired: false)
        } else {
            self.init(text: String(decoding: bytes, as: UTF8.self), isRepaired: true)
        }
    }

    /// Reads a field that begins with a quote: a doubled quote within quotes is one, text after the closing quote
    /// is taken as it stands.
    init(unquoting bytes: ArraySlice<UInt8>) {
        let inner = bytes.dropFirst()
        if inner.last == .quote, !inner.dropLast().contains(.quote) {
            self.init(inner.dropLast())
            return
        }
        var plain: [UInt8] = []
        plain.reserveCapacity(inner.count)
        var at = inner.startIndex
        while at < inner.endIndex {
            if inner[at] == .quote {
                at += 1
                guard at < inner.endIndex, inner[at] == .quote else { break }
            }
            plain.append(inner[at])
            at += 1
        }
        plain.append(contentsOf: inner[at...])
        self.init(plain)
    }
}
