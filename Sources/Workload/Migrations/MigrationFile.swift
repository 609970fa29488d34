import Crypto
import Foundation

/// One forward-only change of a schema: `NNNN_subject_verb.sql`.
struct MigrationFile: Sendable {
    let number: Int
    let name: String
    let script: String
    let checksum: String

    /// The files of a folder in the order of their numbers.
    ///
    /// - Throws: ``MigrationError/badName(_:)`` for a file that is not named `NNNN_….sql`, and for a number used twice.
    static func all(in folder: URL) throws -> [MigrationFile] {
        let files = try sqlFiles(in: folder).map { file in
            let name = file.deletingPathExtension().lastPathComponent
            guard let number = Int(name.prefix(4)), name.dropFirst(4).first == "_" else {
                throw MigrationError.badName(file.lastPathComponent)
            }
            let script = try String(contentsOf: file, encoding: .utf8)
            return MigrationFile(number: number, name: name, script: script, checksum: script.sha256)
        }
        for (file, next) in zip(files, files.dropFirst()) where file.number == next.number {
            throw MigrationError.badName("\(next.name).sql")
        }
        return files
    }

    /// The `.sql` files of a folder by name.
    static func sqlFiles(in folder: URL) throws -> [URL] {
        try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            .filter { $0.pathExtension == "sql" }
            .sorted { $0.lastPathComponent < $1.lastPathComponent }
    }
}

extension String {
    /// SHA-256 of the UTF-8 bytes, in hexadecimal.
    var sha256: String {
        SHA256.hash(data: Data(utf8)).hexadecimal
    }
}
