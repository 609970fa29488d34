import Hummingbird
import Workload

/// Finds the district of the request's host.
struct DistrictMiddleware: RouterMiddleware {
    let desks: DistrictDesks

    func handle(
        _ request: Request, context: SiteContext, next: @concurrent (Request, SiteContext) async throws -> Response
    ) async throws -> Response {
        guard let desk = desks.desk(host: request.head.authority) else {
            throw WorkloadError(.notFound, "No district is served under this address.")
        }
        var context = context
        context.desk = desk
        return try await next(request, context)
    }
}
