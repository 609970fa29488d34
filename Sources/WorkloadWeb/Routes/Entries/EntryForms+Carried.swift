import Foundation
import HTTPTypes
import Hummingbird
import Workload

extension EntryForms {
    /// The form that was sent after its session had ended, with its words and the token of the new session; nil where
    /// this person records no time, or has no such entry.
    func page(_ carried: CarriedForm, _ request: Request, _ context: SignedInContext) async throws -> Response? {
        do {
            let request = Request(head: request.head(to: carried.target.path), body: request.body)
            var form = carried.form
            var purpose = RecordPage.Purpose.new
            if case .correction(let entry) = carried.target {
                let standing = try await context.desk.entries.history(of: entry, as: context.caller).standing
                form.entryId = entry.text
                purpose = .correction(of: standing, pages.context(request, context))
            }
            return try await page(form, purpose: purpose, wasCarried: true, request, context)
        } catch let error as WorkloadError where error.kind == .notFound || error.kind == .forbidden {
            return nil
        }
    }
}

extension Request {
    /// The head as if the request had come to `path`, which pages print as their own.
    fileprivate func head(to path: String) -> HTTPRequest {
        var head = head
        head.path = path
        return head
    }
}
