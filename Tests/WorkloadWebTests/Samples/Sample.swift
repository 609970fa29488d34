import WorkUnits

@testable import WorkloadWeb

/// A page in one state, with made-up people and figures. The contract test renders all of them.
struct Sample: Sendable {
    /// Name of the state, as a file name.
    let name: String
    let page: any Page

    init(_ name: String, _ page: any Page) {
        self.name = name
        self.page = page
    }

    /// Every page in every state, in one language.
    static func all(_ language: Language) -> [Sample] {
        signIn(language) + record(language) + saved(language) + entries(language) + weeks(language)
            + incidents(language) + people(language) + receipts(language) + looks(language) + evidence(language)
            + account(language) + errors(language)
    }
}

/// Values that samples share.
enum Made {
    static func context(
        _ language: Language, _ person: SignedInPerson? = counselor, clock: ClockFormat = .twelveHour,
        isDemo: Bool = true
    ) -> PageContext {
        PageContext(
            language: language, clock: clock, district: "Alder Valley Unified", isDemo: isDemo, person: person,
            antiForgery: "t0ken-\"quoted\"", assetVersion: "1", path: "/week"
        )
    }

    static let counselor = SignedInPerson(name: "Maya Lindqvist", recordsTime: true, readsPeople: false)
    static let hr = SignedInPerson(name: "Dolores Ibarra", recordsTime: true, readsPeople: true)
    static let administrator = SignedInPerson(name: "Priya Nadar", recordsTime: false, readsPeople: false)

    /// Thursday, August 20, 2026.
    static let today = date("2026-08-20")

    static func date(_ text: String) -> CivilDate { CivilDate(text) ?? CivilDate(daysSince1970: 0) }

    static func time(_ hour: Int, _ minute: Int) -> WallTime { WallTime(hour: hour, minute: minute) ?? .midnight }

    static func moment(_ day: String, _ hour: Int, _ minute: Int) -> LocalTime {
        LocalTime(date: date(day), time: time(hour, minute))
    }

    static func text(_ language: Language, _ english: String, _ spanish: String) -> String {
        language == .english ? english : spanish
    }

    static let entryID = "5f0f6a52-7a0c-4b8e-9d0e-0a6f7b1c2d3e"
    static let schedulesID = "0d9be0d0-6f5e-4c0e-8d61-5d5c2c1f0a01"
    static let attendanceID = "0d9be0d0-6f5e-4c0e-8d61-5d5c2c1f0a02"

    static func schedules(_ language: Language) -> String {
        text(language, "Schedules empty or wrong", "Horarios vacíos o equivocados")
    }

    static func attendance(_ language: Language) -> String {
        text(language, "Attendance does not save", "La asistencia no se guarda")
    }

    static let sites = [
        Answer("s1", "Cedar Ridge High"), Answer("s2", "Harrow Middle"), Answer("s3", "Larkspur Elementary"),
        Answer("s4", "District Office"),
    ]

    /// 4:10 to 7:35 PM on August 20, because of the schedules.
    static func content(_ language: Language) -> EntryContent {
        EntryContent(
            day: today,
            stretch: .times(from: time(16, 10), to: time(19, 35), endsNextDay: false),
            worked: Minutes(205),
            workKind: text(language, "Build schedules by hand", "Armar horarios a mano"),
            cause: .incidents([(schedules(language), Minutes(205))]),
            assignment: text(language, "Counselor", "Orientadora"),
            site: "Cedar Ridge High",
            studentsServed: 41
        )
    }
}
