/// The way to the pages before and after.
struct Paging: Sendable {
    let position: String
    let label: String
    let previous: String?
    let next: String?
    let previousLabel: String
    let nextLabel: String

    /// Nil where everything fits one page.
    init?(
        page: Int, pageSize: Int, total: Int, path: String, query: [(name: String, value: String)],
        _ context: PageContext
    ) {
        let pages = (total + pageSize - 1) / pageSize
        guard pages > 1 else { return nil }
        let page = min(max(page, 1), pages)
        let words = context.texts.layout
        func link(_ number: Int) -> String? {
            guard (1...pages).contains(number) else { return nil }
            return Links.path(path, query: query + [(name: "page", value: number == 1 ? "" : "\(number)")])
        }
        position = words.pageOf(context.format.count(page), context.format.count(pages))
        label = words.pages
        previous = link(page - 1)
        next = link(page + 1)
        previousLabel = words.previousPage
        nextLabel = words.nextPage
    }
}
