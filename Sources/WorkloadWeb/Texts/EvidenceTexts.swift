/// Words of the page that says that nobody has changed anything, and how to check that.
struct EvidenceTexts: Sendable {
    let title: String
    let lead: String
    let eventMeans: String
    let uncheckedTitle: String
    let unchecked: String
    let checkers: String
    let checker: String
    let since: String
    let last: String
    let events: @Sendable (_ count: Int, _ text: String) -> String
    let checkYourself: String
    let keepReceipts: Step
    let askForPacket: Step
    let openPacket: Step
    let myReceipts: String
    let pageVerifier: String
    let pythonVerifier: String
    let verifiersFrom: String
    let seals: String
    let sealMeans: String
    let signed: String
    let eventCount: String
    let alsoSigned: String
    let nobodyElse: String
    let newest: String
    let key: String
    let compareKey: String
    let keyNow: String
    let keyBefore: String
    let reads: String
    let readsLead: String
    let month: String
    let role: String
    let count: String
    let noReads: String
    let emptyTitle: String
    let emptyLead: String
    let keepReceiptsThen: String
    let checkedWhole: @Sendable (_ moment: String) -> String
    let restoresTitle: String
    let restored: @Sendable (_ moment: String, _ events: String, _ reason: String) -> String
    let restoresMean: String
    let differs: @Sendable (_ count: Int, _ moment: String) -> String
    let sealedSoFar: @Sendable (_ count: String, _ last: String) -> String
    let sayChecked: @Sendable (_ events: String, _ since: String, _ who: String, _ last: String) -> String
    let sayUnchecked: @Sendable (_ events: String, _ last: String) -> String

    /// One thing that somebody can do to check.
    struct Step: Sendable {
        let title: String
        let text: String
    }

    static let english = EvidenceTexts(
        title: "Evidence",
        lead:
            "Everything recorded here is sealed within a minute. A change afterwards can be found, even one by "
            + "whoever runs the servers.",
        eventMeans: "An event is an entry, a correction, a right given, a look at names.",
        uncheckedTitle: "Nobody else has checked yet",
        unchecked:
            "Until somebody else does, the word of whoever runs the servers is all there is. Your receipts help: "
            + "what you keep at home, nobody here can change.",
        checkers: "Who checks",
        checker: "Checker",
        since: "Since",
        last: "Last",
        events: { $0 == 1 ? "1 event" : "\($1) events" },
        checkYourself: "Check it yourself",
        keepReceipts: Step(title: "Keep your receipts.", text: "Each shows that an entry was received, and when."),
        askForPacket: Step(
            title: "Ask for a packet.",
            text:
                "It is one file: the events that you may see, and the proof that nobody changed them. Whoever runs "
                + "the servers makes it for you, your union or HR."
        ),
        openPacket: Step(
            title: "Open it with a checker.", text: "It needs no network, and nothing leaves your computer."
        ),
        myReceipts: "My receipts",
        pageVerifier: "For a browser: verify.html",
        pythonVerifier: "For Python 3: verify_packet.py",
        verifiersFrom: "Better still: take a checker from where you trust it, and keep it.",
        seals: "Newest seals",
        sealMeans:
            "A seal is a short signed text: how many events there are, and one figure made from all of them. Were "
            + "any of them another one, so would be the figure.",
        signed: "Signed",
        eventCount: "Events",
        alsoSigned: "Also signed by",
        nobodyElse: "nobody else yet",
        newest: "Download the newest seal",
        key: "The key of this log",
        compareKey:
            "Compare it with the one you were given, on paper or by telephone. If they differ, ask whoever gave it "
            + "to you.",
        keyNow: "In use now",
        keyBefore: "In use before",
        reads: "How often names were looked at",
        readsLead: "HR, unions and auditors see this list. Each person sees who looked at their own name.",
        month: "Month",
        role: "Role",
        count: "Looks",
        noReads: "Nobody has been shown names yet.",
        emptyTitle: "Nothing is sealed here yet",
        emptyLead: "What is recorded is kept. Once it is sealed, it says here since when nobody has changed anything.",
        keepReceiptsThen: "Ask whoever runs the servers, and keep your receipts.",
        checkedWhole: { "Everything was held against the seals on \($0): it is as it was recorded." },
        restoresTitle: "Put back from a copy",
        restored: { "On \($0) the database was put back from a copy with \($1). Stated reason: \($2)" },
        restoresMean:
            "What was recorded after such a copy was made can be missing. A receipt that you kept shows it.",
        differs: {
            $0 == 1
                ? "One thing is not as it was recorded, found \($1)."
                : "\($0) things are not as they were recorded, found \($1)."
        },
        sealedSoFar: { "Sealed so far: \($0), the last on \($1)." },
        sayChecked: { "*\($0)*. Nobody has changed one since *\($1)*; checked by \($2), *\($3)*." },
        sayUnchecked: { "*\($0)* sealed, the last on *\($1)*." }
    )

