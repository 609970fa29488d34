/// How the site is served.
public struct SiteOptions: Sendable {
    /// Folder of the page templates.
    public var templates: String
    /// Folder of our own assets, served below `/assets`.
    public var assets: String
    /// Files of libraries, served beside them under their own names.
    public var libraries: [String]
    /// Cookies only over TLS, with the `__Host-` prefix, and HSTS. Off only for a demo on this machine.
    public var isSecure: Bool
    /// People to sign in as, offered on the sign-in page of a demo; empty otherwise.
    public var demoPeople: [DemoPerson]
    /// Folder of the programs that check packets, offered for download; nil for none.
    public var verifiers: String?
    /// Whether the last address of `X-Forwarded-For` is believed, because a proxy of ours writes it.
    public var trustsProxy: Bool

    /// Somebody to sign in as, in a demo only.
    public struct DemoPerson: Sendable {
        /// Sign-in name.
        public let account: String
        /// Name on pages.
        public let name: String
        /// What they do, "Counselor, Cedar Ridge High".
        public let role: String
        /// Their password, known to everybody.
        public let password: String

        /// Somebody to sign in as.
        public init(account: String, name: String, role: String, password: String) {
            self.account = account
            self.name = name
            self.role = role
            self.password = password
        }
    }

    /// - Parameters:
    ///   - templates: folder of the page templates.
    ///   - assets: folder of our own assets.
    ///   - libraries: files of libraries.
    ///   - isSecure: see ``isSecure``.
    public init(templates: String, assets: String, libraries: [String], isSecure: Bool = true) {
        self.templates = templates
        self.assets = assets
        self.libraries = libraries
        self.isSecure = isSecure
        demoPeople = []
        trustsProxy = false
    }
}
