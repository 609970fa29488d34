import Foundation

/// `demo/demo.json`, as `demo/README.md` describes it.
struct DemoFile: Decodable, Sendable {
    struct DistrictPart: Decodable, Sendable {
        let name: String
        let slug: String
        let zone: String
    }

    struct Account: Decodable, Sendable {
        let employee: String?
        let sign_in_name: String
        let name: String
        let position: String
        let language: String
        let roles: [Role]
    }

    struct Role: Decodable, Sendable {
        let role: String
        let site: String?
        let unit: String?
    }

    struct Incident: Decodable, Sendable {
        struct Moment: Decodable, Sendable {
            let day: Int
            let at: String
        }

        struct Version: Decodable, Sendable {
            let status: String
            let note: String?
        }

        let id: UUID
        let key: String
        let title: String
        let module: String
        let severity: Int
        let begins: Moment
        let resolved: Moment?
        let sites: [String]
        let versions: [Version]
    }

    struct Entry: Decodable, Sendable {
        let id: UUID
        let employee: String
        let versions: [EntryVersion]
    }

    struct EntryVersion: Decodable, Sendable {
        struct Share: Decodable, Sendable {
            let incident: String
            let minutes: Int
        }

        let assignment: String
        let site: String
        let place: String?
        let day: Int
        let from: String?
        let to: String?
        let `break`: Int?
        let minutes: Int?
        let low: Int?
        let high: Int?
        let category: String
        let cause: String
        let incidents: [Share]?
        let module: String?
        let seen: String?
        let students: Int?
        let records: Int?
        let pushed_aside: String?
        let pushed_aside_count: Int?
        let asked_by: String?
        let authorized_before: Bool?
        let treated_as: String?
        let source: String?
        let source_made_day: Int?
        let reason: String?
        let withdrawn: Bool?
    }

    let district: DistrictPart
    let accounts: [Account]
    let other_accounts: [String]
    let incidents: [Incident]
    let entries: [Entry]

    /// Reads the file of a folder.
    init(folder: URL) throws {
        let data = try Data(contentsOf: folder.appending(path: "demo.json"))
        self = try JSONDecoder().decode(DemoFile.self, from: data)
    }
}
