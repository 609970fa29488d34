-- owner: afterbell_writer
-- Has the entries that were attributed to an incident counted again, because it was moved to another module. For
-- incident administrators. Nothing is counted until this transaction ends, so that what arrives meanwhile is counted
-- in the new module.
create or replace function recount_incident(incident uuid)
returns void
language sql security definer
set search_path from current
as $$
    select pg_advisory_xact_lock(hashtext(current_schema() || '.fold_totals'));
    insert into hours_pending (work_entry_id)
    select distinct work_entry_id from attribution
    where attribution.incident_id = recount_incident.incident
      and nullif(current_setting('afterbell.incident_admin', true), '') is not null
$$;
comment on function recount_incident is 'Has the hours of an incident counted again, after it was moved to another module.';
revoke execute on function recount_incident from public;
grant execute on function recount_incident to afterbell_app;
