/// A line under the header that says where things stand.
struct StateLine: Sendable {
    enum Kind: String, Sendable {
        case saved, waiting, check, held
    }

    /// Style of the line, `is-held`.
    let style: String
    let isSaved: Bool
    let isWaiting: Bool
    let isToCheck: Bool
    let isHeld: Bool
    let text: String
    let detail: String?
    let link: String
    let hasLink: Bool

    init(_ kind: Kind, _ text: String, detail: String? = nil, link: String? = nil) {
        style = "is-\(kind.rawValue)"
        isSaved = kind == .saved
        isWaiting = kind == .waiting
        isToCheck = kind == .check
        isHeld = kind == .held
        self.text = text
        self.detail = detail
        self.link = link ?? ""
        hasLink = link != nil
    }
}
