-- owner: afterbell_writer
-- Writes the versions of entries that have been checked: content, attribution, the live interval or the reason why it
-- is held, the note that totals are to be counted again, and the event. At most one version of an entry in a call.
-- All in one statement, because to start one costs as much as several rows. `(select given)` hides the array from the
-- planner, which would else plan anew for each.
create or replace function keep_versions(given checked_entry[])
returns void
language plpgsql security definer
set search_path from current
as $$
#variable_conflict use_column
declare
    is_held boolean;
    is_overlapped boolean;
    named uuid[] := array(select (one.entry).work_entry_id from unnest((select given)) as one);
begin
    if exists (select from unnest((select given)) where (entry).version > 1) then
        delete from live_span using unnest((select given)) as one
        where live_span.work_entry_id = (one.entry).work_entry_id;
    end if;

    with one as materialized (
        select (one.entry).*, account_id, employee_id, bargaining_unit_id, classification, flsa_status, zone,
               work_category_id, coalesce((one.entry).is_withdrawn, false) as is_out
        from unnest((select given)) as one
    ), content as (
        insert into work_entry_version (
            work_entry_id, version, employee_id, assignment_id, bargaining_unit_id, classification, flsa_status,
            site_id, charged_site_id, place, shape, starts_at, ends_at, zone, work_date, break_minutes, worked_minutes,
            high_minutes, work_category_id, cause, not_listed_module, not_listed_seen, needed_anyway,
            records_corrected, students_served, pushed_aside, pushed_aside_count, asked_by, authorized_before,
            treated_as, source, source_made_on, is_withdrawn, change_reason, change_digest, entered_by)
        select work_entry_id, version, employee_id, assignment_id, bargaining_unit_id, classification, flsa_status,
               site_id, charged_site_id, place, shape, starts_at, ends_at, zone, work_date, break_minutes,
               worked_minutes, high_minutes, work_category_id, cause, not_listed_module, not_listed_seen,
               needed_anyway, records_corrected, students_served, pushed_aside, pushed_aside_count, asked_by,
               authorized_before, treated_as, source, source_made_on, is_out, change_reason,
               case when version > 1 then body_digest end, account_id
        from one
        returning work_entry_id, event_id
    ), attributed as (
        insert into attribution_set (work_entry_id, version, set_number, side, employee_id, bargaining_unit_id,
                                     worked_minutes, attributed_by, event_id)
        select work_entry_id, version, 1, 'staff', employee_id, bargaining_unit_id, worked_minutes, account_id, event_id
        from one join content using (work_entry_id) where cause = 'incidents'
    ), shares as (
        insert into attribution (work_entry_id, version, set_number, incident_id, employee_id, bargaining_unit_id,
                                 worked_minutes, minutes)
        select work_entry_id, version, 1, part.incident_id, employee_id, bargaining_unit_id, worked_minutes,
               int4range((part.ends - part.minutes)::integer, part.ends::integer)
        from one
        cross join lateral (
            select listed.incident_id, listed.minutes, sum(listed.minutes) over (order by listed.position) as ends
            from rows from (jsonb_to_recordset(incidents) as (incident_id uuid, minutes integer))
                with ordinality as listed (incident_id, minutes, position)
        ) as part
        where cause = 'incidents'
    ), span as (
        insert into live_span (work_entry_id, employee_id, bargaining_unit_id, during)
        select work_entry_id, employee_id, bargaining_unit_id, tstzrange(starts_at, ends_at)
        from one
        where shape = 'span' and not is_out and ends_at <= now()
        order by employee_id, starts_at
        on conflict do nothing
        returning work_entry_id
    ), stand as (
        select one.*, span.work_entry_id is null and shape = 'span' and not is_out as is_held,
               ends_at > now() as is_ahead
        from one left join span using (work_entry_id)
    ), live as (
        insert into live_entry (work_entry_id, version, employee_id, bargaining_unit_id, work_date, worked_minutes,
                                state, held_because, held_by, settles_at)
        select work_entry_id, version, employee_id, bargaining_unit_id, work_date, worked_minutes,
               case when is_out then 'withdrawn' when is_held then 'held' else 'counting' end,
               case when is_held then case when is_ahead then 'future' else 'overlap' end end,
               case when is_held and not is_ahead then work_entry_id end,
               case when is_held and is_ahead then ends_at end
        from stand
        on conflict (work_entry_id) do update set
            version = excluded.version, bargaining_unit_id = excluded.bargaining_unit_id,
            work_date = excluded.work_date, worked_minutes = excluded.worked_minutes, state = excluded.state,
            held_because = excluded.held_because, held_by = excluded.held_by, settles_at = excluded.settles_at
        returning state, held_because
    ), pending as (
        insert into hours_pending (work_entry_id) select work_entry_id from one
    )
    select bool_or(state = 'held'), bool_or(held_because is not distinct from 'overlap') into is_held, is_overlapped from live;

    if is_overlapped then
        update live_entry as held
        set held_by = other.work_entry_id
        from unnest((select given))
        cross join lateral (
            select span.work_entry_id
            from live_span as span
            where span.employee_id = unnest.employee_id
              and span.during && tstzrange((unnest.entry).starts_at, (unnest.entry).ends_at)
            order by span.during
            limit 1
        ) as other
        where held.work_entry_id = (unnest.entry).work_entry_id and held.held_because = 'overlap';
    end if;
    if is_held then
        perform note_holds(named);
    end if;
    perform keep_entry_facts(named);
end
$$;
comment on function keep_versions is 'Writes checked versions and what is derived from them; for record_entries and correct_entry.';
revoke execute on function keep_versions from public;
