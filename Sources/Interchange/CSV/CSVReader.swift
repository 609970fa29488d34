/// Turns the bytes of a CSV file into rows while they arrive (RFC 4180).
///
/// Bytes are pushed in by ``read(_:_:)`` in pieces of any size; each row that is complete by then is handed out once.
/// Nothing is decoded before somebody asks for a field, and no more than one row and one piece are in memory.
/// What the RFC doesn't allow but files contain is read as spreadsheets read it and marked in ``CSVRow/flaws``: a byte
/// order mark is skipped, CR LF, LF and a lone CR all end a line, blank lines are passed over.
public struct CSVReader {
    /// Sizes that no honest file reaches; they keep an unclosed quote from swallowing a file into memory.
    public struct Limits: Sendable, Hashable {
        /// Bytes of one field.
        public var fieldBytes: Int
        /// Bytes of one row.
        public var rowBytes: Int

        /// 64 KiB a field and 1 MiB a row unless stated otherwise.
        public init(fieldBytes: Int = 65_536, rowBytes: Int = 1_048_576) {
            self.fieldBytes = fieldBytes
            self.rowBytes = rowBytes
        }
    }

    private enum State { case fieldStart, unquoted, quoted, quoteInQuoted }

    private let limits: Limits
    private var buffer: [UInt8] = []
    private var fields: [CSVRow.Field] = []
    private var flaws: CSVRow.Flaws = []
    private var state = State.fieldStart
    private var isAtStart = true
    private var followsCarriageReturn = false
    /// Where the row, the field and the next byte to look at stand in `buffer`.
    private var rowStart = 0
    private var fieldStart = 0
    private var next = 0
    private var fieldIsQuoted = false
    private var line = 1
    private var lineBreaksInRow = 0

    /// A reader at the start of a file.
    public init(limits: Limits = Limits()) { self.limits = limits }

    /// Takes the next bytes of the file and hands out each row that they complete.
    ///
    /// - Throws: ``CSVError``, or what `body` throws; after an error the reader is of no more use.
    public mutating func read(_ bytes: Span<UInt8>, _ body: (CSVRow) throws -> Void) throws {
        dropFinishedRows()
        bytes.withUnsafeBufferPointer { buffer.append(contentsOf: $0) }
        if isAtStart { try skipByteOrderMark() }
        guard !isAtStart else { return }
        try scan(body)
    }

    /// Hands out the last row if the file doesn't end in a line break.
    ///
    /// - Throws: ``CSVError/unclosedQuote(line:)`` if the file ends within quotes.
    public mutating func finish(_ body: (CSVRow) throws -> Void) throws {
        if isAtStart {
            isAtStart = false
            try scan(body)
        }
        if state == .quoted { throw CSVError.unclosedQuote(line: line) }
        guard next > rowStart else { return }
        try endField(at: next)
        try endRow(at: next, body)
    }

    private mutating func dropFinishedRows() {
        guard rowStart > 0 else { return }
        buffer.removeSubrange(..<rowStart)
        next -= rowStart
        fieldStart -= rowStart
        rowStart = 0
    }

    private mutating func skipByteOrderMark() throws {
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        guard buffer.count >= mark.count else { return }
        if buffer.starts(with: [0xFF, 0xFE]) || buffer.starts(with: [0xFE, 0xFF]) { throw CSVError.utf16 }
        isAtStart = false
        guard buffer.starts(with: mark) else { return }
        rowStart = mark.count
        fieldStart = mark.count
        next = mark.count
    }
}

extension CSVReader {
    private mutating func scan(_ body: (CSVRow) throws -> Void) throws {
        let end = buffer.count
        while next < end {
            switch state {
            case .fieldStart: startField()
            case .unquoted: try scanUnquoted(body)
            case .quoted: scanQuoted()
            case .quoteInQuoted: leaveQuotes()
            }
        }
        try checkSizes(upTo: next)
    }

    private mutating func startField() {
        if followsCarriageReturn {
            followsCarriageReturn = false
            if buffer[next] == .lineFeed {
                next += 1
                rowStart = next
                fieldStart = next
                return
            }
        }
        fieldIsQuoted = buffer[next] == .quote
        if fieldIsQuoted { next += 1 }
        state = fieldIsQuoted ? .quoted : .unquoted
    }

