/// Words of the frame and of the parts that several pages share.
struct LayoutTexts: Sendable {
    let skip: String
    let mainNavigation: String
    let state: String
    let signedIn: String
    let record: String
    let week: String
    let incidents: String
    let people: String
    let more: String
    let charter: String
    let seen: String
    let help: String
    let signOut: String
    let errorPrefix: String
    let error: String
    let whatYouTypedIsKept: String
    let notSaid: String
    let choose: String
    let chosenInside: String
    let seenBy: String
    let seenByYou: String
    let seenByReviewer: String
    let seenByHR: String
    let seenByUnion: String
    let pages: String
    let previousPage: String
    let nextPage: String
    let demoNote: @Sendable (_ district: String) -> String
    let thingsToFix: @Sendable (_ count: Int) -> String
    let pageOf: @Sendable (_ page: String, _ pages: String) -> String

    static let english = LayoutTexts(
        skip: "Skip to the page",
        mainNavigation: "Main",
        state: "State",
        signedIn: "Signed in:",
        record: "Record",
        week: "My week",
        incidents: "Incidents",
        people: "People",
        more: "More",
        charter: "Who runs this",
        seen: "Who sees what",
        help: "Help",
        signOut: "Sign out",
        errorPrefix: "Error: ",
        error: "Error:",
        whatYouTypedIsKept: "What you typed is still here.",
        notSaid: "Not said",
        choose: "Choose",
        chosenInside: "one is chosen",
        seenBy: "Seen by:",
        seenByYou: "you",
        seenByReviewer: "your reviewer",
        seenByHR: "HR",
        seenByUnion: "your union",
        pages: "Pages",
        previousPage: "Previous",
        nextPage: "Next",
        demoNote: { "\($0), demo district. People, schools and figures are made up." },
        thingsToFix: { $0 == 1 ? "One thing to fix before it is saved" : "\($0) things to fix before it is saved" },
        pageOf: { "Page \($0) of \($1)" }
    )

    static let spanish = LayoutTexts(
        skip: "Ir al contenido",
        mainNavigation: "Principal",
        state: "Estado",
        signedIn: "Sesión de:",
        record: "Registrar",
        week: "Mi semana",
        incidents: "Incidentes",
        people: "Personal",
        more: "Más",
        charter: "Quién lo opera",
        seen: "Quién ve qué",
        help: "Ayuda",
        signOut: "Cerrar sesión",
        errorPrefix: "Error: ",
        error: "Error:",
        whatYouTypedIsKept: "Lo que escribió sigue aquí.",
        notSaid: "Sin decir",
        choose: "Elija",
        chosenInside: "hay algo elegido",
        seenBy: "Lo ven:",
        seenByYou: "usted",
        seenByReviewer: "quien revisa su tiempo",
        seenByHR: "Recursos Humanos",
        seenByUnion: "su sindicato",
        pages: "Páginas",
        previousPage: "Anterior",
        nextPage: "Siguiente",
        demoNote: { "\($0), distrito de prueba. Personas, escuelas y cifras son inventadas." },
        thingsToFix: {
            $0 == 1 ? "Falta corregir una cosa para guardarlo" : "Falta corregir \($0) cosas para guardarlo"
        },
        pageOf: { "Página \($0) de \($1)" }
    )
}
