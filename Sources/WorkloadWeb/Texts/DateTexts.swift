/// Days, months and the order in which a language writes them.
struct DateTexts: Sendable {
    /// Monday first, as ISO 8601 counts.
    let weekdays: [String]
    /// January first.
    let months: [String]
    let today: String
    let am: String
    let pm: String
    let hour: String
    let minute: String
    let and: String
    let nextDay: String
    /// Puts together a month and a day, "Aug 20".
    let dayOfMonth: @Sendable (_ month: String, _ day: Int) -> String
    /// Puts together a weekday and the rest, "Thu, Aug 20".
    let onWeekday: @Sendable (_ weekday: String, _ rest: String) -> String
    /// Two days of one month, "Aug 17–23".
    let days: @Sendable (_ month: String, _ first: Int, _ last: Int) -> String

    static let english = DateTexts(
        weekdays: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
        months: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
        today: "Today",
        am: "AM",
        pm: "PM",
        hour: "h",
        minute: "min",
        and: "and",
        nextDay: "next day",
        dayOfMonth: { "\($0) \($1)" },
        onWeekday: { "\($0), \($1)" },
        days: { "\($0) \($1)–\($2)" }
    )

    static let spanish = DateTexts(
        weekdays: ["lun", "mar", "mié", "jue", "vie", "sáb", "dom"],
        months: ["ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep", "oct", "nov", "dic"],
        today: "Hoy",
        am: "a. m.",
        pm: "p. m.",
        hour: "h",
        minute: "min",
        and: "y",
        nextDay: "día siguiente",
        dayOfMonth: { "\($1) \($0)" },
        onWeekday: { "\($0) \($1)" },
        days: { "\($1)–\($2) \($0)" }
    )
}
