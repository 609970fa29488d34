import Foundation
import HTTPTypes
import Hummingbird
import Interchange
import NIOCore
import WorkUnits
import Workload

/// The caller's week, and the same as CSV.
struct WeekRoutes: Sendable {
    let pages: SitePages
    let now: @Sendable () -> Instant

    func add(to router: some RouterMethods<SignedInContext>) {
        router.get("\(Links.week)", use: thisWeek)
        router.get("\(Links.Pattern.week)", use: week)
        router.get("\(Links.Pattern.weekCSV)", use: csv)
    }

    @Sendable
    private func thisWeek(_ request: Request, context: SignedInContext) async throws -> Response {
        try await show(today(context), request, context)
    }

    @Sendable
    private func week(_ request: Request, context: SignedInContext) async throws -> Response {
        try await show(day(context), request, context)
    }

    private func show(_ day: CivilDate, _ request: Request, _ context: SignedInContext) async throws -> Response {
        let week = try await context.desk.entries.week(from: day.monday, as: context.caller)
        let page = pages.context(request, context)
        let content = WeekContent(week, today: today(context), page)
        return try pages.html(WeekPage(page, content))
    }

    @Sendable
    private func csv(_ request: Request, context: SignedInContext) async throws -> Response {
        let first = try day(context).monday
        let versions = try await context.desk.entries.everyVersion(
            from: first, to: first.adding(days: 6), as: context.caller)
        return .csv(named: "my-week-\(first).csv", lines: WeekCSV(versions).lines)
    }

    private func day(_ context: SignedInContext) throws -> CivilDate {
        guard let day = context.parameters.get("day").flatMap(CivilDate.init) else {
            throw WorkloadError(
                .notFound, "There is no such week. Write its day as 2026-08-17.", rule: .weekIsUnreadable)
        }
        return day
    }

    private func today(_ context: SignedInContext) -> CivilDate {
        context.clock.date(at: now())
    }
}
