-- owner: afterbell_writer
-- Notes that entries are held, or count after they were held, each as a fact with its event.
create or replace function note_holds(named uuid[])
returns void
language plpgsql volatile security definer
set search_path from current
as $$
declare
    noted uuid[];
begin
    with noted as (
        insert into entry_hold (work_entry_id, version, step, employee_id, bargaining_unit_id, state, held_because, held_by)
        select live.work_entry_id, live.version, before.steps + 1, live.employee_id, live.bargaining_unit_id, live.state,
               live.held_because, live.held_by
        from live_entry as live
        cross join lateral (
            select count(*) as steps from entry_hold as before
            where before.work_entry_id = live.work_entry_id and before.version = live.version
        ) as before
        where live.work_entry_id = any (named) and (live.state = 'held' or live.state = 'counting' and before.steps > 0)
        returning event_id
    )
    select array_agg(event_id) into noted from noted;
    if noted is not null then
        perform keep_facts('entry_hold', noted);
    end if;
end
$$;
comment on function note_holds is 'Notes that entries are held, or count again; for keep_versions and settle_entries.';
revoke execute on function note_holds from public;
