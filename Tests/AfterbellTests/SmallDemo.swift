import Foundation
import Testing

@testable import afterbell

/// The demo district with two accounts, one incident and at most one entry, so that it loads in seconds.
struct SmallDemo {
    let folder: URL

    /// - Parameter entries: how many entries of the counselor are kept.
    init(entries: Int) throws {
        let source = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "demo")
        folder = FileManager.default.temporaryDirectory.appending(path: "small-demo-\(UUID().uuidString.prefix(8))")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
        for name in ["alder-valley-roster.zip", "alder-valley-hr.csv"] {
            try FileManager.default.createSymbolicLink(
                at: folder.appending(path: name), withDestinationURL: source.appending(path: name))
        }
        let data = try Data(contentsOf: source.appending(path: "demo.json"))
        var demo = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        let accounts = try #require(demo["accounts"] as? [[String: Any]])
        let kept = ["counselor", "incident_administrator"].compactMap { kind in
            accounts.first { $0["as"] as? String == kind }
        }
        let counselor = try #require(kept.first?["employee"] as? String)
        demo["accounts"] = kept
        demo["other_accounts"] = [String]()
        demo["incidents"] = try #require(demo["incidents"] as? [[String: Any]]).prefix(1).map(\.self)
        demo["entries"] = try #require(demo["entries"] as? [[String: Any]])
            .filter { $0["employee"] as? String == counselor }.prefix(entries).map(\.self)
        try JSONSerialization.data(withJSONObject: demo).write(to: folder.appending(path: "demo.json"))
    }

    func remove() {
        try? FileManager.default.removeItem(at: folder)
    }
}
