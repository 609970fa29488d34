/// Words of error pages: what happened, and what to do now.
struct ErrorTexts: Sendable {
    /// A title and what to do.
    struct Message: Sendable {
        let title: String
        let advice: String
    }

    let badRequest: Message
    let forbidden: Message
    let notFound: Message
    let conflict: Message
    let tooLarge: Message
    let refused: Message
    let tooMany: Message
    let broken: Message
    let unavailable: Message
    let requestNumber: String
    let requestHelp: String
    let record: String
    let home: String
    let keptAdvice: String
    let sendAgain: String

    static let english = ErrorTexts(
        badRequest: Message(
            title: "This request could not be read", advice: "Go back, load the page again and try once more."
        ),
        forbidden: Message(
            title: "This is not open to you",
            advice: "Your account may not do this. If you came from a form, load it again: it may have grown old."
        ),
        notFound: Message(
            title: "There is nothing here for you",
            advice: "The address may be wrong, or what it shows is not yours to see."
        ),
        conflict: Message(
            title: "Something else was saved first",
            advice:
                "It changed while you were working on it. Nothing of yours was saved now. Look at it again, "
                + "then repeat."
        ),
        tooLarge: Message(title: "That was too much at once", advice: "Send less, and nothing but the form."),
        refused: Message(
            title: "This could not be saved",
            advice: "Something in it can’t be right. Go back and look at what you typed."
        ),
        tooMany: Message(title: "Please wait a moment", advice: "There were many requests. Try again in a minute."),
        broken: Message(
            title: "Something went wrong here",
            advice:
                "It is our fault, not yours. What you saved before is kept. Look at My week to see if this was, too."
        ),
        unavailable: Message(
            title: "Afterbell can’t answer just now",
            advice:
                "Note your times on paper and try again in a minute. If you had just pressed Save, look at My "
                + "week first: it may have been received."
        ),
        requestNumber: "Request",
        requestHelp: "If you ask for help, give this number.",
        record: "Record time",
        home: "To the start",
        keptAdvice:
            "The records can’t be reached. What you typed is kept on this page: wait a minute, then send it again. "
            + "Nothing is saved twice.",
        sendAgain: "Send it again"
    )

    static let spanish = ErrorTexts(
        badRequest: Message(
            title: "No se pudo leer la solicitud", advice: "Regrese, cargue la página otra vez e intente de nuevo."
        ),
        forbidden: Message(
            title: "Esto no está abierto para usted",
            advice: "Su cuenta no puede hacer esto. Si venía de un formulario, cárguelo otra vez: quizá ya venció."
        ),
        notFound: Message(
            title: "Aquí no hay nada para usted",
            advice: "La dirección puede estar mal, o lo que muestra no le corresponde verlo."
        ),
        conflict: Message(
            title: "Otra cosa se guardó primero",
            advice:
                "Cambió mientras usted trabajaba. Lo suyo no se guardó ahora. Véalo otra vez y repita."
        ),
        tooLarge: Message(title: "Fue demasiado a la vez", advice: "Envíe menos, y solo el formulario."),
        refused: Message(
            title: "No se pudo guardar", advice: "Algo no puede ser correcto. Regrese y revise lo que escribió."
        ),
        tooMany: Message(
            title: "Espere un momento", advice: "Hubo muchas solicitudes. Intente otra vez en un minuto."
        ),
        broken: Message(
            title: "Algo falló aquí",
            advice: "Es culpa nuestra, no suya. Lo que guardó antes sigue ahí. Vea en Mi semana si esto también."
        ),
        unavailable: Message(
            title: "Afterbell no puede responder ahora",
            advice:
                "Anote sus horas en papel e intente otra vez en un minuto. Si acababa de guardar, vea primero "
                + "Mi semana: puede que se haya recibido."
        ),
        requestNumber: "Solicitud",
        requestHelp: "Si pide ayuda, dé este número.",
        record: "Registrar tiempo",
        home: "Ir al inicio",
        keptAdvice:
            "No se puede llegar a los registros. Lo que escribió sigue en esta página: espere un minuto y envíelo "
            + "otra vez. No se guarda doble.",
        sendAgain: "Enviarlo otra vez"
    )
}
