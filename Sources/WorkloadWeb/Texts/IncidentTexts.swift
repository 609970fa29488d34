/// Words of an incident's page.
struct IncidentTexts: Sendable {
    let noteTitle: String
    let sites: String
    let severity: String
    let severityHidden: String
    let edit: String
    let newStatus: String
    let statusNote: String
    let saveStatus: String
    let edited: String
    let recordTime: String
    let course: String
    let byDay: String
    let byDayCaption: String
    let byKind: String
    let bySite: String
    let day: String
    let kind: String
    let recordedHere: String
    let hours: String
    let people: String
    let allDays: String
    let allSites: String
    let siteCount: String
    let over200: String
    let over40: String
    let some: String
    let nobody: String
    let noSiteList: String
    let fewerThanTen: String
    let fewerExplained: String
    let notCounted: String
    let daysNotShown: String
    let totalsHidden: String
    let asRecorded: String
    let csv: String
    let ofModule: @Sendable (_ module: String, _ total: String) -> String
    let nobodyYet: String
    let tooFew: String
    let eyebrow: @Sendable (_ module: String, _ status: String, _ since: String) -> String
    let changed: @Sendable (_ what: String, _ now: String, _ before: String) -> String
    let byWhom: @Sendable (_ moment: String, _ name: String) -> String
    let total: @Sendable (_ hours: String, _ people: String, _ accounts: String, _ roster: String) -> String
    let totalSites: @Sendable (_ sites: String, _ all: String, _ since: String) -> String

    static let english = IncidentTexts(
        noteTitle: "What is known",
        sites: "Sites affected",
        severity: "Severity",
        severityHidden: "Staff don’t see the severity.",
        edit: "Edit the incident",
        newStatus: "New status",
        statusNote: "What is known now",
        saveStatus: "Save the status",
        edited: "Edited",
        recordTime: "Record time because of this",
        course: "Course of the incident",
        byDay: "Hours by day",
        byDayCaption: "Hours by day, as recorded by staff",
        byKind: "By kind of work",
        bySite: "Sites, as bands",
        day: "Day",
        kind: "Kind of work",
        recordedHere: "Recorded here",
        hours: "Hours",
        people: "People",
        allDays: "All days",
        allSites: "All sites",
        siteCount: "Sites",
        over200: "Over 200 h",
        over40: "Over 40 h",
        some: "Some",
        nobody: "Nobody has recorded time here",
        noSiteList: "Sites are counted, never listed by hours.",
        fewerThanTen: "fewer than 10 people",
        fewerExplained:
            "Where fewer than 10 people recorded, no figure is shown: it could point at one person. A second "
            + "figure may be left out so that the first can’t be worked out.",
        notCounted: "not shown",
        daysNotShown: "Days with time that is not shown.",
        totalsHidden: "Hours are shown to incident administrators, HR and auditors, as totals without names.",
        asRecorded: "As recorded by staff; each person named the cause.",
        csv: "Download the hours (CSV)",
        ofModule: { "\($0), all incidents together: \($1)" },
        nobodyYet: "*Nobody* has recorded time because of this yet.",
        tooFew: "*Fewer than 10 people* have recorded time because of this, so no hours are shown.",
        eyebrow: { "\($0): \($1.lowercased()), since \($2)" },
        changed: { "\($0): \($1) (before: \($2))" },
        byWhom: { "\($0), by \($1)" },
        total: { "*\($0)* recorded by \($1) of \($2) people with accounts, of \($3) on the roster" },
        totalSites: { ", at \($0) of \($1) sites, since \($2)." }
    )

    static let spanish = IncidentTexts(
        noteTitle: "Lo que se sabe",
        sites: "Planteles afectados",
        severity: "Gravedad",
        severityHidden: "El personal no ve la gravedad.",
        edit: "Editar el incidente",
        newStatus: "Estado nuevo",
        statusNote: "Lo que se sabe ahora",
        saveStatus: "Guardar el estado",
        edited: "Editado",
        recordTime: "Registrar tiempo por esto",
        course: "Curso del incidente",
        byDay: "Horas por día",
        byDayCaption: "Horas por día, según las registró el personal",
        byKind: "Por tipo de trabajo",
        bySite: "Planteles, por rango",
        day: "Día",
        kind: "Tipo de trabajo",
        recordedHere: "Registrado aquí",
        hours: "Horas",
        people: "Personas",
        allDays: "Todos los días",
        allSites: "Todos los planteles",
        siteCount: "Planteles",
        over200: "Más de 200 h",
        over40: "Más de 40 h",
        some: "Algo",
        nobody: "Aquí nadie ha registrado tiempo",
        noSiteList: "Los planteles se cuentan; nunca se listan por horas.",
        fewerThanTen: "menos de 10 personas",
        fewerExplained:
            "Donde registraron menos de 10 personas no se muestra la cifra, porque podría señalar a una sola. "
            + "A veces se omite otra cifra para que la primera no se pueda calcular.",
        notCounted: "no se muestra",
        daysNotShown: "Días con tiempo que no se muestra.",
        totalsHidden:
            "Las horas las ven quienes administran incidentes, Recursos Humanos y auditoría, en totales sin nombres.",
        asRecorded: "Según las registró el personal; cada persona dijo la causa.",
        csv: "Descargar las horas (CSV)",
        ofModule: { "\($0), todos los incidentes juntos: \($1)" },
        nobodyYet: "*Nadie* ha registrado tiempo por esto todavía.",
        tooFew: "*Menos de 10 personas* han registrado tiempo por esto; no se muestran horas.",
        eyebrow: { "\($0): \($1.lowercased()), desde el \($2)" },
        changed: { "\($0): \($1) (antes: \($2))" },
        byWhom: { "\($0), por \($1)" },
        total: { "*\($0)* registradas por \($1) de \($2) personas con cuenta, de \($3) en la lista" },
        totalSites: { ", en \($0) de \($1) planteles, desde el \($2)." }
    )
}
