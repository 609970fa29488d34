import WorkUnits

@testable import WorkloadWeb

extension Sample {
    static func incidents(_ language: Language) -> [Sample] {
        let staff = Made.context(language)
        let administrator = Made.context(language, Made.administrator)
        let words = staff.texts.incidentForm.problems
        let list = summaries(language)
        func page(_ context: PageContext, _ filter: IncidentFilter, _ incidents: [IncidentSummary], _ total: Int)
            -> IncidentListPage
        {
            IncidentListPage(
                context, filter: filter, incidents: incidents, total: total, pageSize: 2, sites: Made.sites,
                managesIncidents: context.person?.name == Made.administrator.name
            )
        }
        let filter = IncidentFilter(
            text: "schedules & more", status: "unresolved", module: "scheduling", site: "s1", page: "2")
        let form = IncidentForm(
            incidentId: "i1", version: "2", title: Made.schedules(language), module: "scheduling", severity: "1",
            status: "identified", beganOn: "2026-08-11", beganAt: "07:40", sites: ["s1", "s3"],
            note: Made.text(language, "Since Tuesday. Build them by hand.", "Desde el martes. Ármelos a mano.")
        )
        return [
            Sample("incidents", page(staff, IncidentFilter(), list, 2)),
            Sample("incidents-administrator", page(administrator, filter, list, 5)),
            Sample("incidents-none-found", page(staff, IncidentFilter(text: "meals"), [], 0)),
            Sample("incidents-empty", page(administrator, IncidentFilter(), [], 0)),
            Sample("incident-staff", IncidentPage(staff, incident(language), hours: nil, manages: false)),
            Sample(
                "incident-many-sites",
                IncidentPage(staff, incident(language, sites: 31), hours: nil, manages: false)
            ),
            Sample(
                "incident-administrator",
                IncidentPage(administrator, incident(language), hours: hours(language), manages: true)
            ),
            Sample(
                "incident-few",
                IncidentPage(administrator, incident(language), hours: few(.fewerThanTen), manages: true)
            ),
            Sample(
                "incident-nobody",
                IncidentPage(administrator, everywhere(language), hours: few(.nobody), manages: false)
            ),
            Sample(
                "incident-conflict",
                IncidentPage(
                    administrator, incident(language), hours: hours(language), manages: true,
                    statusForm: IncidentStatusForm(version: "1", status: "resolved", note: "Over <b>"),
                    problems: [FieldProblem("main", staff.texts.rules.conflict)]
                )
            ),
            Sample(
                "incident-open",
                IncidentFormPage(administrator, purpose: .open, form: IncidentForm(incidentId: "i2"), sites: Made.sites)
            ),
            Sample(
                "incident-open-errors",
                IncidentFormPage(
                    administrator, purpose: .open, form: IncidentForm(incidentId: "i2", title: "x", everywhere: "1"),
                    sites: Made.sites,
                    problems: [
                        FieldProblem("title", words.titleLength), FieldProblem("module", words.chooseModule),
                        FieldProblem("status", words.chooseStatus), FieldProblem("beganOn", words.giveDay),
                        FieldProblem("beganAt", words.dayIsAhead), FieldProblem("sites", words.chooseSites),
                        FieldProblem("severity", words.chooseSeverity), FieldProblem("note", words.noteIsTooLong),
                    ]
                )
            ),
            Sample(
                "incident-edit",
                IncidentFormPage(administrator, purpose: .edit(id: "i1"), form: form, sites: Made.sites)
            ),
        ]
    }

    private static func summaries(_ language: Language) -> [IncidentSummary] {
        [
            IncidentSummary(
                id: Made.schedulesID, title: Made.schedules(language), module: "scheduling", status: "identified",
                severity: 1, since: Made.date("2026-08-11"), siteCount: 31
            ),
            IncidentSummary(
                id: Made.attendanceID, title: Made.attendance(language), module: "attendance", status: "resolved",
                severity: 3, since: Made.date("2026-08-13"), siteCount: nil
            ),
        ]
    }

    private static func incident(_ language: Language, sites: Int = 2) -> IncidentContent {
        IncidentContent(
            id: Made.schedulesID, version: 2, title: Made.schedules(language), module: "scheduling",
            status: "identified", severity: 1, since: Made.date("2026-08-11"),
            sites: ["Cedar Ridge High", "Harrow Middle"] + (2..<sites).map { "Elementary \($0)" },
            note: Made.text(language, "Since Tuesday. Build them by hand.", "Desde el martes. Ármelos a mano."),
            course: [
                IncidentContent.Step(
                    status: "investigating", at: Made.moment("2026-08-11", 9, 15), by: "Priya Nadar"
                ),
                IncidentContent.Step(
                    status: nil, at: Made.moment("2026-08-11", 10, 0), by: "Priya Nadar",
                    changes: [
                        .title(Made.schedules(language), before: "Schedules"),
                        .module("scheduling", before: "reports"), .severity(1, before: 2),
                        .began(Made.moment("2026-08-11", 7, 40), before: Made.moment("2026-08-11", 9, 0)),
                        .sites(["Cedar Ridge High", "Harrow Middle"], before: []),
                    ]
                ),
                IncidentContent.Step(
                    status: "identified", at: Made.moment("2026-08-12", 16, 0), by: "Priya Nadar",
                    note: Made.text(language, "The import ran twice.", "La importación corrió dos veces.")
                ),
            ]
        )
    }

    private static func everywhere(_ language: Language) -> IncidentContent {
        IncidentContent(
            id: Made.attendanceID, version: 1, title: Made.attendance(language), module: "attendance",
            status: "investigating", severity: 3, since: Made.date("2026-08-13"), sites: [], note: nil,
            course: [
                IncidentContent.Step(status: "investigating", at: Made.moment("2026-08-13", 9, 15), by: "Priya Nadar")
            ]
        )
    }

    private static func hours(_ language: Language) -> IncidentHours {
        let minutes = [3_730, 7_125, 8_480, 9_365, 2_910]
        let days = minutes.enumerated().map { index, count in
            (day: Made.date("2026-08-11").adding(days: index), figure: Figure.shown(Minutes(count), people: 40 + index))
        }
        return IncidentHours(
            total: .shown(Minutes(77_075), people: 212), accounts: 611, roster: 1_702, sites: 31, allSites: 44,
            since: Made.date("2026-08-11"),
            days: days + [
                (day: Made.date("2026-08-16"), figure: .fewerThanTen),
                (day: Made.date("2026-08-17"), figure: .notShown),
                (day: Made.date("2026-08-18"), figure: .nobody),
                (day: Made.date("2026-08-19"), .shown(Minutes(10_690), people: 61)),
            ],
            kinds: [
                (
                    label: Made.text(language, "Build schedules by hand", "Armar horarios a mano"),
                    figure: .shown(Minutes(60_000), people: 180)
                ),
                (label: Made.text(language, "Answer families", "Atender a familias"), figure: .fewerThanTen),
            ],
            bands: SiteBands(over200Hours: 4, over40Hours: 13, some: 14, nobody: 13),
            module: ModuleTotal(
                figure: .shown(Minutes(90_145), people: 230), sites: 33, since: Made.date("2026-08-03"))
        )
    }

    private static func few(_ total: Figure) -> IncidentHours {
        IncidentHours(
            total: total, accounts: 611, roster: 702, sites: 2, allSites: 44, since: Made.date("2026-08-11"),
            days: [], kinds: [], bands: SiteBands(over200Hours: 0, over40Hours: 0, some: 2, nobody: 42),
            module: ModuleTotal(figure: total, sites: 0, since: Made.date("2026-08-03"))
        )
    }
}
