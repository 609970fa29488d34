/// Who else reads what a person sends, printed beside every button that sends. Today that is HR for every entry: site
/// review has not begun, and a union reads nothing by name without a consent, which nobody can give here yet.
enum Reader: Sendable {
    case reviewer, hr, union
}

extension LayoutTexts {
    /// "Seen by: you, your reviewer, HR"
    func audience(_ readers: [Reader]) -> String {
        let others = readers.map { reader in
            switch reader {
            case .reviewer: seenByReviewer
            case .hr: seenByHR
            case .union: seenByUnion
            }
        }
        return "\(seenBy) " + ([seenByYou] + others).joined(separator: ", ")
    }
}
