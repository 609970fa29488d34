import HTTPTypes
import Hummingbird
import Workload

/// Shows the sign-in page.
struct SignInViews: Sendable {
    let pages: SitePages
    let options: SiteOptions

    func page(
        _ form: SignInForm, _ outcome: SignInPage.Outcome, _ status: HTTPResponse.Status, _ request: Request,
        _ context: SiteContext
    ) throws -> Response {
        let people = options.demoPeople.map {
            SignInPage.DemoPerson(account: $0.account, name: $0.name, role: $0.role)
        }
        return try pages.html(
            SignInPage(pages.context(request, context), form: form, outcome: outcome, demoPeople: people),
            status: status)
    }
}
