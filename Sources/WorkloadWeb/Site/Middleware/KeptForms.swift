import HTTPTypes
import Hummingbird
import NIOCore
import Workload

/// Answers a form that came while the records can't be reached, so that its page can't be made, with a page that keeps
/// what was typed and sends it again.
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
            let kept = KeptForm(to: request.uri.path, fields: String(buffer: body))
            return try errors.page(for: error, request: request, context: context, kept: kept)
        }
    }
}

extension Links {
    /// Whether a form with words or times of a person is sent to this path.
    static func takesTypedForm(_ path: String) -> Bool {
        path == record || path == incidents || path.hasPrefix("\(incidents)/") || path.hasPrefix("/entries/")
    }
}
