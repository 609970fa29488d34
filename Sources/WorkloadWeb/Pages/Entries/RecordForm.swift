/// The record form as typed. The same form corrects an entry. Nothing is parsed here, so a refused form keeps its words.
///
/// | field | value |
/// |---|---|
/// | `antiForgery` | the token of the session; every form carries it |
/// | `entryId` | UUID printed into a new form, so that sending it twice records it once |
/// | `version` | when correcting: the version that is corrected |
/// | `day` | `2026-08-20`, or `other`: then `otherDay` holds the date |
/// | `from`, `to` | `16:10` from native fields, else as people type times |
/// | `endsNextDay` | `1` when it ended after midnight |
/// | `fromWhich`, `toWhich` | answer to a clock question: `earlier` or `later` |
/// | `lengthHours`, `lengthMinutes` | instead of times: minutes on a date |
/// | `lowHours`, `lowMinutes`, `highHours`, `highMinutes` | instead of times: from low to high |
/// | `breakMinutes` | break taken out of from-to; asked over 5 hours |
/// | `assignment` | id; asked where several are live that day |
/// | `workKind` | code of the kind of work |
/// | `cause` | an incident's id, `several`, `not_listed`, `not_sure`, `not_system` |
/// | `minutes[ID]` | with `several`: minutes of the incident with that id |
/// | `notListedModule`, `notListedSeen` | with `not_listed`: module code, what the person saw |
/// | `neededAnyway` | `no`, `partly`, `yes`, empty: not said |
/// | `site`, `siteCharged` | site ids, worked and charged; empty: the assignment's |
/// | `place` | `site`, `home`, `elsewhere` |
/// | `askedBy` | `site_administrator`, `district`, `colleague`, `nobody`, empty: not said |
/// | `authorizedBefore` | `yes`, `no`, empty: not said |
/// | `recordsCorrected`, `studentsServed` | counts |
/// | `pushedAside`, `pushedAsideCount` | code of ``LabelTexts/pushedAside``, count |
/// | `treatedAs` | code of ``LabelTexts/treatedAs`` |
/// | `source`, `sourceMadeOn` | code of ``LabelTexts/sources``; date when it was made |
/// | `changeReason` | when correcting: code of ``LabelTexts/changeReasons``, empty: not said |
/// | `fill` | button pressed to fill a time and show the form again: `from-day-end`, `to-now` |
/// | `save` | button pressed to save |
struct RecordForm: Codable, Sendable {
    var antiForgery: String?
    var entryId: String?
    var version: String?
    var day: String?
    var otherDay: String?
    var from: String?
    var to: String?
    var endsNextDay: String?
    var fromWhich: String?
    var toWhich: String?
    var lengthHours: String?
    var lengthMinutes: String?
    var lowHours: String?
    var lowMinutes: String?
    var highHours: String?
    var highMinutes: String?
    var breakMinutes: String?
    var assignment: String?
    var workKind: String?
    var cause: String?
    var minutes: [String: String]?
    var notListedModule: String?
    var notListedSeen: String?
    var neededAnyway: String?
    var site: String?
    var siteCharged: String?
    var place: String?
    var askedBy: String?
    var authorizedBefore: String?
    var recordsCorrected: String?
    var studentsServed: String?
    var pushedAside: String?
    var pushedAsideCount: String?
    var treatedAs: String?
    var source: String?
    var sourceMadeOn: String?
    var changeReason: String?
    var fill: String?
    var save: String?

    /// Whether a field behind "more" holds something, so that a page shown again opens that part.
    var usesMore: Bool {
        let details = [
            lengthHours, lengthMinutes, lowHours, lowMinutes, highHours, highMinutes, neededAnyway, site, siteCharged,
            askedBy, authorizedBefore, recordsCorrected, studentsServed, pushedAside, pushedAsideCount, sourceMadeOn,
        ]
        return details.contains { $0?.isEmpty == false }
            || (place ?? "site") != "site"
            || (treatedAs ?? "nothing_yet") != "nothing_yet"
            || (source ?? "as_it_happened") != "as_it_happened"
    }
}
