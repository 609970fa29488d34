/// Words of opening and editing an incident.
struct IncidentFormTexts: Sendable {
    let openTitle: String
    let editTitle: String
    let editLead: String
    let title: String
    let titleHelp: String
    let module: String
    let severity: String
    let severityHelp: String
    let status: String
    let beganOn: String
    let beganAt: String
    let began: String
    let sites: String
    let everywhere: String
    let sitesCount: @Sendable (_ count: Int) -> String
    let moreSites: @Sendable (_ count: Int) -> String
    let note: String
    let noteHelp: String
    let open: String
    let save: String
    let back: String
    let audience: String
    let problems: IncidentProblemTexts

    static let english = IncidentFormTexts(
        openTitle: "Open an incident",
        editTitle: "Edit the incident",
        editLead:
            "What you change is shown in the course of the incident, with the time. Others read it under the "
            + "district’s name.",
        title: "Title",
        titleHelp: "What people see, in their words: “Schedules empty or wrong”.",
        module: "Part of the system",
        severity: "Severity",
        severityHelp: "Staff don’t see it.",
        status: "Status",
        beganOn: "Day",
        beganAt: "Time, if known",
        began: "When it began",
        sites: "Sites affected",
        everywhere: "All sites",
        sitesCount: { $0 == 1 ? "Or 1 site by name" : "Or some of \($0) sites, by name" },
        moreSites: { $0 == 1 ? "1 more site" : "\($0) more sites" },
        note: "What is known",
        noteHelp: "Everybody who is signed in can read it. It can become a public record. No student names.",
        open: "Open the incident",
        save: "Save the changes",
        back: "Back",
        audience: "Seen by: everybody in the district who is signed in",
        problems: .english
    )

    static let spanish = IncidentFormTexts(
        openTitle: "Abrir un incidente",
        editTitle: "Editar el incidente",
        editLead:
            "Lo que cambie se muestra en el curso del incidente, con la hora. Los demás lo leen a nombre del "
            + "distrito.",
        title: "Título",
        titleHelp: "Lo que ve la gente, en sus palabras: «Horarios vacíos o equivocados».",
        module: "Parte del sistema",
        severity: "Gravedad",
        severityHelp: "El personal no la ve.",
        status: "Estado",
        beganOn: "Día",
        beganAt: "Hora, si se sabe",
        began: "Cuándo empezó",
        sites: "Planteles afectados",
        everywhere: "Todos los planteles",
        sitesCount: { $0 == 1 ? "O 1 plantel por nombre" : "O algunos de \($0) planteles, por nombre" },
        moreSites: { $0 == 1 ? "1 plantel más" : "\($0) planteles más" },
        note: "Lo que se sabe",
        noteHelp:
            "Lo puede leer toda persona con sesión. Puede volverse documento público. Sin nombres de estudiantes.",
        open: "Abrir el incidente",
        save: "Guardar los cambios",
        back: "Volver",
        audience: "Lo ven: todas las personas del distrito con sesión",
        problems: .spanish
    )
}

/// What is wrong with an incident's form.
struct IncidentProblemTexts: Sendable {
    let titleLength: String
    let chooseModule: String
    let chooseSeverity: String
    let chooseStatus: String
    let giveDay: String
    let dayIsAhead: String
    let chooseSites: String
    let noteIsTooLong: String

    static let english = IncidentProblemTexts(
        titleLength: "Give it a title of 3 to 140 characters.",
        chooseModule: "Choose the part of the system.",
        chooseSeverity: "Choose the severity.",
        chooseStatus: "Choose the status.",
        giveDay: "Say on which day it began.",
        dayIsAhead: "This is still to come. Check the day and the time.",
        chooseSites: "Choose the sites affected, or “All sites”.",
        noteIsTooLong: "Use at most 500 characters."
    )

    static let spanish = IncidentProblemTexts(
        titleLength: "Escriba un título de 3 a 140 caracteres.",
        chooseModule: "Elija la parte del sistema.",
        chooseSeverity: "Elija la gravedad.",
        chooseStatus: "Elija el estado.",
        giveDay: "Diga qué día empezó.",
        dayIsAhead: "Eso aún no llega. Revise el día y la hora.",
        chooseSites: "Elija los planteles afectados o «Todos los planteles».",
        noteIsTooLong: "Use 500 caracteres como máximo."
    )
}
