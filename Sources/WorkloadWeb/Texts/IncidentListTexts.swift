/// Words of the list of incidents.
struct IncidentListTexts: Sendable {
    let title: String
    let lead: String
    let open: String
    let filter: String
    let text: String
    let status: String
    let module: String
    let site: String
    let all: String
    let unresolved: String
    let show: String
    let showAll: String
    let list: String
    let incident: String
    let since: String
    let sites: String
    let severity: String
    let allSites: String
    let emptyTitle: String
    let emptyLead: String
    let noneOpenTitle: String
    let noneOpenLead: String
    let csv: String
    let found: @Sendable (_ count: Int, _ text: String) -> String
    let sitesCount: @Sendable (_ count: Int, _ text: String) -> String

    static let english = IncidentListTexts(
        title: "Incidents",
        lead:
            "Failures of the student record system, with a date. Time can be recorded because of any of them, "
            + "over or not.",
        open: "Open an incident",
        filter: "Narrow the list",
        text: "Words in the title",
        status: "Status",
        module: "Part of the system",
        site: "Site",
        all: "All",
        unresolved: "Not over",
        show: "Show",
        showAll: "Show all",
        list: "Incidents, newest first",
        incident: "Incident",
        since: "Since",
        sites: "Sites",
        severity: "Severity",
        allSites: "All sites",
        emptyTitle: "Nothing fits these words",
        emptyLead: "Use fewer words, or show all.",
        noneOpenTitle: "No incident has been opened",
        noneOpenLead: "Time can be recorded all the same: choose “System problem, not listed” and say what you saw.",
        csv: "Download the list (CSV)",
        found: { $0 == 1 ? "1 incident" : "\($1) incidents" },
        sitesCount: { $0 == 1 ? "1 site" : "\($1) sites" }
    )

    static let spanish = IncidentListTexts(
        title: "Incidentes",
        lead:
            "Fallas del sistema de expedientes, con fecha. Puede registrar tiempo por cualquiera, haya terminado o no.",
        open: "Abrir un incidente",
        filter: "Reducir la lista",
        text: "Palabras del título",
        status: "Estado",
        module: "Parte del sistema",
        site: "Plantel",
        all: "Todos",
        unresolved: "Sin terminar",
        show: "Mostrar",
        showAll: "Mostrar todos",
        list: "Incidentes, los más recientes primero",
        incident: "Incidente",
        since: "Desde",
        sites: "Planteles",
        severity: "Gravedad",
        allSites: "Todos los planteles",
        emptyTitle: "Nada coincide",
        emptyLead: "Use menos palabras o muestre todos.",
        noneOpenTitle: "No se ha abierto ningún incidente",
        noneOpenLead:
            "De todos modos puede registrar tiempo: elija «Falla del sistema que no está en la lista» y diga qué vio.",
        csv: "Descargar la lista (CSV)",
        found: { $0 == 1 ? "1 incidente" : "\($1) incidentes" },
        sitesCount: { $0 == 1 ? "1 plantel" : "\($1) planteles" }
    )
}
