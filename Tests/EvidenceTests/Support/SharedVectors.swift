import Foundation
import SharedFiles

/// Oracles of other projects, which stand beside the repository and not in it.
enum SharedVectors {
    static let folder = SharedFolder.url.appending(path: "vectors")
    static let areHere = FileManager.default.fileExists(atPath: folder.path)

    static func read<Value: Decodable>(_ name: String, as type: Value.Type = Value.self) throws -> Value {
        try JSONDecoder().decode(type, from: Data(contentsOf: folder.appending(path: name)))
    }
}
