-- owner: afterbell_writer
-- Records new entries of several callers in one statement and answers each row by itself:
--   recorded   it is new and kept; state says whether it counts or is held
--   replayed   the same id and body came before: what is kept stands
--   differs    the id is taken by another body: nothing changed
--   refused    it breaks the rule named in refusal: nothing is kept
-- Expected refusals raise nothing. Constraint conflicts are settled by ON CONFLICT DO NOTHING: an id that exists is a
-- replay, an interval that overlaps a counting one is held.
create or replace function record_entries(entries jsonb)
returns table (ordinal bigint, outcome text, version integer, state text, held_because text, held_by uuid,
               received_at timestamptz, refusal text, leaf_hash bytea, received_ms bigint)
language plpgsql security definer
set search_path from current
as $$
#variable_conflict use_column
declare
    given checked_entry[] := checked_entries(entries, true);
    fresh checked_entry[];
    recorded uuid[];
begin
    -- By id: two batches with the same ids wait for each other, never deadlock.
    select array_agg(first.one order by ((first.one).entry).work_entry_id)
    into fresh
    from (
        select distinct on ((one.entry).work_entry_id) one
        from unnest((select given)) as one
        where one.refusal is null
        order by (one.entry).work_entry_id, one.ordinal
    ) as first;

    with identity as (
        insert into work_entry (work_entry_id, employee_id, body_digest)
        select (one.entry).work_entry_id, one.employee_id, (one.entry).body_digest
        from unnest((select fresh)) as one
        on conflict do nothing
        returning work_entry_id
    ), seen as (
        update session set seen_at = now()
        where session_digest = any (array(select (one.entry).session_digest from unnest((select fresh)) as one))
          and seen_at < now() - interval '1 minute'
    )
    select array_agg(identity.work_entry_id) into recorded from identity;

    if cardinality(recorded) < cardinality(fresh) then
        fresh := array(
            select one from unnest((select fresh)) as one where (one.entry).work_entry_id = any (recorded));
    end if;
    if cardinality(recorded) > 0 then
        perform keep_versions(fresh);
    end if;

    return query
    select one.ordinal,
           case
               when one.refusal is not null then 'refused'
               when kept.body_digest is distinct from (one.entry).body_digest then 'differs'
               when (one.entry).work_entry_id = any (recorded) then 'recorded'
               else 'replayed'
           end,
           live.version, live.state, live.held_because, live.held_by, kept.received_at, one.refusal, event.leaf_hash,
           event.received_ms
    from unnest((select given)) as one
    left join work_entry as kept
        on one.refusal is null and kept.work_entry_id = (one.entry).work_entry_id
        and kept.employee_id = one.employee_id
    left join live_entry as live on live.work_entry_id = kept.work_entry_id
    left join work_entry_version as first on first.work_entry_id = kept.work_entry_id and first.version = 1
    left join event on event.event_id = first.event_id
    order by one.ordinal;
end
$$;
comment on function record_entries is 'Records new entries, each row under the session it came with, and answers row by row.';
revoke execute on function record_entries from public;
grant execute on function record_entries to afterbell_app;
