/// Words of "who has looked".
struct LookTexts: Sendable {
    let title: String
    let lead: String
    let onlyYou: String
    let list: String
    let when: String
    let who: String
    let role: String
    let place: String
    let noAccount: String
    let emptyTitle: String
    let emptyLead: String
    let newestOnly: @Sendable (_ count: String) -> String

    static let english = LookTexts(
        title: "Who has looked",
        lead: "Anybody who is shown your name or your entries is written down here first.",
        onlyYou: "Only you see this list.",
        list: "Looks, newest first",
        when: "When",
        who: "Who",
        role: "Role",
        place: "Where",
        noAccount: "Whoever runs the servers",
        emptyTitle: "Nobody has looked",
        emptyLead: "Nobody has been shown your name or your entries.",
        newestOnly: { "Only the newest \($0) are listed." }
    )

    static let spanish = LookTexts(
        title: "Quién ha consultado",
        lead: "Cuando alguien ve su nombre o sus registros, primero queda anotado, y aparece aquí.",
        onlyYou: "Solo usted ve esta lista.",
        list: "Consultas, la más reciente primero",
        when: "Cuándo",
        who: "Quién",
        role: "Función",
        place: "Dónde",
        noAccount: "Quien opera los servidores",
        emptyTitle: "Nadie ha consultado",
        emptyLead: "A nadie se le han mostrado su nombre ni sus registros.",
        newestOnly: { "Solo aparecen las \($0) más recientes." }
    )
}
