/// Why a zip file can't be read; each says what to do.
public enum ZipError: Error, Sendable, Hashable, CustomStringConvertible {
    /// No file can be read at the path.
    case notReadable(path: String, reason: String)
    /// The file is something else; `looksLike` says what, as far as its first bytes tell.
    case notZip(looksLike: String)
    /// The file begins like a zip, but its list of contents, which stands at the end, is missing.
    case cutShort
    /// An entry is protected by a password.
    case encrypted(entry: String)
    /// Bytes don't decompress or don't match their checksum.
    case damaged(entry: String?, detail: String)
    /// More entries than the limit.
    case tooManyEntries(limit: Int)
    /// More decompressed bytes than the limit.
    case tooLarge(entry: String, limit: Int64)

    /// What is wrong, and what to do.
    public var description: String {
        switch self {
        case .notReadable(let path, let reason): "\(path) can't be read: \(reason). Check the path and its permissions."
        case .notZip(let looksLike):
            "The file is not a zip; it looks like \(looksLike). Give the zip itself, unopened."
        case .cutShort:
            "The zip is cut short: the list of contents at its end is missing. Copy or download it again."
        case .encrypted(let entry):
            "\(entry) in the zip is protected by a password. Export the zip without one."
        case .damaged(let entry?, let detail):
            "\(entry) in the zip is damaged (\(detail)). Copy, download or export it again."
        case .damaged(nil, let detail): "The zip is damaged (\(detail)). Copy, download or export it again."
        case .tooManyEntries(let limit):
            "The zip holds more than \(limit) files. Check that this is the right zip."
        case .tooLarge(let entry, let limit):
            "\(entry) unpacks to more than \(limit) bytes. Check that this is the right zip; if it is, raise the limit."
        }
    }
}
