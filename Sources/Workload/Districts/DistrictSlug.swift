/// The short name of a district: lower-case letters, digits and underscores, a letter first; 2 to 41 characters.
///
/// It is part of a schema's and a role's name, so nothing else gets in.
public struct DistrictSlug: Sendable, Hashable, Codable {
    /// The slug as text.
    public let text: String

    /// Names that roles of a service have, or are to have: as `afterbell_owner` a district would own every other.
    /// The registry refuses them too (`district_slug_is_no_service`).
    static let reserved: Set = [
        "owner", "app", "signin", "writer", "importer", "report", "server", "control", "engine", "sealer", "eraser",
    ]

    /// - Throws: ``WorkloadError`` of kind invalid when the text is not such a name, or is one of a service.
    public init(_ text: String) throws {
        let allowed = text.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 95 }
        guard allowed, (2...41).contains(text.utf8.count), (97...122).contains(text.utf8.first ?? 0) else {
            throw WorkloadError(
                .invalid,
                "A district's slug has 2 to 41 lower-case letters, digits or underscores and begins with a letter.")
        }
        guard !Self.reserved.contains(text) else {
            throw WorkloadError(.invalid, "The slug \(text) is kept for a service of Afterbell. Choose another.")
        }
        self.text = text
    }

    /// The schema that holds the district's tables.
    var schema: String { "district_\(text)" }

    /// The role that the server takes on for the district.
    var role: String { "afterbell_\(text)" }
}
