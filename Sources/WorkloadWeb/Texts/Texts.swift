/// All words of the pages in one language. Both languages hold the same keys, because the compiler asks for them.
///
/// Words that stand in a template are stored strings; words that need a figure or a name are stored closures, used by
/// page models only.
struct Texts: Sendable {
    let language: Language
    let dates: DateTexts
    let layout: LayoutTexts
    let labels: LabelTexts
    let signIn: SignInTexts
    let record: RecordTexts
    let problems: RecordProblemTexts
    let clock: ClockTexts
    let saved: SavedTexts
    let facts: FactTexts
    let entry: EntryTexts
    let takeOut: TakeOutTexts
    let week: WeekTexts
    let incidents: IncidentListTexts
    let incident: IncidentTexts
    let incidentForm: IncidentFormTexts
    let people: PeopleTexts
    let receipts: ReceiptTexts
    let looks: LookTexts
    let evidence: EvidenceTexts
    let sessions: SessionTexts
    let more: MoreTexts
    let about: AboutTexts
    let errors: ErrorTexts
    let rules: RuleTexts

    /// The words in `language`.
    static func `in`(_ language: Language) -> Texts {
        switch language {
        case .english: .english
        case .spanish: .spanish
        }
    }

    static let english = Texts(
        language: .english, dates: .english, layout: .english, labels: .english, signIn: .english, record: .english,
        problems: .english, clock: .english, saved: .english, facts: .english, entry: .english, takeOut: .english,
        week: .english, incidents: .english, incident: .english, incidentForm: .english, people: .english,
        receipts: .english, looks: .english, evidence: .english, sessions: .english, more: .english, about: .english,
        errors: .english, rules: .english
    )

    static let spanish = Texts(
        language: .spanish, dates: .spanish, layout: .spanish, labels: .spanish, signIn: .spanish, record: .spanish,
        problems: .spanish, clock: .spanish, saved: .spanish, facts: .spanish, entry: .spanish, takeOut: .spanish,
        week: .spanish, incidents: .spanish, incident: .spanish, incidentForm: .spanish, people: .spanish,
        receipts: .spanish, looks: .spanish, evidence: .spanish, sessions: .spanish, more: .spanish, about: .spanish,
        errors: .spanish, rules: .spanish
    )
}
