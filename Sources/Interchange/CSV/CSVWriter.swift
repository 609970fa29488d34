/// Writes rows of CSV into a buffer that the caller empties as it goes (RFC 4180, UTF-8, CR LF).
///
/// Text that a spreadsheet would take for a formula is written as text, as OWASP ASVS 5.0 requires (1.2.10; CWE-1236):
/// a field that begins with `=`, `+`, `-`, `@`, tab, carriage return, line feed, NUL, or a full-width form of the four
/// signs gets a leading apostrophe and stands in quotes. Numbers are written by ``field(_:)-(Int)`` and stay numbers.
/// `docs/reference/csv.md` tells readers of our files about it.
public struct CSVWriter: Sendable {
    /// What was written and not yet taken.
    public private(set) var bytes: [UInt8] = []
    private var isAtRowStart = true

    /// A writer that has written nothing.
    public init() {}

    /// Writes a whole row of text.
    public mutating func row(_ fields: some Sequence<String>) {
        for text in fields { field(text) }
        endRow()
    }

    /// Writes one field of text.
    public mutating func field(_ text: String) {
        separate()
        var text = text
        text.withUTF8 { append($0) }
    }

    /// Writes a whole number; a negative one stays a number.
    public mutating func field(_ number: Int) {
        separate()
        bytes.append(contentsOf: String(number).utf8)
    }

    /// Ends the row.
    public mutating func endRow() {
        bytes.append(.carriageReturn)
        bytes.append(.lineFeed)
        isAtRowStart = true
    }

    /// Hands out what was written so far and starts over with an empty buffer of the same size.
    public mutating func takeBytes() -> [UInt8] {
        let taken = bytes
        bytes = []
        bytes.reserveCapacity(taken.count)
        return taken
    }

    private mutating func separate() {
        if !isAtRowStart { bytes.append(.comma) }
        isAtRowStart = false
    }

    private mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
        let isFormula = Self.looksLikeFormula(text)
        guard isFormula || text.contains(where: Self.needsQuotes) else {
            bytes.append(contentsOf: text)
            return
        }
        bytes.append(.quote)
        if isFormula { bytes.append(UInt8(ascii: "'")) }
        for byte in text {
            if byte == .quote { bytes.append(.quote) }
            bytes.append(byte)
        }
        bytes.append(.quote)
    }

    private static func needsQuotes(_ byte: UInt8) -> Bool {
        byte == .comma || byte == .quote || byte == .lineFeed || byte == .carriageReturn
    }

    private static func looksLikeFormula(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let first = text.first else { return false }
        switch first {
        case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0A, 0x0D, 0x00:
            return true
        case 0xEF: return fullWidthSigns.contains { text.starts(with: $0) }
        default: return false
        }
    }

    /// U+FF1D, U+FF0B, U+FF0D and U+FF20, which some spreadsheets take for the plain signs.
    private static let fullWidthSigns = ["＝", "＋", "－", "＠"].map { Array($0.utf8) }
}
