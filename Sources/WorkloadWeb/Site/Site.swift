import Foundation
public import Hummingbird
public import Logging
public import ServiceLifecycle
public import WorkUnits
public import Workload

/// The web site: everything people see, over the use cases of `Workload`.
public struct Site: Sendable {
    private let desks: DistrictDesks
    private let options: SiteOptions
    private let pages: SitePages
    private let assets: AssetRoutes
    private let verifiers: Verifiers
    private let callers = CallerCache()
    private let logger: Logger
    private let now: @Sendable () -> Instant

    /// - Parameters:
    ///   - desks: the districts, read from the registry.
    ///   - options: how it is served.
    ///   - logger: where failures are noted.
    ///   - now: the time now.
    /// - Throws: when templates or assets can't be read.
    public init(
        desks: DistrictDesks, options: SiteOptions, logger: Logger, now: @escaping @Sendable () -> Instant
    ) async throws {
        self.desks = desks
        self.options = options
        self.logger = logger
        self.now = now
        assets = try AssetRoutes(folder: options.assets, libraries: options.libraries)
        verifiers = Verifiers(folder: options.verifiers)
        pages = SitePages(
            renderer: try await PageRenderer(templates: options.templates), assetVersion: assets.version)
    }

    /// The application, to run or to test.
    ///
    /// - Parameters:
    ///   - host: address to listen on.
    ///   - port: port to listen on.
    ///   - services: what runs beside it and stops with it.
    ///   - onServerRunning: called once it listens.
    public func application(
        host: String = "127.0.0.1", port: Int = 0, services: [any Service] = [],
        onServerRunning: @escaping @Sendable () -> Void = {}
    ) -> some ApplicationProtocol {
        Application(
            router: router(), configuration: .init(address: .hostname(host, port: port)), services: services,
            onServerRunning: { _ in onServerRunning() }, logger: logger)
    }

    private func router() -> Router<SiteContext> {
        let router = Router(context: SiteContext.self)
        let cookies = SiteCookies(isSecure: options.isSecure)
        let languages = LanguageCookies(isSecure: options.isSecure)
        let signInViews = SignInViews(pages: pages, options: options)
        router.add(middleware: RequestLog(logger: logger))
        router.add(middleware: SecurityHeaders(isSecure: options.isSecure))
        let errors = ErrorPages(pages: pages, logger: logger)
        router.add(middleware: errors)
        router.add(middleware: SameOriginMiddleware(isSecure: options.isSecure))
        assets.add(to: router)
        router.add(middleware: DistrictMiddleware(desks: desks))
        EntryAPIRoutes(cookies: cookies).add(to: router)
        router.add(middleware: KeptForms(errors: errors))
        router.add(middleware: SessionMiddleware(cookies: cookies, callers: callers))
        router.add(middleware: CarriedForms(views: signInViews, cookies: cookies))

        HealthRoutes().add(to: router)
        SignInRoutes(views: signInViews, cookies: cookies, languages: languages, callers: callers, now: now)
            .add(to: router)
        LanguageRoutes(cookies: languages, callers: callers).add(to: router)
        AboutRoutes(pages: pages).add(to: router)

        let signedIn = router.group(context: SignedInContext.self)
        HomeRoutes().add(to: signedIn)
        RecordRoutes(pages: pages, now: now).add(to: signedIn)
        EntryRoutes(pages: pages, now: now).add(to: signedIn)
        ReceiptRoutes(pages: pages, now: now).add(to: signedIn)
        EvidenceRoutes(pages: pages, verifiers: verifiers, now: now).add(to: signedIn)
        WeekRoutes(pages: pages, now: now).add(to: signedIn)
        IncidentFormRoutes(pages: pages, now: now).add(to: signedIn)
        IncidentRoutes(pages: pages).add(to: signedIn)
        PeopleRoutes(pages: pages).add(to: signedIn)
        SessionRoutes(pages: pages, callers: callers, now: now).add(to: signedIn)
        return router
    }
}
