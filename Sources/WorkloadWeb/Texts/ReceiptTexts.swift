/// Words of receipts and proofs: on their own page, and where an entry is shown.
struct ReceiptTexts: Sendable {
    let title: String
    let lead: String
    let list: String
    let receipt: String
    let proof: String
    let sealed: String
    let waiting: String
    let waitsLong: String
    let willBeSealed: String
    let proofMeans: String
    let howToCheck: String
    let emptyTitle: String
    let emptyLead: String
    let recordTime: String
    let noKeyTitle: String
    let noKey: String
    let received: @Sendable (_ moment: String) -> String
    let notSealed: @Sendable (_ moment: String) -> String
    let newestOnly: @Sendable (_ count: String) -> String

    static let english = ReceiptTexts(
        title: "My receipts",
        lead:
            "A receipt is a small signed file: it shows that this server received your entry, and when. Keep it "
            + "anywhere; if the entry were ever missing here, the receipt would show it.",
        list: "Your newest entries",
        receipt: "Receipt",
        proof: "Proof",
        sealed: "Sealed",
        waiting: "Waiting",
        waitsLong: "Not sealed",
        willBeSealed: "Will be sealed within a minute.",
        proofMeans:
            "An entry is sealed within a minute. From then on it has a proof: it shows that nobody has changed it since.",
        howToCheck: "How to check them",
        emptyTitle: "No receipts yet",
        emptyLead: "Each entry you record has one.",
        recordTime: "Record time",
        noKeyTitle: "This server gives no receipts",
        noKey: "It has no key to sign them with. What you record is kept all the same, and every version stays.",
        received: { "received \($0)" },
        notSealed: { "Not sealed yet; expected by \($0). Keep the receipt." },
        newestOnly: { "Only the newest \($0) are listed. Those of older entries stand with each entry." }
    )

    static let spanish = ReceiptTexts(
        title: "Mis comprobantes",
        lead:
            "Un comprobante es un archivo pequeño y firmado: muestra que este servidor recibió su registro y cuándo. "
            + "Guárdelo donde quiera; si un día el registro faltara aquí, el comprobante lo haría ver.",
        list: "Sus registros más recientes",
        receipt: "Comprobante",
        proof: "Prueba",
        sealed: "Sellado",
        waiting: "En espera",
        waitsLong: "Sin sellar",
        willBeSealed: "Se sellará en menos de un minuto.",
        proofMeans:
            "Un registro se sella en menos de un minuto. Desde entonces tiene una prueba: muestra que nadie lo ha "
            + "cambiado.",
        howToCheck: "Cómo verificarlos",
        emptyTitle: "Todavía no hay comprobantes",
        emptyLead: "Cada registro suyo tiene uno.",
        recordTime: "Registrar tiempo",
        noKeyTitle: "Este servidor no da comprobantes",
        noKey: "No tiene clave para firmarlos. Lo que usted registra se guarda igual, y todas las versiones quedan.",
        received: { "recibida: \($0)" },
        notSealed: { "Guarde el comprobante. Aún sin sellar; se esperaba a más tardar: \($0)" },
        newestOnly: { "Solo aparecen los \($0) más recientes. Los de registros anteriores están en cada registro." }
    )
}
