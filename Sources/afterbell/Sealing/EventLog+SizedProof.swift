import Evidence
import Workload

extension EventLog {
    /// The proof that goes to a witness with a checkpoint: from what it has seen, without hashes where it has seen nothing or the same.
    func sizedProof(from earlier: UInt64, to size: UInt64) async throws -> SizedProof {
        guard earlier > 0, earlier < size else { return try SizedProof(from: earlier, ConsistencyProof(hashes: [])) }
        return try SizedProof(from: earlier, try await consistency(from: earlier, to: size))
    }
}
