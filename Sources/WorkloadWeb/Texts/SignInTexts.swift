/// Words of signing in and out.
struct SignInTexts: Sendable {
    let title: String
    let claim: String
    let forAllStaff: @Sendable (_ district: String) -> String
    let name: String
    let password: String
    let signIn: String
    let cannotGetIn: String
    let cannotGetInHelp: String
    let badDayTitle: String
    let badDay: String
    let failed: String
    let giveName: String
    let givePassword: String
    let failedTitle: String
    let waitTitle: String
    let wait: @Sendable (_ seconds: String) -> String
    let demoTitle: String
    let demoLead: String
    let demoAs: String
    let signedOutTitle: String
    let signedOutLead: String
    let signInAgain: String
    let ended: String
    let carried: String
    let old: String
    let unavailable: String

    static let english = SignInTexts(
        title: "Sign in",
        claim: "Record the time a failed system takes from you.",
        forAllStaff: { "\($0), for all school staff." },
        name: "Work e-mail or employee number",
        password: "Password",
        signIn: "Sign in",
        cannotGetIn: "I can’t get in",
        cannotGetInHelp:
            "Ask HR or whoever runs Afterbell in your district for a new password. Meanwhile keep your times "
            + "on paper; you can record them later.",
        badDayTitle: "Works on the bad day",
        badDay:
            "Signing in here needs neither the student record system nor the district sign-in page. No "
            + "network? Keep your times on paper and record them later; they count the same.",
        failed: "The name and password don’t go together. Check both and try again.",
        giveName: "Type your work e-mail or employee number.",
        givePassword: "Type your password.",
        failedTitle: "Not signed in",
        waitTitle: "Please wait a moment",
        wait: { "There were several tries. Try again in \($0) seconds." },
        demoTitle: "Try it as",
        demoLead: "A demo district. People, schools and figures are made up.",
        demoAs: "Sign in as",
        signedOutTitle: "You are signed out",
        signedOutLead: "What you recorded is kept. On a shared computer, close the window too.",
        signInAgain: "Sign in again",
        ended: "Your session has ended. Sign in to go on; what was saved is kept.",
        carried: "Your session has ended. What you typed is kept: sign in, then check it and save.",
        old: "This page was from an earlier visit. Type your password once more.",
        unavailable: "The records can’t be reached just now. Wait a minute, then sign in again."
    )

    static let spanish = SignInTexts(
        title: "Entrar",
        claim: "Registre el tiempo que le quita un sistema que falla.",
        forAllStaff: { "\($0), para todo el personal." },
        name: "Correo del trabajo o número de empleado",
        password: "Contraseña",
        signIn: "Entrar",
        cannotGetIn: "No puedo entrar",
        cannotGetInHelp:
            "Pida una contraseña nueva a Recursos Humanos o a quien opera Afterbell en su distrito. Mientras, "
            + "anote sus horas en papel; puede registrarlas después.",
        badDayTitle: "Funciona en el mal día",
        badDay:
            "Para entrar aquí no hace falta el sistema de expedientes ni la página de acceso del distrito. "
            + "¿Sin red? Anote sus horas en papel y regístrelas después; valen igual.",
        failed: "El nombre y la contraseña no coinciden. Revíselos e intente otra vez.",
        giveName: "Escriba su correo del trabajo o número de empleado.",
        givePassword: "Escriba su contraseña.",
        failedTitle: "No se pudo entrar",
        waitTitle: "Espere un momento",
        wait: { "Hubo varios intentos. Intente otra vez en \($0) segundos." },
        demoTitle: "Probar como",
        demoLead: "Un distrito de prueba. Personas, escuelas y cifras son inventadas.",
        demoAs: "Entrar como",
        signedOutTitle: "Cerró su sesión",
        signedOutLead: "Lo que registró está guardado. En una computadora compartida, cierre también la ventana.",
        signInAgain: "Entrar otra vez",
        ended: "Su sesión terminó. Entre para continuar; lo guardado sigue ahí.",
        carried: "Su sesión terminó. Lo que escribió sigue aquí: entre, revíselo y guarde.",
        old: "Esta página era de una visita anterior. Escriba su contraseña otra vez.",
        unavailable: "Ahora no se puede llegar a los registros. Espere un minuto y entre otra vez."
    )
}
