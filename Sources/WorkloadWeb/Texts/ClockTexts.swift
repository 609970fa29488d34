/// Words for the hours that a clock change repeats or leaves out.
struct ClockTexts: Sendable {
    let twiceTitle: @Sendable (_ time: String) -> String
    let twiceExplanation: @Sendable (_ day: String) -> String
    let first: @Sendable (_ time: String) -> String
    let second: @Sendable (_ time: String) -> String
    let neverTitle: @Sendable (_ time: String) -> String
    let neverExplanation: @Sendable (_ day: String, _ from: String, _ to: String) -> String
    let meant: @Sendable (_ time: String) -> String

    static let english = ClockTexts(
        twiceTitle: { "Which \($0)?" },
        twiceExplanation: { "On \($0) the clocks went back, so this time came twice." },
        first: { "The first one, \($0), before the clocks went back" },
        second: { "The second one, \($0), after the clocks went back" },
        neverTitle: { "There was no \($0) that night" },
        neverExplanation: {
            "On \($0) the clocks went from \($1) straight to \($2). Choose one, or type another time."
        },
        meant: { "I meant \($0)" }
    )

    static let spanish = ClockTexts(
        twiceTitle: { "¿Cuál de las \($0)?" },
        twiceExplanation: { "El \($0) los relojes se atrasaron, así que esta hora pasó dos veces." },
        first: { "La primera vez, \($0), antes de atrasar los relojes" },
        second: { "La segunda vez, \($0), ya atrasados los relojes" },
        neverTitle: { "Esa noche no existió la hora \($0)" },
        neverExplanation: { "El \($0) los relojes pasaron de \($1) a \($2). Elija una o escriba otra hora." },
        meant: { "Quise decir \($0)" }
    )
}
