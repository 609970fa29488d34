/// The form that opens or edits an incident, as typed.
///
/// | field | value |
/// |---|---|
/// | `antiForgery` | the token of the session |
/// | `incidentId` | UUID printed into a form that opens one, so that sending it twice opens one |
/// | `version` | when editing: the version that is edited |
/// | `title` | 3 to 140 characters |
/// | `module` | code of ``LabelTexts/modules`` |
/// | `severity` | `1` to `4` |
/// | `status` | code of ``LabelTexts/statuses``; asked when opening |
/// | `beganOn`, `beganAt` | date and time when it began |
/// | `everywhere` | `1` when all sites are affected |
/// | `sites[]` | ids of the sites affected, if not all |
/// | `note` | at most 500 characters, shown to all who are signed in |
struct IncidentForm: Decodable, Sendable {
    var antiForgery: String?
    var incidentId: String?
    var version: String?
    var title: String?
    var module: String?
    var severity: String?
    var status: String?
    var beganOn: String?
    var beganAt: String?
    var everywhere: String?
    var sites: [String]?
    var note: String?
}

/// The form that changes an incident's status, as sent.
///
/// | field | value |
/// |---|---|
/// | `antiForgery` | the token of the session |
/// | `version` | the version that the status changes from |
/// | `status` | code of ``LabelTexts/statuses`` |
/// | `note` | what is known now, at most 500 characters; empty: what was known stays |
struct IncidentStatusForm: Decodable, Sendable {
    var antiForgery: String?
    var version: String?
    var status: String?
    var note: String?
}

/// The filter of the incident list, as it stands in the query.
///
/// | field | value |
/// |---|---|
/// | `text` | words of the title |
/// | `status` | code of ``LabelTexts/statuses``; `unresolved`: all but resolved; empty: all |
/// | `module` | code of ``LabelTexts/modules``; empty: all |
/// | `site` | id of a site; empty: all |
/// | `page` | from 1; left out: 1 |
struct IncidentFilter: Decodable, Sendable {
    var text: String?
    var status: String?
    var module: String?
    var site: String?
    var page: String?
}
