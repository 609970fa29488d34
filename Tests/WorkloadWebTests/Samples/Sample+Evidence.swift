import WorkUnits

@testable import WorkloadWeb

extension Sample {
    static func receipts(_ language: Language) -> [Sample] {
        let context = Made.context(language)
        func page(_ receipts: [ReceiptSummary], hasKey: Bool = true, limit: Int = 200) -> ReceiptsPage {
            ReceiptsPage(context, receipts, hasKey: hasKey, limit: limit, today: Made.today)
        }
        return [
            Sample("receipts", page(newest(hasKey: true), limit: 4)),
            Sample("receipts-empty", page([])),
            Sample("receipts-no-key", page(newest(hasKey: false), hasKey: false)),
            Sample("receipts-no-key-empty", page([], hasKey: false)),
        ]
    }

    static func looks(_ language: Language) -> [Sample] {
        let context = Made.context(language)
        let looks = [
            LookSummary(
                at: Made.moment("2026-08-20", 8, 12), name: "Dolores Ibarra", role: "hr", page: "people"),
            LookSummary(
                at: Made.moment("2026-08-19", 17, 3), name: nil, role: "operator", page: "evidence_packet"),
            LookSummary(
                at: Made.moment("2025-12-01", 9, 40), name: "Dolores Ibarra", role: "hr", page: "people"),
        ]
        return [
            Sample("looks", LooksPage(context, looks, limit: 3, today: Made.today)),
            Sample("looks-empty", LooksPage(context, [], limit: 200, today: Made.today)),
        ]
    }

    static func evidence(_ language: Language) -> [Sample] {
        func page(_ person: SignedInPerson, _ content: EvidenceContent) -> EvidencePage {
            EvidencePage(Made.context(language, person), content)
        }
        return [
            Sample("evidence", page(Made.counselor, log(checkers: checkers, reads: nil))),
            Sample("evidence-hr", page(Made.hr, log(checkers: checkers, reads: reads))),
            Sample("evidence-differs", page(Made.counselor, log(checkers: checkers, reads: nil, faults: 3))),
            Sample("evidence-unchecked", page(Made.administrator, log(checkers: [], reads: []))),
            Sample(
                "evidence-empty",
                page(
                    Made.counselor,
                    EvidenceContent(
                        checkpoints: [], restores: [], check: nil, checked: nil, checkers: [], keys: [], reads: nil,
                        hasPageVerifier: false,
                        hasPythonVerifier: false, today: Made.today))
            ),
        ]
    }

    /// A log that a union and HR check, and the key before the one it has now.
    static func log(
        checkers: [EvidenceContent.Checker], reads: [EvidenceContent.Reads]?, faults: Int = 0
    ) -> EvidenceContent {
        EvidenceContent(
            checkpoints: [
                .init(size: 1_287, signed: Made.moment("2026-08-20", 19, 41), cosigners: []),
                .init(size: 1_284, signed: Made.moment("2026-08-20", 19, 40), cosigners: checkers.map(\.name)),
                .init(size: 1_270, signed: Made.moment("2026-08-20", 19, 38), cosigners: checkers.map(\.name)),
            ],
            restores: faults == 0
                ? []
                : [.init(at: Made.moment("2026-08-19", 6, 0), reason: "The disk failed in the night.", size: 1_201)],
            check: .init(at: Made.moment("2026-08-20", 3, 0), faults: faults),
            checked: checkers.isEmpty ? nil : checked, checkers: checkers,
            keys: [
                "hours.aldervalley.example+5f6a2c1d+AWyzq6yZq0m3m7wRrYvP0m3bXcKkYwF3lq8Z5o9XyT1e",
                "hours.aldervalley.example+09ab77e0+AQ3b8Z5o9XyT1eWyzq6yZq0m3m7wRrYvP0m3bXcKkYwF",
            ],
            reads: reads, hasPageVerifier: true, hasPythonVerifier: true, today: Made.today)
    }

    static let checkers = [
        EvidenceContent.Checker(
            name: "educators.example", since: Made.moment("2026-08-03", 8, 0),
            last: Made.moment("2026-08-20", 19, 41), size: 1_284),
        EvidenceContent.Checker(
            name: "hr.aldervalley.example", since: Made.moment("2026-08-04", 10, 15),
            last: Made.moment("2026-08-20", 19, 40), size: 1_284),
    ]

    static let checked = CheckedBy(
        names: checkers.map(\.name), since: Made.moment("2026-08-03", 8, 0), last: Made.moment("2026-08-20", 19, 40),
        size: 1_284)

    private static let reads = [
        EvidenceContent.Reads(month: Made.date("2026-08-01"), role: "hr", count: 1_041),
        EvidenceContent.Reads(month: Made.date("2026-08-01"), role: "operator", count: 2),
        EvidenceContent.Reads(month: Made.date("2026-07-01"), role: "hr", count: 12),
    ]

    static func newest(hasKey: Bool) -> [ReceiptSummary] {
        func receipt(_ version: Int, _ day: String, _ seal: Seal, isTakenOut: Bool = false) -> ReceiptSummary {
            ReceiptSummary(
                entryID: Made.entryID, version: version, day: Made.date(day), worked: Minutes(205),
                isTakenOut: isTakenOut, received: Made.moment(day, 19, 41),
                files: VersionFiles(seal: seal, hasReceipt: hasKey))
        }
        return [
            receipt(3, "2026-08-20", .waiting, isTakenOut: true),
            receipt(2, "2026-08-20", .expected(by: Made.moment("2026-08-20", 19, 40))),
            receipt(1, "2026-08-20", .sealed),
            receipt(1, "2025-12-18", .sealed),
        ]
    }
}
