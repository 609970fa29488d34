-- owner: afterbell_writer
-- Writes the versions of entries that have been checked: content, attribution, the live interval or the reason why it
-- is held, and the note that totals are to be counted again. At most one version of an entry in a call.
create or replace function keep_versions(given checked_entry[])
returns void
language plpgsql security definer
set search_path from current
as $$
#variable_conflict use_column
begin
    insert into work_entry_version (
        work_entry_id, version, employee_id, assignment_id, bargaining_unit_id, classification, flsa_status, site_id,
        charged_site_id, place, shape, starts_at, ends_at, zone, work_date, break_minutes, worked_minutes, high_minutes,
        work_category_id, cause, not_listed_module, not_listed_seen, needed_anyway, records_corrected, students_served,
        pushed_aside, pushed_aside_count, asked_by, authorized_before, treated_as, source, source_made_on, is_withdrawn,
        change_reason, change_digest, entered_by)
    select (entry).work_entry_id, (entry).version, employee_id, (entry).assignment_id, bargaining_unit_id,
        classification, flsa_status, (entry).site_id, (entry).charged_site_id, (entry).place, (entry).shape,
        (entry).starts_at, (entry).ends_at, zone, (entry).work_date, (entry).break_minutes, (entry).worked_minutes,
        (entry).high_minutes, work_category_id, (entry).cause, (entry).not_listed_module, (entry).not_listed_seen,
        (entry).needed_anyway, (entry).records_corrected, (entry).students_served, (entry).pushed_aside,
        (entry).pushed_aside_count, (entry).asked_by, (entry).authorized_before, (entry).treated_as, (entry).source,
        (entry).source_made_on, coalesce((entry).is_withdrawn, false), (entry).change_reason,
        case when (entry).version > 1 then (entry).body_digest end, account_id
    from unnest(given);

    insert into attribution_set (work_entry_id, version, set_number, side, employee_id, bargaining_unit_id,
                                 worked_minutes, attributed_by)
    select (entry).work_entry_id, (entry).version, 1, 'staff', employee_id, bargaining_unit_id,
           (entry).worked_minutes, account_id
    from unnest(given)
    where (entry).cause = 'incidents';

    insert into attribution (work_entry_id, version, set_number, incident_id, employee_id, bargaining_unit_id,
                             worked_minutes, minutes)
    select (entry).work_entry_id, (entry).version, 1, part.incident_id, employee_id, bargaining_unit_id,
           (entry).worked_minutes, int4range((part.ends - part.minutes)::integer, part.ends::integer)
    from unnest(given)
    cross join lateral (
        select listed.incident_id, listed.minutes, sum(listed.minutes) over (order by listed.position) as ends
        from rows from (jsonb_to_recordset((entry).incidents) as (incident_id uuid, minutes integer))
            with ordinality as listed (incident_id, minutes, position)
    ) as part
    where (entry).cause = 'incidents';

    if exists (select from unnest(given) where (entry).version > 1) then
        delete from live_span using unnest(given) as one where live_span.work_entry_id = (one.entry).work_entry_id;
    end if;

    with span as (
        insert into live_span (work_entry_id, employee_id, bargaining_unit_id, during)
        select (entry).work_entry_id, employee_id, bargaining_unit_id, tstzrange((entry).starts_at, (entry).ends_at)
        from unnest(given)
        where (entry).shape = 'span' and not coalesce((entry).is_withdrawn, false) and (entry).ends_at <= now()
        order by employee_id, (entry).starts_at
        on conflict do nothing
        returning work_entry_id
    )
    insert into live_entry (work_entry_id, version, employee_id, bargaining_unit_id, work_date, worked_minutes,
                            state, held_because, held_by, settles_at)
    select (entry).work_entry_id, (entry).version, employee_id, bargaining_unit_id, (entry).work_date,
           (entry).worked_minutes,
           case
               when coalesce((entry).is_withdrawn, false) then 'withdrawn'
               when (entry).shape <> 'span' or span.work_entry_id is not null then 'counting'
               else 'held'
           end,
           case
               when coalesce((entry).is_withdrawn, false) or (entry).shape <> 'span' or span.work_entry_id is not null
                   then null
               when (entry).ends_at > now() then 'future'
               else 'overlap'
           end,
           case
               when not coalesce((entry).is_withdrawn, false) and (entry).shape = 'span'
                   and span.work_entry_id is null and (entry).ends_at <= now() then (entry).work_entry_id
           end,
           case when not coalesce((entry).is_withdrawn, false) and (entry).ends_at > now() then (entry).ends_at end
    from unnest(given)
    left join span on span.work_entry_id = (entry).work_entry_id
    on conflict (work_entry_id) do update set
        version = excluded.version, bargaining_unit_id = excluded.bargaining_unit_id, work_date = excluded.work_date,
        worked_minutes = excluded.worked_minutes, state = excluded.state, held_because = excluded.held_because,
        held_by = excluded.held_by, settles_at = excluded.settles_at;

    update live_entry as held
    set held_by = other.work_entry_id
    from unnest(given)
    cross join lateral (
        select span.work_entry_id
        from live_span as span
        where span.employee_id = unnest.employee_id
          and span.during && tstzrange((unnest.entry).starts_at, (unnest.entry).ends_at)
        order by span.during
        limit 1
    ) as other
    where held.work_entry_id = (unnest.entry).work_entry_id and held.held_because = 'overlap';

    insert into hours_pending (work_entry_id) select (entry).work_entry_id from unnest(given);
end
$$;
comment on function keep_versions is 'Writes checked versions and what is derived from them; for record_entries and correct_entry.';
revoke execute on function keep_versions from public;
