import HTTPTypes
import Hummingbird
import Workload

/// Who runs this, who sees what, help: open to everybody.
struct AboutRoutes: Sendable {
    let pages: SitePages

    func add(to router: some RouterMethods<SiteContext>) {
        router.get("\(Links.charter)") { request, context in
            try pages.html(CharterPage(pages.context(request, context), runBy: context.desk?.district.runBy.rawValue))
        }
        router.get("\(Links.seen)") { request, context in
            try pages.html(SeenPage(pages.context(request, context)))
        }
        router.get("\(Links.help)") { request, context in
            try pages.html(HelpPage(pages.context(request, context)))
        }
    }
}
