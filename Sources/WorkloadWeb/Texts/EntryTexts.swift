/// Words of an entry's page with its history.
struct EntryTexts: Sendable {
    let title: String
    let theEntry: String
    let correct: String
    let takeOut: String
    let history: String
    let field: String
    let by: String
    let received: String
    let now: String
    let you: String
    let youInSentence: String
    let takenOutWord: String
    let stays: String
    let changedMark: String
    let happened: String
    let recorded: String
    let corrected: String
    let changeReason: String
    let reference: String
    let back: String
    let seeOther: String
    let fixThis: String
    let longEntry: String
    let notSaid: String
    let version: @Sendable (_ number: Int) -> String
    let byWhom: @Sendable (_ moment: String, _ name: String) -> String
    let takenOutFor: @Sendable (_ reason: String) -> String
    let unchanged: @Sendable (_ who: String, _ last: String) -> String

    static let english = EntryTexts(
        title: "Entry",
        theEntry: "What it says now",
        correct: "Correct it",
        takeOut: "Take it out",
        history: "History, side by side",
        field: "Field",
        by: "By",
        received: "Received",
        now: "now",
        you: "You",
        youInSentence: "you",
        takenOutWord: "Taken out",
        stays: "Nothing is erased: every version stays here.",
        changedMark: "changed",
        happened: "What happened",
        recorded: "Recorded",
        corrected: "Corrected",
        changeReason: "Reason given",
        reference: "Reference",
        back: "Back to the week",
        seeOther: "See the other entry",
        fixThis: "Fix this",
        longEntry: "To check: over 16 hours. It counts; if it is right, leave it.",
        notSaid: "–",
        version: { "Version \($0)" },
        byWhom: { "\($0), by \($1)" },
        takenOutFor: { "Taken out: \($0)" },
        unchanged: { "Nobody has changed it since it was sealed; checked by \($0), \($1)." }
    )

    static let spanish = EntryTexts(
        title: "Registro",
        theEntry: "Lo que dice ahora",
        correct: "Corregirlo",
        takeOut: "Retirarlo",
        history: "Historia, lado a lado",
        field: "Campo",
        by: "Por",
        received: "Recibido",
        now: "actual",
        you: "Usted",
        youInSentence: "usted",
        takenOutWord: "Retirado",
        stays: "Nada se borra: todas las versiones quedan aquí.",
        changedMark: "cambió",
        happened: "Qué pasó",
        recorded: "Registrado",
        corrected: "Corregido",
        changeReason: "Motivo",
        reference: "Referencia",
        back: "Volver a la semana",
        seeOther: "Ver el otro registro",
        fixThis: "Corregir",
        longEntry: "Por revisar: más de 16 horas. Cuenta; si es correcto, déjelo así.",
        notSaid: "–",
        version: { "Versión \($0)" },
        byWhom: { "\($0), por \($1)" },
        takenOutFor: { "Retirado: \($0)" },
        unchanged: { "Nadie lo ha cambiado desde que se selló. Lo verificó \($0): \($1)" }
    )
}
