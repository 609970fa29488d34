-- owner: afterbell_writer
-- Makes all totals anew from the entries. For repair, after totals_that_differ has named one.
create or replace function rebuild_totals()
returns void
language plpgsql security definer
set search_path from current
as $$
begin
    perform pg_advisory_xact_lock(hashtext(current_schema() || '.fold_totals'));
    delete from hours_pending;
    delete from hours_share;
    delete from hours_person;
    delete from hours_total;
    insert into hours_share (work_entry_id, subject, subject_key, employee_id, site_id, work_date, category, minutes)
    select * from hours_share_now(null);
    perform add_to_totals(array(
        select (subject, subject_key, employee_id, site_id, work_date, category, minutes, 1)::hours_change
        from hours_share));
end
$$;
comment on function rebuild_totals is 'Makes all totals anew from the entries.';
revoke execute on function rebuild_totals from public;
