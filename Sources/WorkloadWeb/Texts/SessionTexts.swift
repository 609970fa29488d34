/// Words of "where I am signed in".
struct SessionTexts: Sendable {
    let title: String
    let lead: String
    let thisDevice: String
    let others: String
    let noOthers: String
    let end: String
    let endOthers: String
    let signOut: String
    let ended: String
    let since: @Sendable (_ moment: String) -> String
    let lastSeen: @Sendable (_ moment: String) -> String
    let from: @Sendable (_ network: String) -> String

    static let english = SessionTexts(
        title: "Where I am signed in",
        lead: "Don’t know one of these? End it, then ask HR for a new password.",
        thisDevice: "This device",
        others: "Other devices",
        noOthers: "You are signed in nowhere else.",
        end: "End it",
        endOthers: "End all others",
        signOut: "Sign out here",
        ended: "Ended.",
        since: { "Signed in \($0)." },
        lastSeen: { "Last used \($0)." },
        from: { "Network \($0)." }
    )

    static let spanish = SessionTexts(
        title: "Dónde tengo sesión abierta",
        lead: "¿No reconoce alguna? Ciérrela y pida una contraseña nueva a Recursos Humanos.",
        thisDevice: "Este aparato",
        others: "Otros aparatos",
        noOthers: "No tiene sesión abierta en otro lugar.",
        end: "Cerrarla",
        endOthers: "Cerrar todas las demás",
        signOut: "Cerrar sesión aquí",
        ended: "Cerrada.",
        since: { "Entró el \($0)." },
        lastSeen: { "Último uso: \($0)." },
        from: { "Red \($0)." }
    )
}
