import HTTPTypes
import Hummingbird
import NIOCore
import Workload

/// The start page: where each person's work is.
struct HomeRoutes: Sendable {
    func add(to router: some RouterMethods<SignedInContext>) {
        router.get("\(Links.home)") { _, context in
            Response.redirect(to: context.caller.employeeID == nil ? Links.incidents : Links.record)
        }
    }
}

/// Whether the server answers, for a load balancer.
struct HealthRoutes: Sendable {
    func add(to router: some RouterMethods<SiteContext>) {
        router.get("/health") { _, _ in
            Response(
                status: .ok, headers: [.contentType: "text/plain; charset=utf-8"],
                body: ResponseBody(byteBuffer: ByteBuffer(string: "ok\n")))
        }
    }
}
