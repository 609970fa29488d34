import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Workload

/// Style sheets, scripts and images: read once at start, few and small.
struct AssetRoutes: Sendable {
    private struct Asset: Sendable {
        let type: String
        let bytes: ByteBuffer
    }

    private let assets: [String: Asset]
    /// Changes with any asset, so that browsers may keep them for a year.
    let version: String

    /// - Parameters:
    ///   - folder: our own assets.
    ///   - libraries: files of libraries.
    /// - Throws: when one can't be read.
    init(folder: String, libraries: [String]) throws {
        let own = try FileManager.default.contentsOfDirectory(atPath: folder).map { "\(folder)/\($0)" }
        var assets: [String: Asset] = [:]
        for path in libraries + own {
            let file = URL(filePath: path).lastPathComponent
            guard let type = Self.type(of: file) else { continue }
            assets[file] = Asset(type: type, bytes: ByteBuffer(bytes: try Data(contentsOf: URL(filePath: path))))
        }
        self.assets = assets
        version = String(
            assets.sorted { $0.key < $1.key }.reduce(UInt64(14_695_981_039_346_656_037)) { hash, asset in
                asset.value.bytes.readableBytesView.reduce(hash) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 }
            }, radix: 36)
    }

    func add(to router: some RouterMethods<SiteContext>) {
        router.get("\(Links.Pattern.asset)") { _, context in
            guard let asset = context.parameters.get("name").flatMap({ assets[$0] }) else {
                throw WorkloadError(.notFound, "There is no such file.")
            }
            return Response(
                status: .ok,
                headers: [.contentType: asset.type, .cacheControl: "public, max-age=31536000, immutable"],
                body: ResponseBody(byteBuffer: asset.bytes))
        }
    }

    private static func type(of file: String) -> String? {
        switch file.split(separator: ".").last {
        case "css": "text/css; charset=utf-8"
        case "js": "text/javascript; charset=utf-8"
        case "svg": "image/svg+xml"
        default: nil
        }
    }
}
