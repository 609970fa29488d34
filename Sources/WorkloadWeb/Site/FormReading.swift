import Hummingbird
import NIOCore
import Workload

/// A form that carries the anti-forgery token.
protocol TokenForm: Decodable, Sendable {
    var antiForgery: String? { get }
}

extension TokenForm {
    /// Whether its token is that of this session or visit.
    func isOf(_ secret: SessionSecret?) -> Bool {
        guard let secret, let antiForgery else { return false }
        return antiForgery.isSameText(as: secret.antiForgeryToken)
    }
}

extension Request {
    /// Reads the form of this request and checks its token.
    ///
    /// - Throws: ``WorkloadError`` of kind forbidden when the token is not that of the session or visit.
    func form<Form: TokenForm>(_ type: Form.Type, secret: SessionSecret?, context: some RequestContext) async throws
        -> Form
    {
        let form = try await typedForm(type, context: context)
        guard form.isOf(secret) else {
            throw WorkloadError(
                .forbidden, "This form is from an earlier visit. Go back, reload the page and send it again.",
                rule: .formIsOld)
        }
        return form
    }

    /// Reads the form of this request, to be shown again where its token is old.
    ///
    /// Nothing may be saved before ``TokenForm/isOf(_:)`` has said yes.
    func typedForm<Form: TokenForm>(_ type: Form.Type, context: some RequestContext) async throws -> Form {
        var request = self
        let body = try await request.collectBody(upTo: context.maxUploadSize)
        do {
            return try URLEncodedFormDecoder().decode(Form.self, from: String(buffer: body))
        } catch is DecodingError {
            throw WorkloadError(
                .invalid, "This form could not be read. Go back, reload the page and send it again.",
                rule: .formIsUnreadable)
        }
    }

    /// Reads the query of this request.
    func queryForm<Form: Decodable>(_ type: Form.Type) throws -> Form {
        do {
            return try URLEncodedFormDecoder().decode(Form.self, from: uri.query ?? "")
        } catch {
            throw WorkloadError(.invalid, "The address of this page could not be read.", rule: .addressIsUnreadable)
        }
    }
}

extension String {
    /// Compares in a time that doesn't tell where two texts differ.
    func isSameText(as other: String) -> Bool {
        let (mine, theirs) = (Array(utf8), Array(other.utf8))
        return mine.count == theirs.count && zip(mine, theirs).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
    }

    /// A local path to go on to, else nil: one slash first, no host, no backslash, no control characters.
    var localPath: String? {
        guard hasPrefix("/"), !hasPrefix("//"), !contains("\\"), utf8.allSatisfy({ $0 > 32 && $0 < 127 }) else {
            return nil
        }
        return self
    }
}

extension RecordForm: TokenForm {}
extension TakeOutForm: TokenForm {}
extension SignInForm: TokenForm {}
extension LanguageForm: TokenForm {}
extension IncidentForm: TokenForm {}
extension IncidentStatusForm: TokenForm {}

/// A form with nothing but its token: a button.
struct ButtonForm: TokenForm {
    var antiForgery: String?
}
