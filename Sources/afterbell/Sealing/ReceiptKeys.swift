import Evidence
import Foundation
import Postgres
import Workload

/// Finds the key with which a server signs the receipts of a district: the newest that the log names and the folder has.
struct ReceiptKeys {
    private let database: Database
    private let folder: String?

    /// - Parameters:
    ///   - database: signed in as the server.
    ///   - folder: of all districts' keys; nil where this server has none.
    init(_ database: Database, folder: String?) {
        self.database = database
        self.folder = folder
    }

    /// - Throws: ``KeyFileRefusal``, ``SealRefusal``: a server that was told of keys does not go on without them.
    func key(of district: District) async throws -> ReceiptKey? {
        guard let folder, let newest = try await LogKeys.receiptKey(database, of: district) else { return nil }
        return ReceiptKey(try SealFolder(folder, district: district).key(newest, .receipt))
    }
}
