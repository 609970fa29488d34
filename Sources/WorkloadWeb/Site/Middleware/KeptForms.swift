import HTTPTypes
import Hummingbird
import NIOCore
import Workload

/// Answers a form whose own page can't be made, with a page that keeps what was typed and sends it again: one that came
/// while the records can't be reached, or after its session ended (``CarriedForms`` carries those of a person's hours).
struct KeptForms: RouterMiddleware {
    let errors: ErrorPages

    func handle(
        _ request: Request, context: SiteContext, next: @concurrent (Request, SiteContext) async throws -> Response
    ) async throws -> Response {
        guard request.method == .post, Links.takesTypedForm(request.uri.path) else {
            return try await next(request, context)
        }
        var request = request
        let body = try await request.collectBody(upTo: context.maxUploadSize)
        do {
            return try await next(request, context)
        } catch  where WorkloadError(explaining: error).kind == .unavailable {
            return try page(for: error, body, request, context)
        } catch is SignInNeeded {
            let ended = WorkloadError(.forbidden, "Sign in, then send this form again.", rule: .formNeedsSignIn)
            return try page(for: ended, body, request, context)
        }
    }

    private func page(
        for error: any Error, _ body: ByteBuffer, _ request: Request, _ context: SiteContext
    ) throws -> Response {
        let kept = KeptForm(to: request.uri.path, fields: String(buffer: body))
        return try errors.page(for: error, request: request, context: context, kept: kept)
    }
}

extension Links {
    /// Whether a form with words or times of a person is sent to this path.
    static func takesTypedForm(_ path: String) -> Bool {
        path == record || path == incidents || path.hasPrefix("\(incidents)/") || path.hasPrefix("/entries/")
    }
}
