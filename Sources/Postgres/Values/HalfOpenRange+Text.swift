extension HalfOpenRange: PostgresEncodable {
    /// Appends `[lower,upper)`, `(,upper)` or `empty`.
    public func encode(into text: inout [UInt8]) {
        guard !isEmpty else { return text.append(contentsOf: "empty".utf8) }
        text.append(lower == nil ? UInt8(ascii: "(") : UInt8(ascii: "["))
        appendBound(lower, to: &text)
        text.append(UInt8(ascii: ","))
        appendBound(upper, to: &text)
        text.append(UInt8(ascii: ")"))
    }

    private func appendBound(_ bound: Bound?, to text: inout [UInt8]) {
        guard let bound else { return }
        text.append(UInt8(ascii: "\""))
        bound.encode(into: &text)
        text.append(UInt8(ascii: "\""))
    }
}

extension HalfOpenRange: PostgresDecodable {
    /// Reads a range; `(a,b]` becomes `[next a, next b)`.
    ///
    /// Source: PostgreSQL 15, 8.17.5 "Range Input/Output".
    public init?(postgresText text: Span<UInt8>) {
        guard !text.equals("empty") else {
            self = .empty
            return
        }
        var position = 0
        let isLowerInside = text.take("[", at: &position)
        guard isLowerInside || text.take("(", at: &position),
            let lower = Self.takeBound(from: text, at: &position), text.take(",", at: &position),
            let upper = Self.takeBound(from: text, at: &position)
        else { return nil }
        let isUpperInside = text.take("]", at: &position)
        guard isUpperInside || text.take(")", at: &position), position == text.count else { return nil }
        let firstInside = isLowerInside ? lower : lower.flatMap(\.next)
        guard lower == nil || firstInside != nil else {
            self = .empty
            return
        }
        self.init(
            lower: firstInside,
            upper: isUpperInside ? upper.flatMap(\.next) : upper
        )
    }

    /// Reads one bound: `.some(nil)` when there is none, nil when it can't be read.
    private static func takeBound(from text: Span<UInt8>, at position: inout Int) -> Bound?? {
        let isQuoted = text.take("\"", at: &position)
        let start = position
        while position < text.count, !isEnd(text[position], isQuoted: isQuoted) { position += 1 }
        let bound = text.extracting(start..<position)
        if isQuoted { guard text.take("\"", at: &position) else { return nil } }
        guard bound.count > 0 else { return .some(nil) }
        return Bound(postgresText: bound).map { .some($0) }
    }

    private static func isEnd(_ byte: UInt8, isQuoted: Bool) -> Bool {
        switch byte {
        case UInt8(ascii: "\""): isQuoted
        case UInt8(ascii: ","), UInt8(ascii: ")"), UInt8(ascii: "]"): !isQuoted
        default: false
        }
    }
}
