import HTTPTypes
import Hummingbird
import Workload

/// Answers a record form whose session has ended with the sign-in page, and carries what was typed in it.
///
/// It is carried where the browser still names the session, so that the words stay with whoever typed them.
/// Only a form of a page of ours comes this far; ``SameOriginMiddleware`` saw to that.
struct CarriedForms: RouterMiddleware {
    let views: SignInViews
    let cookies: SiteCookies

    func handle(
        _ request: Request, context: SiteContext, next: @concurrent (Request, SiteContext) async throws -> Response
    ) async throws -> Response {
        guard context.caller == nil, request.method == .post, let carried = try await carried(request, context) else {
            return try await next(request, context)
        }
        var form = SignInForm()
        form.carry(carried)
        return try views.page(form, .ended, .forbidden, request, context)
    }

    private func carried(_ request: Request, _ context: SiteContext) async throws -> CarriedForm? {
        guard let target = CarriedForm.Target(path: request.uri.path), let session = cookies.session(of: request) else {
            return nil
        }
        let body = try await request.body.collect(upTo: context.maxUploadSize)
        return CarriedForm(to: target, fields: String(buffer: body), session: session.digest)
    }
}