    private mutating func scanUnquoted(_ body: (CSVRow) throws -> Void) throws {
        // A second reference, so that the span doesn't lock the rest of the reader.
        let bytes = buffer
        let (at, sawQuote) = Self.closeFields(
            in: bytes.span,
            from: next,
            rowStart: rowStart,
            limits: limits,
            fieldStart: &fieldStart,
            isQuoted: &fieldIsQuoted,
            fields: &fields
        )
        if sawQuote { flaws.insert(.strayQuote) }
        next = at
        try checkSizes(upTo: at)
        state = at == fieldStart ? .fieldStart : .unquoted
        guard at < buffer.count, buffer[at] != .quote else { return }
        followsCarriageReturn = buffer[at] == .carriageReturn
        try endField(at: at)
        next = at + 1
        try endRow(at: at, body)
    }

    private mutating func scanQuoted() {
        let (at, breaks) = Self.endOfQuoted(buffer.span, from: next)
        lineBreaksInRow += breaks
        if breaks > 0 { flaws.insert(.lineBreakInField) }
        next = at
        guard at < buffer.count else { return }
        next += 1
        state = .quoteInQuoted
    }

    /// Closes each field that a comma ends. Stops at a line end, at a field that begins with a quote, at a size above the
    /// limits, or where nothing more has arrived. The one loop that sees nearly every byte of a file.
    private static func closeFields(
        in bytes: Span<UInt8>,
        from start: Int,
        rowStart: Int,
        limits: Limits,
        fieldStart: inout Int,
        isQuoted: inout Bool,
        fields: inout [CSVRow.Field]
    ) -> (at: Int, sawQuote: Bool) {
        var sawQuote = false
        var at = start
        while at < bytes.count {
            let byte = bytes[at]
            // Letters, digits and most signs come after the comma in ASCII.
            if byte > .comma {
                at += 1
            } else if byte == .comma {
                guard at - fieldStart <= limits.fieldBytes, at - rowStart <= limits.rowBytes else { break }
                let place = (Int32(fieldStart - rowStart), Int32(at - rowStart))
                fields.append(CSVRow.Field(start: place.0, end: place.1, isQuoted: isQuoted))
                isQuoted = false
                at += 1
                fieldStart = at
                if at < bytes.count, bytes[at] == .quote { break }
            } else if byte == .lineFeed || byte == .carriageReturn {
                break
            } else {
                sawQuote = sawQuote || byte == .quote
                at += 1
            }
        }
        return (at, sawQuote)
    }

    /// Where the next quote stands, or the end of what has arrived, and how many line breaks come before it.
    private static func endOfQuoted(_ bytes: Span<UInt8>, from start: Int) -> (at: Int, breaks: Int) {
        var breaks = 0
        for at in start..<bytes.count {
            if bytes[at] == .quote { return (at, breaks) }
            if bytes[at] == .lineFeed { breaks += 1 }
        }
        return (bytes.count, breaks)
    }

    private mutating func leaveQuotes() {
        switch buffer[next] {
        case .quote:
            next += 1
            state = .quoted
        case .comma, .lineFeed, .carriageReturn: state = .unquoted
        default:
            flaws.insert(.strayQuote)
            state = .unquoted
        }
    }

    private mutating func endField(at end: Int) throws {
        try checkSizes(upTo: end)
        fields.append(
            CSVRow.Field(start: Int32(fieldStart - rowStart), end: Int32(end - rowStart), isQuoted: fieldIsQuoted)
        )
        fieldIsQuoted = false
        state = .fieldStart
    }

    private func checkSizes(upTo end: Int) throws {
        if end - fieldStart > limits.fieldBytes { throw CSVError.fieldTooLong(line: line, limit: limits.fieldBytes) }
        if end - rowStart > limits.rowBytes { throw CSVError.rowTooLong(line: line, limit: limits.rowBytes) }
    }

    private mutating func endRow(at end: Int, _ body: (CSVRow) throws -> Void) throws {
        let isBlank = fields.count == 1 && end == rowStart
        if !isBlank {
            try body(CSVRow(line: line, bytes: buffer, start: rowStart, fields: fields, flaws: flaws))
        }
        line += 1 + lineBreaksInRow
        lineBreaksInRow = 0
        fields.removeAll(keepingCapacity: true)
        flaws = []
        rowStart = next
        fieldStart = next
    }
}

extension UInt8 {
    static let comma = UInt8(ascii: ",")
    static let quote = UInt8(ascii: "\"")
    static let lineFeed = UInt8(ascii: "\n")
    static let carriageReturn = UInt8(ascii: "\r")
    static let space = UInt8(ascii: " ")
}
