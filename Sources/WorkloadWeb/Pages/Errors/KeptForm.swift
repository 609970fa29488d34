import Foundation

/// A form as it was sent, to be sent again from a page that can't show it.
struct KeptForm: Sendable {
    /// A field as it was sent.
    struct Field: Sendable {
        let name: String
        let value: String
    }

    /// Where it was sent.
    let action: String
    let fields: [Field]

    /// - Parameter fields: form-encoded, as browsers send them
    init(to action: String, fields: String) {
        self.action = action
        self.fields = fields.split(separator: "&").compactMap { pair in
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map { part in
                part.replacing("+", with: " ").removingPercentEncoding
            }
            guard let name = parts[0], !name.isEmpty, let value = parts.count == 2 ? parts[1] : "" else { return nil }
            return Field(name: name, value: value)
        }
    }
}
