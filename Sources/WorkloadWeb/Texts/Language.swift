/// The languages that pages are written in.
enum Language: String, CaseIterable, Sendable {
    /// American English.
    case english = "en"
    /// Spanish as written for office staff in the United States.
    case spanish = "es"

    /// The one that the language switch leads to.
    var other: Language { self == .english ? .spanish : .english }

    /// The name of the language in that language.
    var ownName: String { self == .english ? "English" : "Español" }
}

/// How a person reads the clock; a setting of the district, kept by the person.
enum ClockFormat: String, CaseIterable, Sendable {
    /// 4:10 PM
    case twelveHour = "12"
    /// 16:10
    case twentyFourHour = "24"
}
