-- owner: afterbell_writer
-- Makes all totals anew from the entries. For repair, after totals_that_differ has named one.
create or replace function rebuild_totals()
returns void
language plpgsql security definer
set search_path from current
as $$
#variable_conflict use_column
begin
    perform pg_advisory_xact_lock(hashtext(current_schema() || '.fold_totals'));
    delete from hours_pending;
    delete from hours_share;
    delete from hours_person;
    delete from hours_total;
    insert into hours_share (work_entry_id, subject, subject_key, employee_id, site_id, work_date, category, minutes)
    select * from hours_share_now(null);
    insert into hours_total (subject, subject_key, facet, facet_key, minutes, entries, people)
    select subject, subject_key, facet, facet_key, sum(minutes), count(*), count(distinct employee_id)
    from hours_share cross join hours_facets(work_date, category, site_id) as facet
    group by subject, subject_key, facet, facet_key;
    insert into hours_person (hours_total_id, employee_id, minutes, entries)
    select total.hours_total_id, share.employee_id, sum(share.minutes), count(*)
    from hours_share as share
    cross join hours_facets(share.work_date, share.category, share.site_id) as facet
    join hours_total as total using (subject, subject_key, facet, facet_key)
    group by total.hours_total_id, share.employee_id;
end
$$;
comment on function rebuild_totals is 'Makes all totals anew from the entries.';
revoke execute on function rebuild_totals from public;
