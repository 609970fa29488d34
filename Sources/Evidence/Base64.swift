import Foundation

/// Base64 of RFC 4648, 4: one text for the same bytes, and no other text is read.
enum Base64 {
    static func text(_ bytes: some Collection<UInt8>) -> String {
        Data(bytes).base64EncodedString()
    }

    /// The bytes of a text; nil when it is not the text that these bytes are written as (loose bits, blanks, no padding).
    static func bytes(_ text: some StringProtocol) -> [UInt8]? {
        guard let data = Data(base64Encoded: String(text)), data.base64EncodedString().utf8.elementsEqual(text.utf8)
        else { return nil }
        return Array(data)
    }
}
