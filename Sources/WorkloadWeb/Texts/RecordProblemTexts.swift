/// What is wrong with a record form, said so that the person knows what to do.
struct RecordProblemTexts: Sendable {
    let chooseDay: String
    let dayIsAhead: String
    let dayIsTooOld: String
    let giveFrom: String
    let giveTo: String
    let timeNotUnderstood: String
    let endsBeforeStart: String
    let endIsAhead: String
    let answerClockQuestion: String
    let longerThanADay: String
    let noMinutes: String
    let timesOrLength: String
    let lengthNotUnderstood: String
    let highIsNotHigher: String
    let breakIsTooLong: String
    let chooseWorkKind: String
    let chooseCause: String
    let chooseModule: String
    let seenIsTooLong: String
    let giveMinutes: String
    let tooManyMinutes: String
    let chooseAssignment: String
    let noAssignment: String
    let countNotUnderstood: String
    let countHasNoWhat: String
    let answerNotKnown: String
    let chooseReason: String

    static let english = RecordProblemTexts(
        chooseDay: "Choose the day.",
        dayIsAhead: "This day is still to come. Record the time once you have worked it.",
        dayIsTooOld: "This day is before 2000. Check the year.",
        giveFrom: "Say when it began.",
        giveTo: "Say when it ended.",
        timeNotUnderstood: "Type the time like 4:10 PM or 16:10.",
        endsBeforeStart: "“To” is not after “From”. Past midnight? Check “It ended after midnight”.",
        endIsAhead: "The end is still to come. Record it once you are done; up to 15 minutes ahead is fine.",
        answerClockQuestion: "Say which of the two times you mean.",
        longerThanADay: "One entry holds at most 24 hours. Split it into two.",
        noMinutes: "After the break nothing is left. Check the times and the break.",
        timesOrLength: "Give either from and to or a length, not both.",
        lengthNotUnderstood: "Type hours and minutes as whole numbers, like 2 and 30.",
        highIsNotHigher: "“At most” is not more than “at least”.",
        breakIsTooLong: "Type the break in minutes, from 0 to 480.",
        chooseWorkKind: "Choose what you did.",
        chooseCause: "Choose what it was because of. “Not sure” is fine.",
        chooseModule: "Choose which part of the system.",
        seenIsTooLong: "Use at most 200 characters.",
        giveMinutes: "Give minutes for at least one of them, as whole numbers.",
        tooManyMinutes: "Together these are more minutes than the entry holds.",
        chooseAssignment: "You have several jobs that day. Choose one.",
        noAssignment: "You have no job on the list for that day. Check the day, or ask HR.",
        countNotUnderstood: "Type a whole number.",
        countHasNoWhat: "Say what it pushed aside, too.",
        answerNotKnown: "Choose one of the answers in the list.",
        chooseReason: "Choose a reason."
    )

    static let spanish = RecordProblemTexts(
        chooseDay: "Elija el día.",
        dayIsAhead: "Ese día aún no llega. Registre el tiempo cuando lo haya trabajado.",
        dayIsTooOld: "Ese día es anterior a 2000. Revise el año.",
        giveFrom: "Diga a qué hora empezó.",
        giveTo: "Diga a qué hora terminó.",
        timeNotUnderstood: "Escriba la hora así: 4:10 PM o 16:10.",
        endsBeforeStart: "«A» no es después de «De». ¿Pasó de medianoche? Marque «Terminó después de medianoche».",
        endIsAhead: "El final aún no llega. Regístrelo al terminar; se aceptan hasta 15 minutos por adelantado.",
        answerClockQuestion: "Diga a cuál de las dos horas se refiere.",
        longerThanADay: "Un registro tiene como máximo 24 horas. Divídalo en dos.",
        noMinutes: "Al restar el descanso no queda nada. Revise las horas y el descanso.",
        timesOrLength: "Dé las horas o la duración, no ambas.",
        lengthNotUnderstood: "Escriba horas y minutos con números enteros, como 2 y 30.",
        highIsNotHigher: "«A lo más» no es mayor que «Por lo menos».",
        breakIsTooLong: "Escriba el descanso en minutos, de 0 a 480.",
        chooseWorkKind: "Elija qué hizo.",
        chooseCause: "Elija la causa. «No estoy seguro» también vale.",
        chooseModule: "Elija qué parte del sistema.",
        seenIsTooLong: "Use 200 caracteres como máximo.",
        giveMinutes: "Dé los minutos de al menos una, con números enteros.",
        tooManyMinutes: "Juntas suman más minutos que el registro.",
        chooseAssignment: "Ese día tiene varios puestos. Elija uno.",
        noAssignment: "Ese día no tiene ningún puesto en la lista. Revise el día o pregunte a Recursos Humanos.",
        countNotUnderstood: "Escriba un número entero.",
        countHasNoWhat: "Diga también qué dejó de hacer.",
        answerNotKnown: "Elija una de las respuestas de la lista.",
        chooseReason: "Elija un motivo."
    )
}
