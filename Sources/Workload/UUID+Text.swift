public import Foundation

extension UUID {
    /// The id in lower case, as the database writes it and as it stands in paths and forms.
    public var text: String { uuidString.lowercased() }
}
