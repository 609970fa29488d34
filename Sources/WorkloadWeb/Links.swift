import WorkUnits

/// Every path of the site, in one place: registered by the routes, printed by the pages.
///
/// All are local paths without a host. Identifiers are UUIDs or dates, so nothing needs escaping.
enum Links {
    static let home = "/"
    static let signIn = "/sign-in"
    static let signOut = "/sign-out"
    static let signedOut = "/signed-out"
    static let language = "/language"

    static let record = "/record"
    static let week = "/week"
    static let incidents = "/incidents"
    static let incidentsCSV = "/incidents.csv"
    static let newIncident = "/incidents/new"
    static let people = "/people"
    static let sessions = "/sessions"
    static let otherSessions = "/sessions/others"
    static let more = "/more"
    static let charter = "/charter"
    static let seen = "/seen"
    static let help = "/help"
    static let receipts = "/receipts"
    static let looks = "/looks"
    static let evidence = "/evidence"
    static let newestCheckpoint = "/evidence/checkpoint.txt"
    static let pythonVerifier = "/evidence/verify_packet.py"
    static let pageVerifier = "/evidence/verify.html"
    static let apiEntries = "/api/entries"

    /// The record form with its day chosen.
    static func record(on day: CivilDate) -> String { "\(record)?day=\(day)" }
    /// The record form with its cause chosen: an incident's id.
    static func record(because incident: String) -> String { "\(record)?cause=\(incident)" }
    /// The week that holds `day`; pages name a week by its first day.
    static func week(_ day: CivilDate) -> String { "\(week)/\(day)" }
    static func weekCSV(_ day: CivilDate) -> String { "\(week)/\(day)/mine.csv" }

    static func entry(_ id: String) -> String { "/entries/\(id)" }
    static func saved(_ id: String) -> String { "/entries/\(id)/saved" }
    static func correct(_ id: String) -> String { "/entries/\(id)/correct" }
    static func takeOut(_ id: String) -> String { "/entries/\(id)/take-out" }

    static func receipt(_ id: String, version: Int) -> String { "/entries/\(id)/versions/\(version)/receipt.txt" }
    static func proof(_ id: String, version: Int) -> String { "/entries/\(id)/versions/\(version)/proof.tlog-proof" }

    static func incident(_ id: String) -> String { "\(incidents)/\(id)" }
    static func editIncident(_ id: String) -> String { "\(incidents)/\(id)/edit" }
    static func incidentStatus(_ id: String) -> String { "\(incidents)/\(id)/status" }
    static func incidentHours(_ id: String) -> String { "\(incidents)/\(id)/hours.csv" }

    static func endSession(_ id: String) -> String { "\(sessions)/\(id)/end" }

    /// A path with a query of `fields`; empty values are left out, so that a page has one address.
    static func path(_ path: String, query fields: [(name: String, value: String)]) -> String {
        let given = fields.filter { !$0.value.isEmpty }
        guard !given.isEmpty else { return path }
        return path + "?" + given.map { "\(escaped($0.name))=\(escaped($0.value))" }.joined(separator: "&")
    }

    /// Percent-encodes everything but the unreserved characters of RFC 3986, section 2.3.
    private static func escaped(_ text: String) -> String {
        let digits = Array("0123456789ABCDEF")
        return text.utf8.reduce(into: "") { result, byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
                UInt8(ascii: "_"), UInt8(ascii: "~"):
                result.append(Character(UnicodeScalar(byte)))
            default:
                result.append("%")
                result.append(digits[Int(byte >> 4)])
                result.append(digits[Int(byte & 15)])
            }
        }
    }
}

extension Links {
    /// The same paths with the router's parameters, for registering.
    enum Pattern {
        static let week = "/week/:day"
        static let weekCSV = "/week/:day/mine.csv"
        static let entry = "/entries/:entry"
        static let saved = "/entries/:entry/saved"
        static let correct = "/entries/:entry/correct"
        static let takeOut = "/entries/:entry/take-out"
        static let receipt = "/entries/:entry/versions/:version/receipt.txt"
        static let proof = "/entries/:entry/versions/:version/proof.tlog-proof"
        static let incident = "/incidents/:incident"
        static let editIncident = "/incidents/:incident/edit"
        static let incidentStatus = "/incidents/:incident/status"
        static let incidentHours = "/incidents/:incident/hours.csv"
        static let endSession = "/sessions/:session/end"
        static let asset = "/assets/:name"
    }
}
