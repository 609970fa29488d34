import Foundation
import PayRules
import StrictJSON
import Testing
import WorkUnits

/// Files that tests read: cases, and rule sets that come with the program.
enum Files {
    static let cases = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Cases")

    static let shipped = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Sources/PayRules/Shipped")

    /// The cases of a file, each as a JSON object.
    static func cases(_ name: String, under key: String = "cases") throws -> [Case] {
        let root = try JSONReader.read([UInt8](try Data(contentsOf: cases.appending(path: name))))
        return try #require(root[key]?.list).map(Case.init)
    }

    /// A rule set that comes with the program.
    static func shipped(_ name: String) throws -> RuleSet {
        try RuleSetReader.read([UInt8](try Data(contentsOf: shipped.appending(path: name + ".json"))))
    }
}

/// One case, named by its id and source.
struct Case: CustomTestStringConvertible, Sendable {
    let json: JSON

    var id: String { json["id"]?.text ?? "?" }
    var testDescription: String { id }

    subscript(_ keys: String...) -> JSON? { keys.reduce(json as JSON?) { $0?[$1] } }
}

extension JSON {
    /// The value of a key of an object.
    subscript(_ key: String) -> JSON? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.key == key }?.value
    }

    var list: [JSON]? { if case .array(let values) = self { values } else { nil } }

    var text: String? { if case .string(let text) = self { text } else { nil } }

    /// The text of a number as it is written, "24.5".
    var numberText: String? { if case .number(let text) = self { text } else { nil } }

    var whole: Int? { numberText.flatMap { Int($0) } }

    /// A number as an exact decimal of up to six places.
    var decimal: Millionths? { numberText.flatMap { Millionths($0) } }
}
