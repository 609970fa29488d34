-- owner: afterbell_sealer
-- Writes the events of entries that were just recorded or corrected, and of those that are held or count again: as
-- keep_facts does, with a plan that is kept, because this is the way of every entry.
create or replace function keep_entry_facts(named uuid[])
returns void
language plpgsql volatile security definer
set search_path from current
set timezone = 'UTC'
as $$
begin
    perform write_events(array(
        select (said.event_id, 'work_entry', said.subject, said.role, said.account, said.fields)::fact
        from fact_work_entry as said
        where said.work_entry_id = any (named)
          and not exists (select from event where event.event_id = said.event_id)
        order by said.subject));
end
$$;
comment on function keep_entry_facts is 'Writes the missing events of entries; for keep_versions.';
revoke execute on function keep_entry_facts from public;
grant execute on function keep_entry_facts to afterbell_writer;
