import WorkUnits

@testable import WorkloadWeb

extension Sample {
    static func record(_ language: Language) -> [Sample] {
        let context = Made.context(language)
        let words = context.texts.problems
        let filled = form {
            $0.from = "15:30"; $0.to = "19:35"
        }
        func page(
            _ form: RecordForm, _ options: RecordOptions, length: Minutes? = nil, asked: [AskedTime] = [],
            problems: [FieldProblem] = []
        ) -> RecordPage {
            RecordPage(
                context, form: form, options: options, length: length, clockQuestions: asked, problems: problems
            )
        }
        let usual = options(language)
        return [
            Sample("record", page(form(), usual)),
            Sample("record-filled", page(filled, usual, length: Minutes(245))),
            Sample("record-carried", RecordPage(context, form: filled, options: usual, wasCarried: true)),
            Sample("record-over", page(form { $0.cause = Made.attendanceID }, usual)),
            Sample(
                "record-break",
                page(
                    form {
                        $0.from = "14:00"; $0.to = "19:35"
                    }, usual, length: Minutes(335))),
            Sample("record-first", page(form(), options(language, isFirst: true))),
            Sample("record-jobs", page(form { $0.assignment = "a2" }, options(language, jobs: 2))),
            Sample("record-errors", page(wrong, usual, problems: problems(words))),
            Sample("record-more-errors", page(wrong, options(language, jobs: 2), problems: moreProblems(words))),
            Sample(
                "record-several",
                page(
                    form {
                        $0.from = "16:10"
                        $0.to = "19:35"
                        $0.cause = "several"
                        $0.minutes = [Made.schedulesID: "120", Made.attendanceID: "85"]
                    },
                    usual, length: Minutes(205)
                )
            ),
            Sample(
                "record-not-listed",
                page(
                    form {
                        $0.cause = "not_listed"
                        $0.notListedModule = "transcripts"
                        $0.notListedSeen = "<b>Grade 12 credits</b> show 0"
                    },
                    usual
                )
            ),
            Sample(
                "record-clock-twice",
                page(
                    form {
                        $0.day = "2026-11-01"; $0.from = "01:30"; $0.to = "04:00"
                    }, usual, asked: twice)),
            Sample(
                "record-clock-never",
                page(
                    form {
                        $0.day = "2026-03-08"; $0.from = "02:30"; $0.to = "04:00"
                    }, usual, asked: never)),
            Sample("record-more", page(complete, usual, length: Minutes(205))),
            Sample(
                "correct",
                RecordPage(
                    context,
                    purpose: .correction(id: Made.entryID, summary: Made.content(language).when(context)),
                    form: complete, options: usual, length: Minutes(205)
                )
            ),
        ]
    }

    static func form(_ change: (inout RecordForm) -> Void = { _ in }) -> RecordForm {
        var form = RecordForm()
        form.entryId = Made.entryID
        change(&form)
        return form
    }

    /// Everything that a form can say.
    static let complete = form {
        $0.version = "2"
        $0.day = "2026-08-19"
        $0.from = "16:10"
        $0.to = "19:35"
        $0.workKind = "travel"
        $0.cause = Made.schedulesID
        $0.site = "s2"
        $0.siteCharged = "s4"
        $0.place = "home"
        $0.askedBy = "district"
        $0.authorizedBefore = "yes"
        $0.neededAnyway = "partly"
        $0.recordsCorrected = "12"
        $0.studentsServed = "41"
        $0.pushedAside = "preparation"
        $0.pushedAsideCount = "1"
        $0.treatedAs = "on_time_card"
        $0.lengthHours = "2"
        $0.source = "calendar"
        $0.sourceMadeOn = "2026-08-19"
    }

    /// Ends before it starts, without a kind of work.
    static let wrong = form {
        $0.day = "other"
        $0.otherDay = "2026-08-12"
        $0.from = "16:10"
        $0.to = "15:35"
        $0.cause = "several"
        $0.pushedAsideCount = "many"
    }

    static func problems(_ words: RecordProblemTexts) -> [FieldProblem] {
        [FieldProblem("to", words.endsBeforeStart), FieldProblem("workKind", words.chooseWorkKind)]
    }

