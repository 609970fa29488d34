-- owner: afterbell_writer
-- Keeps the next version of one entry: a correction, or a withdrawal. Answers like record_entries, and
--   not_found  there is no such entry of this person
--   stale      the version it names is not the next one: somebody corrected it meanwhile; version says which stands
-- A freed interval lets held entries of the person count.
create or replace function correct_entry(entries jsonb)
returns table (ordinal bigint, outcome text, version integer, state text, held_because text, held_by uuid,
               received_at timestamptz, refusal text, leaf_hash bytea, received_ms bigint)
language plpgsql security definer
set search_path from current
as $$
#variable_conflict use_column
declare
    given checked_entry[] := checked_entries(entries, false);
    one checked_entry := given[1];
    standing integer;
    answer text;
begin
    if cardinality(given) is distinct from 1 then
        raise exception 'correct_entry takes one entry';
    end if;
    if one.refusal is null then
        -- One change of a person's at a time: two that swap times would wait for each other.
        perform pg_advisory_xact_lock(hashtextextended(current_schema() || one.employee_id, 0));
        select live.version into standing from live_entry as live
        where live.work_entry_id = (one.entry).work_entry_id and live.employee_id = one.employee_id
        for update;
        answer := case
            when standing is null then 'not_found'
            when exists (select from work_entry_version as same
                         where same.work_entry_id = (one.entry).work_entry_id and same.version = (one.entry).version
                           and same.change_digest = (one.entry).body_digest) then 'replayed'
            when standing + 1 <> (one.entry).version then 'stale'
            else 'recorded'
        end;
        if answer = 'recorded' then
            perform keep_versions(given);
            perform settle_entries(array(
                select work_entry_id from live_entry where employee_id = one.employee_id and state = 'held'));
        end if;
    else
        answer := 'refused';
    end if;

    return query
    select one.ordinal, answer, live.version, live.state, live.held_because, live.held_by, coalesce(kept.received_at, now()),
           one.refusal, event.leaf_hash, event.received_ms
    from (select) as always
    left join live_entry as live
        on live.work_entry_id = (one.entry).work_entry_id and live.employee_id = one.employee_id
    left join work_entry_version as kept
        on answer in ('recorded', 'replayed') and kept.work_entry_id = live.work_entry_id
        and kept.version = (one.entry).version
    left join event on event.event_id = kept.event_id;
end
$$;
comment on function correct_entry is 'Keeps the next version of an entry, under the session it came with.';
revoke execute on function correct_entry from public;
grant execute on function correct_entry to afterbell_app;
