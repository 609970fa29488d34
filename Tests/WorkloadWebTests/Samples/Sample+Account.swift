import WorkUnits

@testable import WorkloadWeb

extension Sample {
    static func signIn(_ language: Language) -> [Sample] {
        let visitor = Made.context(language, nil, isDemo: false)
        let demo = Made.context(language, nil)
        let people = [
            SignInPage.DemoPerson(
                account: "maya", name: "Maya Lindqvist",
                role: Made.text(language, "Counselor, Cedar Ridge High", "Orientadora, Cedar Ridge High")
            ),
            SignInPage.DemoPerson(
                account: "priya", name: "Priya Nadar",
                role: Made.text(language, "Incident administrator", "Administración de incidentes")
            ),
        ]
        let tried = SignInForm(name: "m.lindqvist@aldervalley.example", next: "/record")
        let carrying = SignInForm(
            carried: "from=16%3A10&notListedSeen=%22%3Cb%3E", carriedTo: "/record",
            carriedBy: String(repeating: "0a", count: 32))
        return [
            Sample("sign-in", SignInPage(visitor, form: SignInForm())),
            Sample("sign-in-failed", SignInPage(visitor, form: tried, outcome: .failed)),
            Sample("sign-in-wait", SignInPage(visitor, form: tried, outcome: .wait(seconds: 64))),
            Sample("sign-in-ended", SignInPage(visitor, form: tried, outcome: .ended)),
            Sample("sign-in-carrying", SignInPage(demo, form: carrying, outcome: .ended, demoPeople: people)),
            Sample("sign-in-demo", SignInPage(demo, form: SignInForm(), demoPeople: people)),
            Sample("signed-out", SignedOutPage(visitor)),
        ]
    }

    static func account(_ language: Language) -> [Sample] {
        let context = Made.context(language)
        let sessions = [
            session("1", "Chrome on Android", isThisOne: true), session("2", "Firefox on Windows"),
            session("3", "Safari on iPhone"),
        ]
        return [
            Sample("sessions", SessionsPage(context, sessions: sessions, hasEnded: true)),
            Sample("sessions-one", SessionsPage(context, sessions: Array(sessions.prefix(1)))),
            Sample(
                "more",
                MorePage(
                    Made.context(language, Made.hr),
                    jobs: [Made.text(language, "Analyst, District Office", "Analista, District Office")],
                    roles: ["hr", "incident_administrator"]
                )
            ),
            Sample("more-nothing", MorePage(context, jobs: [], roles: [])),
            Sample("charter", CharterPage(context, runBy: "union")),
            Sample("seen", SeenPage(context)),
            Sample("help", HelpPage(context)),
            Sample("help-signed-out", HelpPage(Made.context(language, nil))),
        ]
    }

    static func people(_ language: Language) -> [Sample] {
        let context = Made.context(language, Made.hr)
        let units = [Answer("u1", "Alder Valley Educators"), Answer("u2", "CSEA 402")]
        let counselor = Made.text(language, "Counselor", "Orientadora")
        let people = [
            PersonSummary(
                name: "Lindqvist, Maya", employeeNumber: "104233",
                assignments: [
                    .init(position: counselor, site: "Cedar Ridge High", unit: "Alder Valley Educators"),
                    .init(position: counselor, site: "District Office", unit: "Alder Valley Educators"),
                ],
                account: "active"
            ),
            PersonSummary(name: "O’Brien, Sam", employeeNumber: nil, assignments: [], account: "none"),
        ]
        func page(_ filter: PeopleFilter, _ people: [PersonSummary], _ total: Int) -> PeoplePage {
            PeoplePage(
                context, filter: filter, people: people, total: total, pageSize: 50, sites: Made.sites, units: units
            )
        }
        return [
            Sample("people", page(PeopleFilter(), people, 2)),
            Sample("people-found", page(PeopleFilter(text: "lind", site: "s1", unit: "u1", page: "2"), people, 1_702)),
            Sample("people-none", page(PeopleFilter(text: "zzz"), [], 0)),
        ]
    }

    static func errors(_ language: Language) -> [Sample] {
        let known = [400, 403, 404, 409, 413, 422, 429, 500, 503].map { status in
            Sample("error-\(status)", ErrorPage(Made.context(language), status: status, requestID: "8f14e45f-ceea"))
        }
        let visitor = ErrorPage(Made.context(language, nil), status: 404, requestID: "8f14e45f-ceea")
        let kept = KeptForm(to: "/record", fields: "antiForgery=t0ken-%22quoted%22&notListedSeen=%22%3Cb%3E")
        let outOfReach = ErrorPage(
            Made.context(language, nil), status: 503, requestID: "8f14e45f-ceea", kept: kept)
        return known + [Sample("error-signed-out", visitor), Sample("error-kept", outOfReach)]
    }

    private static func session(_ id: String, _ device: String, isThisOne: Bool = false) -> SessionSummary {
        SessionSummary(
            id: id, device: device, network: "203.0.113.0", started: Made.moment("2026-08-20", 7, 2),
            lastSeen: Made.moment("2026-08-20", 19, 41), isThisOne: isThisOne
        )
    }
}
