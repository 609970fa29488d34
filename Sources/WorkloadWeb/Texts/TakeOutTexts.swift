/// Words of taking an entry out.
struct TakeOutTexts: Sendable {
    let title: String
    let lead: String
    let reason: String
    let takeOut: String
    let keep: String

    static let english = TakeOutTexts(
        title: "Take this entry out",
        lead: "It counts nowhere after that. The entry, its history and the reason stay in view.",
        reason: "Why",
        takeOut: "Take it out",
        keep: "Keep it"
    )

    static let spanish = TakeOutTexts(
        title: "Retirar este registro",
        lead: "Después ya no cuenta en ningún lado. El registro, su historia y el motivo quedan a la vista.",
        reason: "Por qué",
        takeOut: "Retirarlo",
        keep: "Dejarlo"
    )
}
