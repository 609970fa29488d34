/// Words of the receipt after saving.
struct SavedTexts: Sendable {
    let reference: String
    let heldTitle: String
    let fixThis: String
    let seeOther: String
    let again: String
    let week: String
    let bothStay: String
    let anyone: String
    let nothingWaits: String
    let longEntry: String
    let alreadyReceived: String
    let received: @Sendable (_ moment: String) -> String
    let heldWord: @Sendable (_ moment: String) -> String
    let receivedOn: String
    let saved: @Sendable (_ moment: String) -> String
    let overlaps: @Sendable (_ day: String, _ span: String, _ length: String) -> String
    let countsFrom: @Sendable (_ time: String) -> String
    let takenOut: @Sendable (_ reason: String) -> String

    static let english = SavedTexts(
        reference: "Reference",
        heldTitle: "Held: fix this",
        fixThis: "Fix this",
        seeOther: "See the other entry",
        again: "Record more time",
        week: "My week",
        bothStay: "If this entry is corrected, both versions stay in view.",
        anyone: "Keep the receipt: anyone you give it to can check it.",
        nothingWaits: "It is kept.",
        longEntry: "This is over 16 hours. If that is right, leave it; if not, fix it.",
        alreadyReceived: "This had arrived before. It is kept once.",
        received: { "Received \($0)" },
        heldWord: { "Held for now, received \($0)" },
        receivedOn: "Received",
        saved: { "Saved \($0)." },
        overlaps: {
            "It overlaps your entry of \($0), \($1), by \($2), so it counts nowhere yet. Change the times of one of the "
                + "two, or take one out."
        },
        countsFrom: { "Its end is still to come. It counts from \($0) on." },
        takenOut: { "Taken out: \($0)." }
    )

    static let spanish = SavedTexts(
        reference: "Referencia",
        heldTitle: "En pausa: corríjalo",
        fixThis: "Corregir",
        seeOther: "Ver el otro registro",
        again: "Registrar más tiempo",
        week: "Mi semana",
        bothStay: "Si este registro se corrige, las dos versiones quedan a la vista.",
        anyone: "Guarde el comprobante: quien lo reciba de usted puede verificarlo.",
        nothingWaits: "Quedó guardado.",
        longEntry: "Son más de 16 horas. Si es correcto, déjelo así; si no, corríjalo.",
        alreadyReceived: "Ya había llegado antes. Se guarda una sola vez.",
        received: { "Recibido: \($0)" },
        heldWord: { "En pausa por ahora; recibido: \($0)" },
        receivedOn: "Recibido",
        saved: { "Guardado: \($0)" },
        overlaps: {
            "Coincide \($2) con su registro del \($0), \($1); por ahora no cuenta en ningún lado. Cambie las horas de "
                + "uno de los dos o retire uno."
        },
        countsFrom: { "Su final aún no llega. Cuenta a partir de: \($0)" },
        takenOut: { "Retirado: \($0)." }
    )
}
