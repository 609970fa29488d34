/// Words of the page behind "More".
struct MoreTexts: Sendable {
    let title: String
    let sessions: String
    let sessionsHelp: String
    let receiptsHelp: String
    let looksHelp: String
    let evidenceHelp: String
    let charterHelp: String
    let seenHelp: String
    let helpHelp: String
    let roles: String
    let noRoles: String
    let jobs: String
    let noJobs: String

    static let english = MoreTexts(
        title: "More",
        sessions: "Where I am signed in",
        sessionsHelp: "End what you don’t know",
        receiptsHelp: "To keep, and to show that it was received",
        looksHelp: "At my name and my time",
        evidenceHelp: "That nobody has changed anything, and who checked",
        charterHelp: "And what was signed",
        seenHelp: "You, your reviewer, HR, your union",
        helpHelp: "How to record time, and who to ask",
        roles: "Rights you hold here",
        noRoles: "None besides your own time.",
        jobs: "Your jobs",
        noJobs: "No job is listed for you today. If that is wrong, tell HR."
    )

    static let spanish = MoreTexts(
        title: "Más",
        sessions: "Dónde tengo sesión abierta",
        sessionsHelp: "Cierre lo que no reconozca",
        receiptsHelp: "Para guardar y mostrar que se recibió",
        looksHelp: "Mi nombre y mi tiempo",
        evidenceHelp: "Que nadie ha cambiado nada, y quién lo revisó",
        charterHelp: "Y qué se firmó",
        seenHelp: "Usted, quien revisa, Recursos Humanos, su sindicato",
        helpHelp: "Cómo registrar tiempo y a quién preguntar",
        roles: "Permisos que tiene aquí",
        noRoles: "Ninguno, aparte de su propio tiempo.",
        jobs: "Sus puestos",
        noJobs: "Hoy no aparece ningún puesto suyo. Si no es correcto, avise a Recursos Humanos."
    )
}
