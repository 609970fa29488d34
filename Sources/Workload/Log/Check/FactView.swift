import Foundation
import Postgres

/// A file that says how the rows of a kind look as events, made a view of one session.
struct FactView {
    let kind: String
    private let select: String

    /// All kinds, from the files of the program.
    static func all(in folder: URL) throws -> [FactView] {
        try MigrationFile.sqlFiles(in: folder).filter { $0.lastPathComponent.hasPrefix("fact_") }.map { file in
            let kind = String(file.deletingPathExtension().lastPathComponent.dropFirst("fact_".count))
            let script = try String(contentsOf: file, encoding: .utf8)
            guard let start = script.range(of: "(security_invoker = true) as\n"),
                let end = script.range(of: ";\ncomment on")
            else { throw WorkloadError(.internal, "\(file.lastPathComponent) is no view of a fact.") }
            return FactView(kind: kind, select: String(script[start.upperBound..<end.lowerBound]))
        }
    }

    /// The name of the view in the session.
    var name: String { "pg_temp.checked_\(kind)" }

    /// Makes the view.
    var temporary: String { "create temp view checked_\(kind) as \(select)" }

    /// Each row that differs from the newest event of its subject, or has none; and each such event without a row.
    var differing: String {
        """
        with newest as (
            select distinct on (subject) * from pg_temp.said where kind = '\(kind)'
            order by subject, leaf_index desc nulls first, queued desc
        ), found as (
            select event_id, subject, fields || jsonb_strip_nulls(jsonb_build_object(
                'kind', '\(kind)', 'subject', subject, 'role', role, 'account', account)) as expected
            from \(name)
        )
        select '\(kind)' as kind, coalesce(found.subject, newest.subject) as subject, newest.leaf_index,
               found.subject is null as has_no_row, newest.subject is null as has_no_event,
               array(
                   select coalesce(one.key, other.key) from jsonb_each(found.expected) as one
                   full join jsonb_each(newest.named) as other using (key)
                   where one.value is distinct from other.value order by 1
               ) as fields
        from found full join newest using (subject)
        where found.event_id is distinct from newest.event_id or found.expected is distinct from newest.named
        order by subject
        """
    }
}

extension LogFault {
    /// From a row of ``FactView/differing``.
    init(row: Row) throws {
        let hasNoRow = try row.decode("has_no_row", as: Bool.self)
        let hasNoEvent = try row.decode("has_no_event", as: Bool.self)
        let fields = try row.decode("fields", as: [String].self)
        self.init(
            hasNoRow ? .rowMissing : hasNoEvent ? .rowWithoutEvent : .rowDiffers, kind: try row.decode("kind"),
            subject: try row.decode("subject"), index: try row.decode("leaf_index", as: Int64?.self).map(UInt64.init),
            fields: hasNoRow || hasNoEvent ? [] : fields.isEmpty ? ["event_id"] : fields)
    }

    /// From a row of ``DerivedQueries/differing``.
    init(derived row: Row) throws {
        self.init(
            .derivedDiffers, kind: try row.decode("kind"), subject: try row.decode("subject"),
            fields: try row.decode("fields"))
    }
}
