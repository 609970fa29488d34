/// One of the answers to a question: a radio button, a chip, or an option of a list.
struct Choice: Sendable {
    let id: String
    let name: String
    let value: String
    let label: String
    let help: String?
    let isChosen: Bool

    init(id: String, name: String, value: String, label: String, help: String? = nil, isChosen: Bool) {
        self.id = id
        self.name = name
        self.value = value
        self.label = label
        self.help = help
        self.isChosen = isChosen
    }
}

/// What a page knows of an answer before it is asked.
struct Answer: Sendable {
    let value: String
    let label: String
    let help: String?

    init(_ value: String, _ label: String, help: String? = nil) {
        self.value = value
        self.label = label
        self.help = help
    }
}

extension Choice {
    /// The answers of one question. The first has the question's name as its id, so that an error can lead to it.
    static func choices(_ name: String, _ answers: [Answer], chosen: String?) -> [Choice] {
        answers.enumerated().map { index, answer in
            Choice(
                id: index == 0 ? name : "\(name)-\(index + 1)",
                name: name,
                value: answer.value,
                label: answer.label,
                help: answer.help,
                isChosen: answer.value == chosen
            )
        }
    }

    /// The answers of a labelled list; `none` stands first, if given, and means an empty value.
    static func choices(_ name: String, _ labels: Labels, none: String? = nil, chosen: String?) -> [Choice] {
        let first = none.map { [Answer("", $0)] } ?? []
        let answers = labels.codes.map { Answer($0, labels[$0] ?? $0) }
        return choices(name, first + answers, chosen: chosen ?? "")
    }
}
