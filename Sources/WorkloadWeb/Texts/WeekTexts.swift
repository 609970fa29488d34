/// Words of "my week".
struct WeekTexts: Sendable {
    let title: String
    let bars: String
    let day: String
    let bar: String
    let assignedAndBeyond: String
    let assigned: String
    let recorded: String
    let beyond: String
    let nothingYet: String
    let nothing: String
    let entries: String
    let add: String
    let recordTime: String
    let received: String
    let held: String
    let waiting: String
    let toCheck: String
    let takenOut: String
    let fixThis: String
    let checkTitle: String
    let checkLead: String
    let checkOverlap: String
    let checkLong: String
    let checkNotSure: String
    let lookAtIt: String
    let emptyTitle: String
    let emptyLead: String
    let earlierTitle: String
    let earlierHow: String
    let download: String
    let downloadLead: String
    let basisFromHR: String
    let basisUnknownTitle: String
    let basisUnknown: String
    let addTo: @Sendable (_ day: String) -> String
    let weekBefore: @Sendable (_ days: String) -> String
    let weekAfter: @Sendable (_ days: String) -> String
    let total: @Sendable (_ worked: String, _ beyond: String) -> String
    let totalSoFar: @Sendable (_ worked: String, _ beyond: String) -> String
    let totalUnknown: @Sendable (_ recorded: String) -> String
    let heldCount: @Sendable (_ count: Int) -> String
    let availableSince: @Sendable (_ site: String, _ day: String) -> String

    static let english = WeekTexts(
        title: "My week",
        bars: "Seven days: assigned hours and hours beyond them",
        day: "Day",
        bar: "Bar",
        assignedAndBeyond: "Assigned + beyond",
        assigned: "assigned",
        recorded: "recorded",
        beyond: "beyond your hours",
        nothingYet: "nothing yet",
        nothing: "nothing",
        entries: "Entries",
        add: "Add",
        recordTime: "Record time",
        received: "Received",
        held: "Held",
        waiting: "Not yet over",
        toCheck: "To check",
        takenOut: "Taken out",
        fixThis: "Fix this",
        checkTitle: "To check",
        checkLead: "Only you see this list. Nothing here lowers your time.",
        checkOverlap: "overlaps another entry, so it counts nowhere yet.",
        checkLong: "over 16 hours. If that is right, leave it.",
        checkNotSure: "because of “not sure”. Name a cause if you know it now; it may stay as it is.",
        lookAtIt: "Look at it",
        emptyTitle: "Nothing recorded in this week yet",
        emptyLead: "One entry takes about half a minute. Record what goes beyond your usual hours.",
        earlierTitle: "Time from before?",
        earlierHow:
            "Choose “Other” under the day, and under “More” say where the times come from. It reads “recorded "
            + "from notes”.",
        download: "Download mine (CSV)",
        downloadLead: "All entries of this week, with every version.",
        basisFromHR: "Assigned hours as HR lists them.",
        basisUnknownTitle: "Assigned hours unknown",
        basisUnknown:
            "HR has not listed your usual hours, so this page can’t tell which hours were beyond them. What "
            + "you record counts all the same.",
        addTo: { " to \($0)" },
        weekBefore: { "Week before, \($0)" },
        weekAfter: { "Week after, \($0)" },
        total: { "*\($0)* in this week, *\($1)* of it beyond your assigned hours." },
        totalSoFar: { "*\($0)* so far, *\($1)* of it beyond your assigned hours." },
        totalUnknown: { "*\($0)* recorded. Your assigned hours are unknown, so the whole week is at least this." },
        heldCount: { "\($0) held: fix this" },
        availableSince: {
            "Afterbell has been available at \($0) since \($1). Time from before that day can be recorded too."
        }
    )

    static let spanish = WeekTexts(
        title: "Mi semana",
        bars: "Siete días: horas asignadas y horas adicionales",
        day: "Día",
        bar: "Barra",
        assignedAndBeyond: "Asignadas + adicionales",
        assigned: "asignadas",
        recorded: "registradas",
        beyond: "fuera de su horario",
        nothingYet: "nada todavía",
        nothing: "nada",
        entries: "Registros",
        add: "Agregar",
        recordTime: "Registrar tiempo",
        received: "Recibido",
        held: "En pausa",
        waiting: "Aún no termina",
        toCheck: "Por revisar",
        takenOut: "Retirado",
        fixThis: "Corregir",
        checkTitle: "Por revisar",
        checkLead: "Solo usted ve esta lista. Nada de esto le quita tiempo.",
        checkOverlap: "coincide con otro registro; por ahora no cuenta en ningún lado.",
        checkLong: "más de 16 horas. Si es correcto, déjelo así.",
        checkNotSure: "causa «no estoy seguro». Diga cuál si ya lo sabe; también puede quedar así.",
        lookAtIt: "Ver",
        emptyTitle: "Aún no hay nada registrado en esta semana",
        emptyLead: "Un registro toma medio minuto. Registre lo que pase de su horario habitual.",
        earlierTitle: "¿Tiempo de antes?",
        earlierHow:
            "En el día elija «Otro» y en «Más» diga de dónde salen las horas. Se leerá «registrado a partir de notas».",
        download: "Descargar lo mío (CSV)",
        downloadLead: "Todos los registros de esta semana, con todas sus versiones.",
        basisFromHR: "Horas asignadas según Recursos Humanos.",
        basisUnknownTitle: "No se conocen sus horas asignadas",
        basisUnknown:
            "Recursos Humanos no ha dado su horario habitual, así que esta página no sabe qué horas fueron "
            + "adicionales. Lo que registre cuenta igual.",
        addTo: { " al \($0)" },
        weekBefore: { "Semana anterior, \($0)" },
        weekAfter: { "Semana siguiente, \($0)" },
        total: { "*\($0)* en esta semana; *\($1)* fuera de sus horas asignadas." },
        totalSoFar: { "*\($0)* hasta ahora; *\($1)* fuera de sus horas asignadas." },
        totalUnknown: { "*\($0)* registradas. No se conocen sus horas asignadas: la semana tiene por lo menos esto." },
        heldCount: { "\($0) en pausa: corrija" },
        availableSince: {
            "Afterbell está disponible en \($0) desde el \($1). También puede registrar tiempo anterior."
        }
    )
}
