/// Who else reads what a person sends; worked out per person, printed beside every button that sends.
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
