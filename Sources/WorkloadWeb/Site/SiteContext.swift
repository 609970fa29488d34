import Hummingbird
import Logging
import NIOCore
import WorkUnits
import Workload

/// A request before anybody is known: where it came from, the district, and who is behind its session, if anybody.
struct SiteContext: RequestContext, RemoteAddressRequestContext {
    var coreContext: CoreRequestContextStorage
    let remoteAddress: SocketAddress?
    /// The district the host leads to; set by ``DistrictMiddleware``.
    var desk: DistrictDesk?
    /// The secret of the session, or of the visit before signing in; set by ``SessionMiddleware``.
    var secret: SessionSecret?
    /// Who is signed in; set by ``SessionMiddleware``.
    var caller: Caller?

    init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        remoteAddress = source.channel.remoteAddress
    }

    /// Forms are small; nobody uploads here.
    var maxUploadSize: Int { 256 * 1024 }

    /// What pages and the log name this request by: 32 hexadecimal digits. The server's id lacks its leading zeros.
    var requestNumber: String { String(repeating: "0", count: max(0, 32 - id.count)) + id }
}

/// A request of somebody who is signed in. It can't be made without a caller.
struct SignedInContext: ChildRequestContext {
    var coreContext: CoreRequestContextStorage
    let desk: DistrictDesk
    let secret: SessionSecret
    let caller: Caller
    /// The clock of the district.
    let clock: SiteZone

    /// - Throws: ``SignInNeeded``.
    init(context: SiteContext) throws {
        guard let desk = context.desk, let secret = context.secret, let caller = context.caller else {
            throw SignInNeeded()
        }
        coreContext = context.coreContext
        self.desk = desk
        self.secret = secret
        self.caller = caller
        clock = try desk.district.clock
    }

    var maxUploadSize: Int { 256 * 1024 }
}

/// Nobody is signed in where somebody must be; answered with the sign-in page.
struct SignInNeeded: Error {}
