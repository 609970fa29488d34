import HTTPTypes
import Logging
import Workload

/// A save that was refused, for showing its form again with what was typed.
struct RefusedSave {
    let status: HTTPResponse.Status
    /// What stands above the form; it is about the whole of it.
    let problems: [FieldProblem]

    /// - Throws: the error itself, where the form shown again can't help: nothing is there, nobody may, our fault.
    init(_ error: any Error, _ texts: Texts, _ logger: Logger) throws {
        let refusal = WorkloadError(explaining: error)
        let usual: String
        switch refusal.kind {
        case .invalid: (status, usual) = (.unprocessableContent, texts.rules.invalid)
        case .conflict: (status, usual) = (.conflict, texts.rules.conflict)
        case .unavailable:
            (status, usual) = (.serviceUnavailable, texts.rules.unavailable)
            logger.error("a save found the records out of reach", metadata: ["error": "\(String(reflecting: error))"])
        case .notFound, .forbidden, .internal: throw error
        }
        problems = [FieldProblem("main", refusal.rule.flatMap { texts.rules[$0] } ?? usual)]
    }
}
