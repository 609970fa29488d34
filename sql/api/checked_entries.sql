-- owner: afterbell_writer
-- Each entry with its caller (by the session it came with), the terms of its assignment that day, and the first rule
-- it breaks by name. To take an entry out, its assignment need not be live any more.
-- Each `limit 1` is a look-up by key that the planner would else make a scan of the whole table, for one row as for many.
create or replace function checked_entries(entries jsonb, are_first boolean)
returns checked_entry[]
language plpgsql stable security definer
set search_path from current
as $$
begin
    return (
        select array_agg(
            (given.ordinal, given.entry, caller.account_id, caller.employee_id, terms.bargaining_unit_id,
             terms.classification, terms.flsa_status, site.zone, category.work_category_id,
             case
                when caller.account_id is null then 'no_session'
                when caller.employee_id is null then 'account_has_employee'
                when ((given.entry).version = 1) is distinct from are_first or coalesce((given.entry).version, 0) < 1
                    then 'work_entry_version_counts_from_one'
                when are_first and (coalesce((given.entry).is_withdrawn, false) or (given.entry).change_reason is not null)
                    then 'work_entry_version_first_is_no_change'
                when (given.entry).work_entry_id is null or octet_length((given.entry).body_digest) is distinct from 32
                    then 'work_entry_has_id'
                when terms.assignment_id is null then 'work_entry_version_assignment_is_live'
                when site.site_id is null or charged.site_id is null then 'work_entry_version_site_is_known'
                when category.work_category_id is null then 'work_entry_version_category_is_known'
                else coalesce(broken_time_rule(given.entry, site.zone), broken_detail_rule(given.entry),
                              broken_cause_rule(given.entry))
             end)::checked_entry
            order by caller.employee_id, (given.entry).starts_at, given.ordinal)
        from (
            select row_number() over () as ordinal, entry
            from jsonb_populate_recordset(null::entry_row, entries) as entry
        ) as given
        left join lateral (
            select session.account_id, account.employee_id
            from session join account using (account_id)
            where session.session_digest = (given.entry).session_digest
              and session_is_live(session.seen_at, session.ends_at, session.ended_at)
              and account.status = 'active'
            limit 1
        ) as caller on true
        left join lateral (
            select assignment_id, bargaining_unit_id, classification, flsa_status
            from assignment
            where assignment.assignment_id = (given.entry).assignment_id
              and assignment.employee_id = caller.employee_id
              and ((given.entry).is_withdrawn
                   or assignment.starts_on <= (given.entry).work_date
                   and coalesce(assignment.ends_on, 'infinity') >= (given.entry).work_date)
            limit 1
        ) as terms on true
        left join lateral (
            select site_id, zone from site where site.site_id = (given.entry).site_id limit 1
        ) as site on true
        left join lateral (
            select site_id from site where site.site_id = (given.entry).charged_site_id limit 1
        ) as charged on true
        left join lateral (
            select work_category_id from work_category where code = (given.entry).category limit 1
        ) as category on true
    );
end
$$;
comment on function checked_entries is 'Entries as sent, with caller, terms and the first broken rule of each; for record_entries and correct_entry.';
revoke execute on function checked_entries from public;
