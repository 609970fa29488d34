/// What a person would call the browser they are signed in with: "Chrome on Android".
struct DeviceName {
    let text: String

    /// - Parameter userAgent: what the browser says of itself. Only the best-known names are looked for.
    init(userAgent: String) {
        let browsers = [("Edg", "Edge"), ("Firefox", "Firefox"), ("Chrome", "Chrome"), ("Safari", "Safari")]
        let systems = [
            ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("CrOS", "Chromebook"),
            ("Windows", "Windows"), ("Mac OS", "Mac"), ("Linux", "Linux"),
        ]
        let browser = browsers.first { userAgent.contains($0.0) }?.1 ?? "Browser"
        let system = systems.first { userAgent.contains($0.0) }?.1
        text = system.map { "\(browser), \($0)" } ?? browser
    }
}
