import WorkUnits

/// What the last checks of districts against their logs found, as a text that Prometheus's node_exporter collects from a file.
///
/// Source: prometheus.io, Exposition formats, text-based format.
struct CheckFigures {
    /// What one check found.
    struct Found {
        let faults: Int
        let size: UInt64
        let ended: Instant
    }

    /// By the district's slug.
    var districts: [String: Found] = [:]

    /// The file that `AFTERBELL_METRICS_FILE` names; nil for none.
    static func file(_ environment: [String: String]) -> String? {
        environment["AFTERBELL_METRICS_FILE"].flatMap { $0.isEmpty ? nil : $0 }
    }

    var text: String {
        [
            family("check_faults", "Things that were not as they were recorded, at the last nightly check.") {
                "\($0.faults)"
            },
            family("check_timestamp_seconds", "When the last nightly check ended, in seconds since 1970.") {
                "\($0.ended.secondsSince1970)"
            },
            family("size", "How many events were sealed at the last nightly check.") { "\($0.size)" },
        ].joined()
    }

    /// Slugs are letters, digits and the like: nothing in them is to be escaped.
    private func family(_ word: String, _ help: String, _ value: (Found) -> String) -> String {
        let name = "afterbell_log_\(word)"
        let lines = districts.sorted { $0.key < $1.key }.map { "\(name){district=\"\($0.key)\"} \(value($0.value))\n" }
        return "# HELP \(name) \(help)\n# TYPE \(name) gauge\n" + lines.joined()
    }
}
