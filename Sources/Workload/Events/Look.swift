import Foundation
import Postgres

/// That somebody is shown other people's names: who, in which role, on which page, and what they asked for.
struct Look: Sendable {
    /// Where names are shown.
    enum Page: String {
        case people
        case evidencePacket = "evidence_packet"
    }

    /// In which role somebody looks.
    enum Role: String {
        case hr
        case `operator`
    }

    let page: Page
    let askedFor: String
    let role: Role
    /// Nil for the operator, who has no account.
    let account: UUID?

    /// Records it, and whose names are shown.
    func recording(of people: [UUID]) -> [Query] {
        let (read, event) = (UUID(), UUID())
        return [
            """
            insert into read_event (read_event_id, account_id, page, subject, role, event_id)
            values (\(read), \(account), \(page.rawValue), \(askedFor), \(role.rawValue), \(event))
            """,
            """
            insert into read_person (read_event_id, employee_id, account_id)
            select \(read)::uuid, shown, \(account)::uuid from unnest(\(people)::uuid[]) as shown
            """,
            Facts.keep(.read, event: event),
        ]
    }
}
