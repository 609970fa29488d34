/// A field to type in: its label, what was typed and what is wrong with it.
struct Field: Sendable {
    let id: String
    let name: String
    let label: String
    let help: String
    let hasHelp: Bool
    let value: String
    let error: String
    let hasError: Bool
    /// The ids of help and error, for `aria-describedby`.
    let describedBy: String
    let isDescribed: Bool
    /// Stands behind the field, "min".
    let unit: String

    init(
        _ name: String, id: String? = nil, label: String, help: String? = nil, unit: String = "", value: String?,
        problems: [FieldProblem] = []
    ) {
        let id = id ?? name
        let message = problems.message(id)
        self.id = id
        self.name = name
        self.label = label
        self.help = help ?? ""
        hasHelp = help != nil
        self.value = value ?? ""
        error = message ?? ""
        hasError = message != nil
        describedBy = ((help == nil ? [] : ["\(id)-help"]) + (message == nil ? [] : ["\(id)-error"])).joined(
            separator: " ")
        isDescribed = !describedBy.isEmpty
        self.unit = unit
    }
}

/// A question with fixed answers, and what is wrong with the one given.
struct Question: Sendable {
    let id: String
    let label: String
    let help: String
    let hasHelp: Bool
    let choices: [Choice]
    let error: String
    let hasError: Bool
    let describedBy: String
    let isDescribed: Bool

    init(_ name: String, label: String, help: String? = nil, choices: [Choice], problems: [FieldProblem] = []) {
        let message = problems.message(name)
        id = name
        self.label = label
        self.help = help ?? ""
        hasHelp = help != nil
        self.choices = choices
        error = message ?? ""
        hasError = message != nil
        describedBy =
            ((help == nil ? [] : ["\(name)-help"]) + (message == nil ? [] : ["\(name)-error"])).joined(separator: " ")
        isDescribed = !describedBy.isEmpty
    }
}
