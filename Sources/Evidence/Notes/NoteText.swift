/// The text of a note: what is signed.
public struct NoteText: Sendable, Hashable {
    /// More bytes than this are refused. Source: C2SP signed-note asks for a limit.
    public static let mostBytes = 1 << 20

    /// The bytes, the last line feed included.
    public let bytes: [UInt8]

    /// A text to be signed.
    ///
    /// - Throws: ``NoteFault`` when it is too long, is not UTF-8, has a control character or does not end with a line feed.
    public init(_ bytes: some BidirectionalCollection<UInt8>) throws(NoteFault) {
        guard bytes.count <= Self.mostBytes else { throw .tooLong }
        guard bytes.allSatisfy({ $0 >= 0x20 || $0 == .lineFeed }) else { throw .controlCharacter }
        guard bytes.last == .lineFeed else { throw .noFinalNewline }
        guard String(validating: bytes, as: UTF8.self) != nil else { throw .notUTF8 }
        self.bytes = Array(bytes)
    }

    /// A text made of lines without control characters.
    init(lines: [String]) {
        bytes = lines.flatMap { Array($0.utf8) + [.lineFeed] }
    }

    /// The lines, without their line feeds.
    var lines: [String] {
        bytes.dropLast().parts(between: .lineFeed)
    }
}

extension UInt8 {
    static let lineFeed = UInt8(ascii: "\n")
}

extension Collection<UInt8> {
    /// The texts between separators. Taken by bytes: a `Character` may hold a separator and the mark after it.
    func parts(between separator: UInt8, atMost splits: Int = .max) -> [String] {
        split(separator: separator, maxSplits: splits, omittingEmptySubsequences: false)
            .map { String(decoding: $0, as: UTF8.self) }
    }
}

extension [UInt8] {
    /// Where the lines without anything stand, from the first on.
    var blankLines: some BidirectionalCollection<Int> {
        indices.lazy.dropFirst().filter { self[$0] == .lineFeed && self[$0 - 1] == .lineFeed }
    }
}
