/// A password the operator hands over: four groups of four letters and digits that can't be mistaken for one another.
public struct OneTimePassword: Sendable {
    /// The password; about 79 bits.
    public let text: String

    /// A new one.
    public init() {
        let letters = Array("abcdefghjkmnpqrstuvwxyz23456789")
        var generator = SystemRandomNumberGenerator()
        text = (0..<4).map { _ in
            String((0..<4).map { _ in letters[Int.random(in: letters.indices, using: &generator)] })
        }.joined(separator: "-")
    }
}
