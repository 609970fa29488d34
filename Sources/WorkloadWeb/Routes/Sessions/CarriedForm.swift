import Foundation
import Hummingbird
import Workload

/// A record form that was sent after its session had ended, on its way through signing in.
///
/// It is text only: nothing is saved by it. Once somebody is signed in, the form is shown again with the token of the
/// new session, to check and to save. It holds the fields of ``RecordForm`` and nothing else that was sent.
struct CarriedForm: Sendable {
    /// What the form was for.
    enum Target: Sendable {
        case newEntry
        case correction(UUID)

        /// Nil for a path that takes no record form.
        init?(path: String) {
            if path == Links.record {
                self = .newEntry
                return
            }
            let parts = path.split(separator: "/").map(String.init)
            guard parts.count == 3, let id = UUID(uuidString: parts[1]), path == Links.correct(id.text) else {
                return nil
            }
            self = .correction(id)
        }

        var path: String {
            switch self {
            case .newEntry: Links.record
            case .correction(let id): Links.correct(id.text)
            }
        }
    }

    /// The most that is carried, in bytes.
    static let mostBytes = 32 * 1024

    let target: Target
    let form: RecordForm
    /// The fields as they travel, form-encoded.
    let fields: String
    /// The digest of the session it was typed in: only its account is shown the words again.
    let session: [UInt8]

    /// Nil when it is no record form, or too long.
    init?(to target: Target, fields: String, session: [UInt8]) {
        guard fields.utf8.count <= Self.mostBytes,
            var form = try? URLEncodedFormDecoder().decode(RecordForm.self, from: fields)
        else { return nil }
        form.antiForgery = nil
        form.fill = nil
        form.save = nil
        form.minutes = form.minutes?.filter { UUID(uuidString: $0.key) != nil }
        guard let encoded = try? Self.encoded(form), encoded.utf8.count <= Self.mostBytes else { return nil }
        self.target = target
        self.form = form
        self.fields = encoded
        self.session = session
    }

    /// The encoder leaves a plus as it is, which forms read as a space.
    private static func encoded(_ form: RecordForm) throws -> String {
        try URLEncodedFormEncoder().encode(form).replacing("+", with: "%2B")
    }

    /// The one that a sign-in form carries, if it does.
    init?(_ form: SignInForm) {
        guard let target = form.carriedTo.flatMap(Target.init), let fields = form.carried,
            let session = form.carriedBy.flatMap(Self.digest)
        else { return nil }
        self.init(to: target, fields: fields, session: session)
    }

    /// The digest as it travels: 64 hexadecimal digits.
    fileprivate var sessionText: String {
        session.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    private static func digest(_ text: String) -> [UInt8]? {
        let digits = text.utf8.compactMap { Character(UnicodeScalar($0)).hexDigitValue }
        guard digits.count == 64, text.utf8.count == 64 else { return nil }
        return stride(from: 0, to: 64, by: 2).map { UInt8(digits[$0] * 16 + digits[$0 + 1]) }
    }
}

extension SignInForm {
    /// Takes a record form along, or leaves behind what can't be one.
    mutating func carry(_ form: CarriedForm?) {
        carried = form?.fields
        carriedTo = form?.target.path
        carriedBy = form?.sessionText
    }
}
