-- owner: afterbell_writer
-- Lets held entries count whose reason is gone: the end that lay ahead is reached, or what was in the way has moved.
-- Called every few seconds, so one that was overlooked while two people's changes crossed does not stay held.
-- Says how many now count.
create or replace function settle_held()
returns integer
language plpgsql security definer
set search_path from current
as $$
#variable_conflict use_column
begin
    return settle_entries(array(
        select live.work_entry_id
        from live_entry as live join work_entry_version as kept using (work_entry_id, version)
        where live.state = 'held'
          and case live.held_because
              when 'future' then live.settles_at <= now()
              else not exists (
                  select from live_span as span
                  where span.work_entry_id = live.held_by and span.during && tstzrange(kept.starts_at, kept.ends_at))
              end));
end
$$;
comment on function settle_held is 'Lets held entries count whose reason is gone.';
revoke execute on function settle_held from public;
grant execute on function settle_held to afterbell_app;