    static func moreProblems(_ words: RecordProblemTexts) -> [FieldProblem] {
        [
            FieldProblem("day", words.chooseDay), FieldProblem("otherDay", words.dayIsAhead),
            FieldProblem("from", words.giveFrom), FieldProblem("breakMinutes", words.breakIsTooLong),
            FieldProblem("assignment", words.chooseAssignment), FieldProblem("cause", words.chooseCause),
            FieldProblem("minutes", words.giveMinutes), FieldProblem("notListedModule", words.chooseModule),
            FieldProblem("notListedSeen", words.seenIsTooLong), FieldProblem("lengthHours", words.lengthNotUnderstood),
            FieldProblem("pushedAsideCount", words.countNotUnderstood), FieldProblem("source", words.answerNotKnown),
            FieldProblem("sourceMadeOn", words.dayIsAhead),
        ]
    }

    static func options(_ language: Language, jobs: Int = 1, isFirst: Bool = false) -> RecordOptions {
        let kinds = [
            ("build_schedules", "Build schedules by hand", "Armar horarios a mano"),
            ("repair_records", "Repair records", "Corregir expedientes"),
            ("enroll_students", "Enroll students", "Inscribir estudiantes"),
            ("answer_families", "Answer families", "Atender a familias"),
            ("help_desk_hold", "On hold with help desk", "En espera con soporte técnico"),
            ("enter_twice", "Enter twice: paper, then system", "Capturar dos veces: papel y sistema"),
            ("travel", "Travel between sites", "Traslado entre planteles"),
            ("training", "Training on the system", "Capacitación en el sistema"),
        ]
        let incidents = [
            IncidentOption(
                id: Made.schedulesID, title: Made.schedules(language), site: "Cedar Ridge High",
                since: Made.date("2026-08-11"), isLastUsed: true, isOver: false
            ),
            IncidentOption(
                id: Made.attendanceID, title: Made.attendance(language), site: nil, since: Made.date("2026-08-13"),
                isLastUsed: false, isOver: true
            ),
            IncidentOption(
                id: "0d9be0d0-6f5e-4c0e-8d61-5d5c2c1f0a03", title: Made.attendance(language), site: "Harrow Middle",
                since: Made.date("2026-08-14"), isLastUsed: false, isOver: false, isNear: false
            ),
        ]
        let positions = [
            Answer("a1", Made.text(language, "Counselor, Cedar Ridge High", "Orientadora, Cedar Ridge High")),
            Answer(
                "a2", Made.text(language, "Summer counselor, District Office", "Orientadora de verano, District Office")
            ),
        ]
        return RecordOptions(
            today: Made.today, now: Made.time(19, 35), dayEnd: isFirst ? nil : Made.time(15, 30),
            workKinds: kinds.prefix(isFirst ? 6 : kinds.count).map { Answer($0, Made.text(language, $1, $2)) },
            incidents: isFirst ? [] : incidents, assignments: Array(positions.prefix(jobs)), sites: Made.sites,
            readers: isFirst ? [.hr] : [.reviewer, .hr, .union]
        )
    }

    /// 1:30 AM on November 1, 2026 came twice in Los Angeles.
    static let twice = [
        AskedTime(
            edge: .start, day: Made.date("2026-11-01"), time: Made.time(1, 30),
            kind: .twice(earlier: Made.moment("2026-11-01", 1, 30), later: Made.moment("2026-11-01", 1, 30))
        ),
        AskedTime(
            edge: .end, day: Made.date("2026-11-01"), time: Made.time(1, 15),
            kind: .twice(earlier: Made.moment("2026-11-01", 1, 15), later: Made.moment("2026-11-02", 1, 15))
        ),
    ]

    /// 2:30 AM on March 8, 2026 never came there.
    static let never: [AskedTime] = {
        let day = Made.date("2026-03-08")
        let time = Made.time(2, 30)
        guard let zone = try? SiteZone("America/Los_Angeles"), case .missing(let gap) = zone.resolve(day, time) else {
            return []
        }
        return [AskedTime(edge: .start, day: day, time: time, kind: .never(gap))]
    }()
}
