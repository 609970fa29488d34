import Foundation
import Schema
import Testing

@testable import Workload

@Suite struct FactKindTests {
    private let names = Set(FactKind.allCases.map(\.rawValue))

    @Test func `each kind has a view, and each view of a fact is a kind`() throws {
        #expect(Set(try FactView.all(in: try Schema().api).map(\.kind)) == names)
    }

    @Test func `each kind stands in the reference of events`() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../..")
        let text = try String(contentsOf: root.appending(path: "docs/reference/events.md"), encoding: .utf8)
        let documented = text.split(separator: "\n").filter { $0.hasPrefix("| `") }
            .flatMap { $0.split(separator: "|")[0].matches(of: /`([a-z_]+)`/).map { String($0.1) } }
        #expect(Set(documented) == names.union(["sign_in_refused"]))
    }

    @Test func `kinds of which packets show nothing to anybody are those that were chosen to be hidden`() {
        let shown = names.filter { kind in Audience.allCases.contains { $0.isShown("kind", of: kind) } }
        #expect(names.subtracting(shown) == ["account", "role_grant", "roster_import", "site"])
    }
}
