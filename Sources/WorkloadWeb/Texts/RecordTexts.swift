/// Words of the record form, which also corrects.
struct RecordTexts: Sendable {
    let title: String
    let correctTitle: String
    let correctLead: String
    let day: String
    let otherDay: String
    let otherDate: String
    let from: String
    let to: String
    let endOfMyDay: String
    let now: String
    let length: String
    let lengthUnknown: String
    let lengthIsUnknown: String
    let endsNextDay: String
    let breakMinutes: String
    let breakHelp: String
    let assignment: String
    let workKind: String
    let moreWorkKinds: @Sendable (_ count: Int) -> String
    let cause: String
    let notListed: String
    let notListedHelp: String
    let notListedModule: String
    let notListedSeen: String
    let notListedSeenHelp: String
    let several: String
    let severalHelp: String
    let minutes: String
    let notSure: String
    let notSystem: String
    let neededAnyway: String
    let lastUsed: String
    let openSince: @Sendable (_ day: String) -> String
    let openAtSince: @Sendable (_ site: String, _ day: String) -> String
    let isOver: String
    let overCount: @Sendable (_ count: Int) -> String
    let moreCount: @Sendable (_ count: Int) -> String
    let wasCarried: String
    let more: String
    let moreLead: String
    let noTimes: String
    let noTimesLead: String
    let hours: String
    let exactly: String
    let atLeast: String
    let atMost: String
    let place: String
    let site: String
    let siteCharged: String
    let siteOfAssignment: String
    let askedBy: String
    let authorizedBefore: String
    let studentsServed: String
    let recordsCorrected: String
    let pushedAside: String
    let nothingPushedAside: String
    let pushedAsideCount: String
    let treatedAs: String
    let source: String
    let sourceHelp: String
    let sourceMadeOn: String
    let changeReason: String
    let save: String
    let saveCorrection: String
    let saveWithThese: String
    let back: String

    static let english = RecordTexts(
        title: "Record time",
        correctTitle: "Correct this entry",
        correctLead: "Both versions stay, side by side. You and those who may see the entry see both.",
        day: "Day",
        otherDay: "Other",
        otherDate: "Which day",
        from: "From",
        to: "To",
        endOfMyDay: "End of my day",
        now: "Now",
        length: "Length",
        lengthUnknown: "– h – min",
        lengthIsUnknown: "not known yet",
        endsNextDay: "It ended after midnight, the next day",
        breakMinutes: "Breaks taken, in minutes",
        breakHelp: "This is over 5 hours. Only what you type here is taken off. No break? Type 0.",
        assignment: "For which job",
        workKind: "What you did",
        moreWorkKinds: { $0 == 1 ? "1 more kind of work" : "\($0) more kinds of work" },
        cause: "Because of",
        notListed: "System problem, not listed",
        notListedHelp: "Say which part and what you saw",
        notListedModule: "Which part of the system",
        notListedSeen: "What you saw",
        notListedSeenHelp: "A few words. No student names.",
        several: "Several of these",
        severalHelp: "Say how many minutes each took",
        minutes: "min",
        notSure: "Not sure",
        notSystem: "Not the system",
        neededAnyway: "Needed without the failure too?",
        lastUsed: "You used it last.",
        openSince: { "At all sites since \($0)." },
        openAtSince: { "At \($0) since \($1)." },
        isOver: "Over, still yours to choose.",
        overCount: { $0 == 1 ? "1 that is over, still yours to choose" : "\($0) that are over, still yours to choose" },
        moreCount: { $0 == 1 ? "1 more incident" : "\($0) more incidents" },
        wasCarried: "You were signed out. Nothing was lost: check and save.",
        more: "More, if you can",
        moreLead: "All optional. You can add it later too.",
        noTimes: "No exact times?",
        noTimesLead: "Leave from and to empty and say how long. It reads “no times given”; you can add them later.",
        hours: "h",
        exactly: "In all",
        atLeast: "At least",
        atMost: "At most",
        place: "Where you worked",
        site: "Site you worked for",
        siteCharged: "Site it is charged to",
        siteOfAssignment: "My own site",
        askedBy: "Who asked for it",
        authorizedBefore: "Was it authorized before?",
        studentsServed: "Students served",
        recordsCorrected: "Records corrected",
        pushedAside: "What it pushed aside",
        nothingPushedAside: "Nothing, or not said",
        pushedAsideCount: "How many",
        treatedAs: "Treated so far as",
        source: "Where the times come from",
        sourceHelp: "For time from an earlier day. It reads “recorded from notes”.",
        sourceMadeOn: "When that was made",
        changeReason: "What you correct",
        save: "Save",
        saveCorrection: "Save the correction",
        saveWithThese: "Save with these",
        back: "Back to the entry"
    )

