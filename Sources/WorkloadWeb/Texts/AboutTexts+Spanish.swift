extension AboutTexts {
    static let spanish = AboutTexts(
        charterTitle: "Quién lo opera",
        charterLead: {
            "Afterbell guarda el tiempo que el personal escolar dedica cuando falla el sistema de expedientes; aquí, "
                + "el del personal de \($0)."
        },
        nothingSigned: "Aquí todavía no se ha firmado nada.",
        nothingSignedMeans:
            "No consta ningún acuerdo entre el distrito y un sindicato sobre Afterbell. Mientras no lo haya, "
            + "nadie ha prometido aquí qué usos quedan prohibidos.",
        whoRuns: "Quién opera los servidores",
        runBy: [
            "district": "El distrito, o a quien se lo haya encargado.",
            "union": "El sindicato, o a quien se lo haya encargado.",
            "third_party": "Un tercero: ni el distrito ni un sindicato.",
        ],
        charterFacts: [
            Fact(
                question: "Quién puede abrir cuentas",
                answer: "Quien opera esta instalación, para las personas de la lista."
            ),
            Fact(
                question: "Qué puede leer quien opera",
                answer:
                    "Mantiene la base de datos y no tiene cuenta aquí. "
                    + "Quien opera una base de datos podría leerla; nadie debe hacerlo."
            ),
            Fact(
                question: "Qué pasa con lo que usted registra",
                answer: "Todas las versiones quedan. Solo se registra: desde aquí no se envía nada a nómina."
            ),
        ],
        seenTitle: "Quién ve qué",
        seenLead: "Junto a cada botón que envía algo dice quién lo verá.",
        readers: [
            ReaderText(
                who: "Usted", sees: "Todo lo suyo: cada registro y cada versión.", never: "El tiempo de un compañero."
            ),
            ReaderText(
                who: "Quien revisa su tiempo",
                sees: "Aquí todavía nada. La revisión por plantel aún no empieza; Recursos Humanos le dice quién es.",
                never: "Su propio tiempo, ni el de quien revisa el suyo."
            ),
            ReaderText(
                who: "Recursos Humanos",
                sees: "Registros de las unidades a su cargo. La lista de personal; cada consulta queda registrada.",
                never: "Su contraseña."
            ),
            ReaderText(
                who: "Quienes administran incidentes y auditan",
                sees: "Totales por incidente, día y tipo de trabajo, a partir de 10 personas. Planteles por rango.",
                never: "Nombres, o el tiempo de una sola persona."
            ),
            ReaderText(
                who: "Su sindicato", sees: "Nada con nombres, salvo que usted un día diga que sí.",
                never: "Sus horas con su nombre antes de eso."
            ),
        ],
        neverTitle: "Nunca se recoge",
        never:
            "Dónde está su teléfono. Lo que escribe o pulsa en otros sistemas. Nombres o números de estudiantes.",
        helpTitle: "Ayuda",
        questions: [
            Answered(
                question: "¿Cómo registro tiempo?",
                answer:
                    "Elija Registrar. Diga el día, de qué hora a qué hora, qué hizo y a causa de qué. Guarde. "
                    + "La página dirá cuándo se recibió."
            ),
            Answered(
                question: "No sé las horas exactas.",
                answer:
                    "Abra «Más» y luego «¿No sabe las horas exactas?». Dé una duración, o por lo menos y a lo "
                    + "más. Puede agregar las horas después."
            ),
            Answered(
                question: "Me equivoqué.",
                answer:
                    "Abra el registro desde Mi semana y elija «Corregirlo» o «Retirarlo». Las dos versiones "
                    + "quedan a la vista."
            ),
            Answered(
                question: "¿Qué significa «en pausa»?",
                answer:
                    "Se recibió y por ahora no cuenta en ningún lado. O coincide con otro registro suyo: corrija uno "
                    + "de los dos. O su final aún no llega: contará por sí solo cuando llegue."
            ),
            Answered(
                question: "Mi problema no está en la lista.",
                answer: "Elija «Falla del sistema que no está en la lista», la parte del sistema, y diga qué vio."
            ),
            Answered(
                question: "¿Esto es un reclamo de pago?",
                answer:
                    "No. Es su constancia del tiempo. Nada de lo registrado aquí detiene un plazo legal; "
                    + "pregunte los plazos a su sindicato."
            ),
            Answered(
                question: "No hay red.",
                answer: "Anote las horas en papel. Regístrelas después y diga en «Más» de dónde salen."
            ),
            Answered(
                question: "¿A quién pregunto?",
                answer: "A Recursos Humanos por sus puestos, horario y contraseña. A su sindicato por sus derechos."
            ),
        ],
        unchanged: Answered(
            question: "¿Cómo sé que nadie cambia lo que registré?",
            answer:
                "Cada registro tiene un comprobante y se sella en menos de un minuto. Guarde los comprobantes; otros "
                + "verifican los sellos."
        )
    )
}
