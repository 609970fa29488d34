/// Answers of a long list that are folded away. What is chosen when the page is sent stands before them, in sight.
struct FoldedChoices: Sendable {
    /// Says how many there are.
    let summary: String
    let choices: [Choice]
    let isOffered: Bool
    let isOpen: Bool

    init(_ choices: [Choice], summary: String, isOpen: Bool = false) {
        self.summary = summary
        self.choices = choices
        isOffered = !choices.isEmpty
        self.isOpen = isOpen
    }
}