    static let spanish = RecordTexts(
        title: "Registrar tiempo",
        correctTitle: "Corregir este registro",
        correctLead: "Las dos versiones quedan, una junto a la otra. Usted y quienes pueden verlo ven ambas.",
        day: "Día",
        otherDay: "Otro",
        otherDate: "Qué día",
        from: "De",
        to: "A",
        endOfMyDay: "Fin de mi jornada",
        now: "Ahora",
        length: "Duración",
        lengthUnknown: "– h – min",
        lengthIsUnknown: "aún no se sabe",
        endsNextDay: "Terminó después de medianoche, al día siguiente",
        breakMinutes: "Descansos que tomó, en minutos",
        breakHelp: "Son más de 5 horas. Solo se resta lo que escriba aquí. ¿Sin descanso? Escriba 0.",
        assignment: "Para qué puesto",
        workKind: "Qué hizo",
        moreWorkKinds: { $0 == 1 ? "1 tipo de trabajo más" : "\($0) tipos de trabajo más" },
        cause: "A causa de",
        notListed: "Falla del sistema que no está en la lista",
        notListedHelp: "Diga qué parte y qué vio",
        notListedModule: "Qué parte del sistema",
        notListedSeen: "Qué vio",
        notListedSeenHelp: "Unas palabras. Sin nombres de estudiantes.",
        several: "Varias de estas",
        severalHelp: "Diga cuántos minutos llevó cada una",
        minutes: "min",
        notSure: "No estoy seguro",
        notSystem: "No fue el sistema",
        neededAnyway: "¿Habría hecho falta sin la falla?",
        lastUsed: "Fue la última que usó.",
        openSince: { "En todos los planteles desde el \($0)." },
        openAtSince: { "En \($0) desde el \($1)." },
        isOver: "Ya terminó; aún puede elegirla.",
        overCount: {
            $0 == 1 ? "1 que ya terminó; aún puede elegirla" : "\($0) que ya terminaron; aún puede elegirlas"
        },
        moreCount: { $0 == 1 ? "1 incidente más" : "\($0) incidentes más" },
        wasCarried: "Se había cerrado su sesión. No se perdió nada: revise y guarde.",
        more: "Más, si puede",
        moreLead: "Todo es opcional. También puede agregarlo después.",
        noTimes: "¿No sabe las horas exactas?",
        noTimesLead: "Deje vacías las horas y diga cuánto duró. Se leerá «sin horas»; puede agregarlas después.",
        hours: "h",
        exactly: "En total",
        atLeast: "Por lo menos",
        atMost: "A lo más",
        place: "Dónde trabajó",
        site: "Plantel para el que trabajó",
        siteCharged: "Plantel al que se carga",
        siteOfAssignment: "Mi plantel",
        askedBy: "Quién lo pidió",
        authorizedBefore: "¿Se autorizó antes?",
        studentsServed: "Estudiantes atendidos",
        recordsCorrected: "Expedientes corregidos",
        pushedAside: "Qué dejó de hacer por esto",
        nothingPushedAside: "Nada, o sin decir",
        pushedAsideCount: "Cuántas veces",
        treatedAs: "Hasta ahora se trató como",
        source: "De dónde salen las horas",
        sourceHelp: "Para tiempo de un día anterior. Se leerá «registrado a partir de notas».",
        sourceMadeOn: "Cuándo se hizo esa fuente",
        changeReason: "Qué corrige",
        save: "Guardar",
        saveCorrection: "Guardar la corrección",
        saveWithThese: "Guardar con esto",
        back: "Volver al registro"
    )
}
