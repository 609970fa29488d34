/// Words for the fixed codes of the domain. The codes are the values of form fields and of `text` columns.
///
/// Kinds of work are not here: a district may add its own, so they carry their words with them.
struct LabelTexts: Sendable {
    /// Parts of the student record system.
    let modules: Labels
    /// Where a stretch of work was done.
    let places: Labels
    /// Who asked for it.
    let askedBy: Labels
    /// Whether it was authorized before.
    let authorizedBefore: Labels
    /// How it was treated so far.
    let treatedAs: Labels
    /// Whether it would have been needed without the failure.
    let neededAnyway: Labels
    /// What it pushed aside.
    let pushedAside: Labels
    /// What an entry was made from.
    let sources: Labels
    /// What a correction changes.
    let changeReasons: Labels
    /// Why an entry is taken out.
    let takeOutReasons: Labels
    /// States of an incident.
    let statuses: Labels
    /// How bad an incident is; shown to incident administrators only.
    let severities: Labels
    /// States of an account.
    let accounts: Labels
    /// Rights that an account may hold; and the operator, who has no account.
    let roles: Labels
    /// Where names are shown.
    let lookPages: Labels

    static let english = LabelTexts(
        modules: [
            "enrollment": "Enrollment", "scheduling": "Scheduling", "attendance": "Attendance", "grades": "Grades",
            "transcripts": "Transcripts", "special_education": "Special education", "meals": "Meals",
            "reports": "Reports", "access": "Signing in and access", "performance": "Slow or down",
            "help_desk": "Help desk",
        ],
        places: ["site": "At a site", "home": "At home", "elsewhere": "Elsewhere"],
        askedBy: [
            "site_administrator": "My site administrator", "district": "The district", "colleague": "A colleague",
            "nobody": "Nobody; it had to be done",
        ],
        authorizedBefore: ["yes": "Yes", "no": "No"],
        treatedAs: [
            "nothing_yet": "Nothing yet", "paid": "Paid", "partly_paid": "Partly paid",
            "time_off": "Time off given", "on_time_card": "On a time card", "dont_know": "I don’t know",
        ],
        neededAnyway: ["no": "No", "partly": "Partly", "yes": "Yes"],
        pushedAside: [
            "student_sessions": "Student sessions", "iep_meeting": "IEP or 504 meeting",
            "screening": "Health screening", "class_coverage": "Class coverage", "family_contact": "Family contact",
            "preparation": "Preparation", "own_lunch": "My own lunch",
        ],
        sources: [
            "as_it_happened": "Recorded as it happened", "notes": "My notes", "calendar": "My calendar",
            "sent_mail": "Mail I sent", "sign_in_sheet": "A sign-in sheet", "memory": "Memory",
        ],
        changeReasons: ["times": "The times", "cause": "The cause", "details": "Other details", "other": "Other"],
        takeOutReasons: ["entered_twice": "Entered twice", "wrong_day": "Wrong day", "other": "Other"],
        statuses: [
            "investigating": "Being investigated", "identified": "Cause found", "monitoring": "Fixed, being watched",
            "resolved": "Over",
        ],
        severities: [
            "1": "1: stops a site’s work", "2": "2: stops part of the work", "3": "3: slows the work",
            "4": "4: a nuisance",
        ],
        accounts: ["active": "In use", "disabled": "Closed", "none": "None yet"],
        roles: [
            "site_reviewer": "Site reviewer", "union_representative": "Union representative", "hr": "HR",
            "incident_administrator": "Incident administrator", "auditor": "Auditor", "operator": "Operator",
        ],
        lookPages: [
            "people": "List of people", "person": "A person’s page",
            "evidence_packet": "A packet of evidence, taken away",
        ]
    )

    static let spanish = LabelTexts(
        modules: [
            "enrollment": "Inscripción", "scheduling": "Horarios", "attendance": "Asistencia",
            "grades": "Calificaciones", "transcripts": "Certificados de estudios",
            "special_education": "Educación especial", "meals": "Comidas", "reports": "Informes",
            "access": "Entrada y permisos", "performance": "Lento o caído", "help_desk": "Soporte técnico",
        ],
        places: ["site": "En un plantel", "home": "En casa", "elsewhere": "En otro lugar"],
        askedBy: [
            "site_administrator": "La dirección de mi plantel", "district": "El distrito",
            "colleague": "Un compañero", "nobody": "Nadie; había que hacerlo",
        ],
        authorizedBefore: ["yes": "Sí", "no": "No"],
        treatedAs: [
            "nothing_yet": "Nada todavía", "paid": "Pagado", "partly_paid": "Pagado en parte",
            "time_off": "Tiempo libre otorgado", "on_time_card": "En una tarjeta de tiempo",
            "dont_know": "No sé",
        ],
        neededAnyway: ["no": "No", "partly": "En parte", "yes": "Sí"],
        pushedAside: [
            "student_sessions": "Sesiones con estudiantes", "iep_meeting": "Reunión de IEP o 504",
            "screening": "Revisión de salud", "class_coverage": "Cubrir una clase",
            "family_contact": "Contacto con familias", "preparation": "Preparación", "own_lunch": "Mi almuerzo",
        ],
        sources: [
            "as_it_happened": "Registrado en el momento", "notes": "Mis notas", "calendar": "Mi calendario",
            "sent_mail": "Correos que envié", "sign_in_sheet": "Una hoja de firmas", "memory": "Memoria",
        ],
        changeReasons: ["times": "Las horas", "cause": "La causa", "details": "Otros detalles", "other": "Otra cosa"],
        takeOutReasons: [
            "entered_twice": "Registrado dos veces", "wrong_day": "Día equivocado", "other": "Otro motivo",
        ],
        statuses: [
            "investigating": "En investigación", "identified": "Causa encontrada",
            "monitoring": "Arreglado, en observación", "resolved": "Terminado",
        ],
        severities: [
            "1": "1: detiene el trabajo de un plantel", "2": "2: detiene parte del trabajo",
            "3": "3: retrasa el trabajo", "4": "4: una molestia",
        ],
        accounts: ["active": "En uso", "disabled": "Cerrada", "none": "Aún no"],
        roles: [
            "site_reviewer": "Revisión del plantel", "union_representative": "Representación sindical",
            "hr": "Recursos Humanos", "incident_administrator": "Administración de incidentes",
            "auditor": "Auditoría", "operator": "Quien opera los servidores",
        ],
        lookPages: [
            "people": "Lista de personal", "person": "Página de una persona",
            "evidence_packet": "Un paquete de evidencia que se llevó",
        ]
    )
}
