import PayRules
import Testing

/// Worked examples with figures, from law, agencies, agreements and textbooks: `Cases/pay-cases.json`. Each runs under
/// its id.
enum PayCases {
    /// All cases: those read with their figures, and those worked out from a text.
    static func all() throws -> [Case] {
        try Files.cases("pay-cases.json") + Files.cases("pay-cases.json", under: "derived")
    }

    /// The cases of some categories, those aside that state nothing to work out.
    static func of(_ categories: String...) throws -> [Case] {
        try all().filter { categories.contains($0.categoryName) && notApplicable[$0.id] == nil }
    }

    /// One case.
    static func named(_ id: String) throws -> Case { try #require(try all().first { $0.id == id }) }
}
