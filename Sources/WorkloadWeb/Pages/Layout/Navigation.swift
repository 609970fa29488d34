/// The parts of the site that the header leads to.
enum Area: Sendable {
    case record, week, incidents, people, more
}

/// One link of the header.
struct NavigationItem: Sendable {
    let label: String
    let link: String
    let isCurrent: Bool

    /// Only what the person may open: record and my week for those who hold an assignment, people for HR.
    static func all(for person: SignedInPerson, current: Area?, words: LayoutTexts) -> [NavigationItem] {
        let own: [(Area, String, String)] = [(.record, words.record, Links.record), (.week, words.week, Links.week)]
        let common: [(Area, String, String)] = [(.incidents, words.incidents, Links.incidents)]
        let people: [(Area, String, String)] = [(.people, words.people, Links.people)]
        let last: [(Area, String, String)] = [(.more, words.more, Links.more)]
        let items = (person.recordsTime ? own : []) + common + (person.readsPeople ? people : []) + last
        return items.map { NavigationItem(label: $1, link: $2, isCurrent: $0 == current) }
    }
}
