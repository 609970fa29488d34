import Evidence
import Postgres

/// The SQL of the evidence log.
enum LogQueries {
    static let size: Query = "select coalesce(max(leaf_index) + 1, 0) as size from log_leaf"

    /// One sealer at a time per district; false when another is at work.
    static let lock: Query =
        "select pg_try_advisory_xact_lock(hashtext(current_schema() || '.seal')) as is_alone"

    /// Checkpoints with the lines of their cosignatures.
    static let checkpoints: Query = """
        select size, note, signed_at, array(
            select line from log_cosignature as said where said.size = made.size order by cosigned_at, key) as lines
        from log_checkpoint as made
        """

    /// Sizes that were cosigned, the newest first, and by which keys.
    static func cosigned(below size: Int64, atMost count: Int) -> Query {
        """
        select size, array_agg(key) as keys from log_cosignature where size < \(size)
        group by size order by size desc limit \(count)
        """
    }

    /// Who cosigned one of the newest 2,000 checkpoints: since when, when last, and how many events that was.
    static let checkers: Query = """
        select recent.key, begun.cosigned_at as since, latest.cosigned_at as last, latest.size
        from (select distinct key from log_cosignature
              where size >= (select min(size) from (
                  select size from log_checkpoint order by size desc limit 2000) as newest)) as recent
        cross join lateral (
            select cosigned_at from log_cosignature where key = recent.key order by size limit 1) as begun
        cross join lateral (
            select cosigned_at, size from log_cosignature where key = recent.key order by size desc limit 1) as latest
        order by latest.cosigned_at desc, recent.key
        """

    /// Hashes of final nodes; those of level 0 are leaves.
    static func nodes(_ places: [NodePlace]) -> Query {
        """
        select wanted.level, wanted.node_index, coalesce(node.hash, leaf.leaf_hash) as hash
        from unnest(\(places.map(\.level))::smallint[], \(places.map { Int64($0.index) })::bigint[])
            as wanted (level, node_index)
        left join log_node as node on node.level = wanted.level and node.node_index = wanted.node_index
        left join log_leaf as leaf on wanted.level = 0 and leaf.leaf_index = wanted.node_index
        """
    }

    /// Events that wait for a place. The first of a log is the key that signs it.
    static func pending(atMost count: Int, isFirst: Bool) -> Query {
        isFirst
            ? """
            select event_id, leaf_hash, queued from event_pending
            order by event_id in (select event_id from log_key where purpose = 'log') desc, queued limit \(count)
            """
            : "select event_id, leaf_hash, queued from event_pending order by queued limit \(count)"
    }
}
