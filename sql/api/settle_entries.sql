-- owner: afterbell_writer
-- Lets those of the held entries count whose time is free, and names what is in the way of the others. Earlier received
-- ones go first. Says how many now count.
create or replace function settle_entries(named uuid[])
returns integer
language plpgsql security definer
set search_path from current
as $$
declare
    held record;
    other uuid;
    settled integer := 0;
begin
    for held in
        select live.work_entry_id, live.employee_id, live.bargaining_unit_id,
               tstzrange(kept.starts_at, kept.ends_at) as during
        from live_entry as live
        join work_entry_version as kept using (work_entry_id, version)
        where live.work_entry_id = any (named) and live.state = 'held' and kept.ends_at <= now()
        order by live.employee_id, kept.received_at, live.work_entry_id
        for update of live skip locked
    loop
        insert into live_span (work_entry_id, employee_id, bargaining_unit_id, during)
        values (held.work_entry_id, held.employee_id, held.bargaining_unit_id, held.during)
        on conflict do nothing;
        if found then
            update live_entry set state = 'counting', held_because = null, held_by = null, settles_at = null
            where work_entry_id = held.work_entry_id;
            insert into hours_pending (work_entry_id) values (held.work_entry_id);
            perform note_holds(array[held.work_entry_id]);
            settled := settled + 1;
        else
            select span.work_entry_id into other from live_span as span
            where span.employee_id = held.employee_id and span.during && held.during
            order by span.during limit 1;
            update live_entry set held_because = 'overlap', held_by = other, settles_at = null
            where work_entry_id = held.work_entry_id and other is not null;
        end if;
    end loop;
    return settled;
end
$$;
comment on function settle_entries is 'Lets held entries count whose time is free; for settle_held and correct_entry.';
revoke execute on function settle_entries from public;
