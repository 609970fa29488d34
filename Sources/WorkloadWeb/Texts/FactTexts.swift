/// What an entry says, one label per fact.
struct FactTexts: Sendable {
    let day: String
    let times: String
    let noTimes: String
    let length: String
    let breakTaken: String
    let workKind: String
    let cause: String
    let assignment: String
    let site: String
    let siteCharged: String
    let place: String
    let askedBy: String
    let authorizedBefore: String
    let treatedAs: String
    let pushedAside: String
    let students: String
    let records: String
    let neededAnyway: String
    let source: String
    let sourceMadeOn: String
    let notSure: String
    let notSystem: String
    let unattributed: @Sendable (_ length: String) -> String
    let notListed: @Sendable (_ module: String) -> String
    let range: @Sendable (_ low: String, _ high: String) -> String
    let countOf: @Sendable (_ what: String, _ count: String) -> String

    static let english = FactTexts(
        day: "Day",
        times: "From, to",
        noTimes: "No times given",
        length: "Length",
        breakTaken: "Break",
        workKind: "What you did",
        cause: "Because of",
        assignment: "Job",
        site: "Site",
        siteCharged: "Charged to",
        place: "Place",
        askedBy: "Asked for by",
        authorizedBefore: "Authorized before",
        treatedAs: "Treated so far as",
        pushedAside: "Pushed aside",
        students: "Students served",
        records: "Records corrected",
        neededAnyway: "Needed anyway",
        source: "Times come from",
        sourceMadeOn: "Made on",
        notSure: "Not sure",
        notSystem: "Not the system",
        unattributed: { "\($0) to none of them" },
        notListed: { "Not listed: \($0)" },
        range: { "\($0) to \($1)" },
        countOf: { "\($0), \($1) times" }
    )

    static let spanish = FactTexts(
        day: "Día",
        times: "De, a",
        noTimes: "Sin horas",
        length: "Duración",
        breakTaken: "Descanso",
        workKind: "Qué hizo",
        cause: "A causa de",
        assignment: "Puesto",
        site: "Plantel",
        siteCharged: "Se carga a",
        place: "Lugar",
        askedBy: "Lo pidió",
        authorizedBefore: "Autorizado antes",
        treatedAs: "Tratado como",
        pushedAside: "Dejó de hacer",
        students: "Estudiantes atendidos",
        records: "Expedientes corregidos",
        neededAnyway: "Necesario de todos modos",
        source: "Fuente de las horas",
        sourceMadeOn: "Fuente hecha el",
        notSure: "No estoy seguro",
        notSystem: "No fue el sistema",
        unattributed: { "\($0) a ninguna" },
        notListed: { "No está en la lista: \($0)" },
        range: { "de \($0) a \($1)" },
        countOf: { "\($0), \($1) veces" }
    )
}
