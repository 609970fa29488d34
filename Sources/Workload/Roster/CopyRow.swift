import WorkUnits

/// Rows in the text format of COPY: fields apart by tabs, rows by line ends, `\N` for NULL.
///
/// Source: PostgreSQL 15, COPY, "Text Format".
struct CopyRow {
    private(set) var bytes: [UInt8] = []
    private var isFirst = true

    /// Appends a field; nil is NULL.
    mutating func add(_ text: String?) {
        separate()
        guard let text else { return bytes.append(contentsOf: [UInt8(ascii: "\\"), UInt8(ascii: "N")]) }
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\\"): bytes.append(contentsOf: [byte, byte])
            case UInt8(ascii: "\t"): bytes.append(contentsOf: [UInt8(ascii: "\\"), UInt8(ascii: "t")])
            case UInt8(ascii: "\n"): bytes.append(contentsOf: [UInt8(ascii: "\\"), UInt8(ascii: "n")])
            case UInt8(ascii: "\r"): bytes.append(contentsOf: [UInt8(ascii: "\\"), UInt8(ascii: "r")])
            case 0: continue  // PostgreSQL keeps no NUL in text.
            default: bytes.append(byte)
            }
        }
    }

    /// Appends a whole number.
    mutating func add(_ number: Int) { add(String(number)) }

    /// Appends a truth value.
    mutating func add(_ isTrue: Bool) { add(isTrue ? "t" : "f") }

    /// Appends a day; nil is NULL.
    mutating func add(_ date: CivilDate?) { add(date?.description) }

    /// Ends the row.
    mutating func end() {
        bytes.append(UInt8(ascii: "\n"))
        isFirst = true
    }

    /// The bytes so far, which are forgotten.
    mutating func take() -> [UInt8] {
        defer { bytes.removeAll(keepingCapacity: true) }
        return bytes
    }

    private mutating func separate() {
        if !isFirst { bytes.append(UInt8(ascii: "\t")) }
        isFirst = false
    }
}

/// Elements as the bytes of a COPY, written piece by piece when the server takes them.
struct CopyRows<Elements: Sequence>: AsyncSequence {
    let elements: Elements
    /// Adds the fields of one element; the row is ended for it.
    let write: (Elements.Element, inout CopyRow) -> Void

    /// Writes pieces of some 64 KiB.
    struct AsyncIterator: AsyncIteratorProtocol {
        fileprivate var elements: Elements.Iterator
        fileprivate let write: (Elements.Element, inout CopyRow) -> Void
        private var row = CopyRow()

        fileprivate init(_ rows: CopyRows) {
            elements = rows.elements.makeIterator()
            write = rows.write
        }

        mutating func next() async -> [UInt8]? {
            while row.bytes.count < 65_536, let element = elements.next() {
                write(element, &row)
                row.end()
            }
            return row.bytes.isEmpty ? nil : row.take()
        }
    }

    func makeAsyncIterator() -> AsyncIterator { AsyncIterator(self) }
}
