/// The parameters of one statement in text format, ready to hand to libpq: the texts one after the other, each ended by
/// a NUL.
struct Parameters: Sendable, Hashable {
    private(set) var texts: [UInt8] = []
    /// Where each parameter starts in `texts`; -1 is NULL.
    private(set) var starts: [Int] = []

    var count: Int {
        starts.count
    }

    /// Appends a value. Returns false, and appends NULL, when its text holds a NUL byte, which can't be sent.
    mutating func append(_ value: some PostgresEncodable) -> Bool {
        guard !value.isPostgresNull else {
            starts.append(-1)
            return true
        }
        let start = texts.count
        value.encode(into: &texts)
        guard !texts[start...].contains(0) else {
            texts.removeSubrange(start...)
            starts.append(-1)
            return false
        }
        texts.append(0)
        starts.append(start)
        return true
    }

    /// Appends all parameters of another statement.
    mutating func append(contentsOf other: Parameters) {
        let base = texts.count
        texts.append(contentsOf: other.texts)
        starts.append(contentsOf: other.starts.map { $0 < 0 ? -1 : base + $0 })
    }

    /// The text of one parameter, or nil for NULL.
    func text(at index: Int) -> String? {
        guard starts[index] >= 0 else { return nil }
        return String(decoding: texts[starts[index]...].prefix { $0 != 0 }, as: UTF8.self)
    }

    /// Lends the values as libpq takes them: one C string per parameter, null for NULL.
    func withCStrings<Result>(
        _ body: (_ values: UnsafePointer<UnsafePointer<CChar>?>?, _ count: Int32) -> Result
    ) -> Result {
        guard !starts.isEmpty else { return body(nil, 0) }
        return texts.withUnsafeBytes { bytes in
            withUnsafeTemporaryAllocation(of: UnsafePointer<CChar>?.self, capacity: starts.count) { values in
                let base = bytes.bindMemory(to: CChar.self).baseAddress
                for (index, start) in starts.enumerated() {
                    values.initializeElement(at: index, to: start < 0 ? nil : base.map { $0 + start })
                }
                return body(values.baseAddress, Int32(starts.count))
            }
        }
    }
}