    static let spanish = EvidenceTexts(
        title: "Evidencia",
        lead:
            "Todo lo que se registra aquí se sella en menos de un minuto. Un cambio posterior se puede descubrir, "
            + "aunque lo haga quien opera los servidores.",
        eventMeans: "Un hecho es un registro, una corrección, un permiso otorgado, una consulta de nombres.",
        uncheckedTitle: "Nadie más lo ha verificado todavía",
        unchecked:
            "Mientras nadie más lo haga, solo está la palabra de quien opera los servidores. Sus comprobantes ayudan: "
            + "lo que usted guarda en casa, nadie aquí lo puede cambiar.",
        checkers: "Quién verifica",
        checker: "Verifica",
        since: "Desde",
        last: "Última vez",
        events: { $0 == 1 ? "1 hecho" : "\($1) hechos" },
        checkYourself: "Verifíquelo usted",
        keepReceipts: Step(
            title: "Guarde sus comprobantes.", text: "Cada uno muestra que un registro se recibió y cuándo."
        ),
        askForPacket: Step(
            title: "Pida un paquete.",
            text:
                "Es un archivo: los hechos que usted puede ver y la prueba de que nadie los cambió. Quien opera los "
                + "servidores lo hace para usted, su sindicato o Recursos Humanos."
        ),
        openPacket: Step(
            title: "Ábralo con un verificador.", text: "No necesita red, y nada sale de su computadora."
        ),
        myReceipts: "Mis comprobantes",
        pageVerifier: "Para el navegador: verify.html",
        pythonVerifier: "Para Python 3: verify_packet.py",
        verifiersFrom: "Mejor aún: consiga un verificador de una fuente de confianza y guárdelo.",
        seals: "Sellos más recientes",
        sealMeans:
            "Un sello es un texto corto y firmado: cuántos hechos hay y una cifra hecha de todos ellos. Si uno fuera "
            + "distinto, la cifra también lo sería.",
        signed: "Firmado",
        eventCount: "Hechos",
        alsoSigned: "También firmó",
        nobodyElse: "nadie más todavía",
        newest: "Descargar el sello más reciente",
        key: "La clave de esta bitácora",
        compareKey:
            "Compárela con la que le dieron, en papel o por teléfono. Si no coinciden, pregunte a quien se la dio.",
        keyNow: "En uso ahora",
        keyBefore: "En uso antes",
        reads: "Cuántas veces se consultaron nombres",
        readsLead:
            "Esta lista la ven Recursos Humanos, los sindicatos y quienes auditan. Cada persona ve quién consultó su "
            + "propio nombre.",
        month: "Mes",
        role: "Función",
        count: "Consultas",
        noReads: "Todavía no se han mostrado nombres a nadie.",
        emptyTitle: "Aquí todavía no se ha sellado nada",
        emptyLead: "Lo que se registra se guarda. Cuando se selle, aquí dirá desde cuándo nadie ha cambiado nada.",
        keepReceiptsThen: "Pregunte a quien opera los servidores y guarde sus comprobantes.",
        checkedWhole: { "Todo está como se registró; última revisión completa contra los sellos: \($0)" },
        restoresTitle: "Se volvió a una copia",
        restored: { "\($0): la base de datos volvió a una copia con \($1). Motivo declarado: \($2)" },
        restoresMean:
            "Puede faltar lo que se registró después de hacer esa copia. Un comprobante que usted guardó lo demuestra.",
        differs: {
            $0 == 1
                ? "Una cosa no está como se registró; se encontró: \($1)"
                : "\($0) cosas no están como se registraron; se encontró: \($1)"
        },
        sealedSoFar: { "Sellados hasta ahora: \($0); el último: \($1)" },
        sayChecked: { "*\($0)*. Nadie ha cambiado ninguno desde *\($1)*; lo verificó \($2): *\($3)*" },
        sayUnchecked: { "*\($0)* con sello; el último: *\($1)*" }
    )
}
